package org.sambandh.crm.reporting;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.sambandh.crm.common.EntityRef;
import org.sambandh.crm.common.Moment;
import org.sambandh.crm.common.NotFound;
import org.sambandh.crm.condition.Condition;
import org.sambandh.crm.condition.Conditions;
import org.sambandh.crm.condition.Tests;
import org.sambandh.crm.pipeline.Opportunity;
import org.sambandh.crm.pipeline.OpportunityFields;
import org.sambandh.crm.pipeline.OutcomeKind;
import org.sambandh.crm.pipeline.Pipeline;
import org.sambandh.crm.pipeline.PipelineRepository;
import org.sambandh.crm.pipeline.Stage;
import org.sambandh.crm.pipeline.StageVisit;
import org.sambandh.crm.store.Cursor;
import org.sambandh.crm.store.Page;
import org.sambandh.crm.store.Query;
import org.sambandh.crm.store.Unit;

/** Counts how far deals got and how long they stayed. The stages of lost deals are no step of a funnel. */
final class FunnelRun {

    private static final long MICROS_A_DAY = Duration.ofDays(1).toNanos() / 1_000;

    private final Funnel funnel;
    private final List<Stage> stages;
    private final Map<String, Integer> places = new HashMap<>();
    private final long[] reached;
    private final long[] here;
    private final long[] stayed;
    private final ExactSum[] micros;
    private long deals;
    private long unknown;

    private FunnelRun(Funnel funnel, Pipeline pipeline) {
        this.funnel = funnel;
        this.stages = pipeline.stages().stream()
                .filter(stage -> stage.closesAs() != OutcomeKind.LOST)
                .toList();
        for (int i = 0; i < stages.size(); i++) {
            places.put(stages.get(i).code(), i);
        }
        reached = new long[stages.size()];
        here = new long[stages.size()];
        stayed = new long[stages.size()];
        micros = new ExactSum[stages.size()];
        for (int i = 0; i < micros.length; i++) {
            micros[i] = new ExactSum();
        }
    }

    static ReportTable run(Funnel funnel, Unit unit) {
        Pipeline pipeline = unit.get(PipelineRepository.class)
                .findById(funnel.pipeline())
                .or(() -> funnel.pipeline().equals(Pipeline.DEFAULT)
                        ? Optional.of(Pipeline.standard())
                        : Optional.empty())
                .orElseThrow(() ->
                        new NotFound(new EntityRef("pipeline", funnel.pipeline().value())));
        FunnelRun run = new FunnelRun(funnel, pipeline);
        List<Condition<Opportunity>> all = new ArrayList<>(List.of(
                Conditions.where(OpportunityFields.PIPELINE, Tests.is(funnel.pipeline())),
                Conditions.not(Conditions.where(OpportunityFields.OUTCOME, Tests.is(OutcomeKind.VOID)))));
        if (!(funnel.filter() instanceof Condition.Always)) {
            all.add(funnel.filter());
        }
        Condition<Opportunity> condition = Conditions.all(all);
        Query<Opportunity> query = Query.of(condition, unit.moment()).limit(4_000);
        Optional<Cursor> next = Optional.empty();
        do {
            Page<Opportunity> page = unit.repositories()
                    .of(Opportunity.class)
                    .find(next.map(query::after).orElse(query));
            page.items().forEach(deal -> run.take(deal, unit.moment()));
            next = page.next();
        } while (next.isPresent());
        return run.table(condition, unit.moment());
    }

    private void take(Opportunity deal, Moment moment) {
        deals++;
        boolean won = deal.outcome().kind() == OutcomeKind.WON;
        // Whatever is known of it, a deal of the pipeline came in at its first stage.
        int furthest = won ? stages.size() - 1 : places.getOrDefault(deal.stage(), 0);
        boolean[] visited = new boolean[stages.size()];
        for (StageVisit visit : deal.history().visits()) {
            int place = places.getOrDefault(visit.stage(), -1);
            if (place >= 0) {
                furthest = Math.max(furthest, place);
                visited[place] = true;
            }
        }
        for (int i = 0; i <= furthest; i++) {
            reached[i]++;
        }
        for (int i = 0; i < visited.length; i++) {
            if (visited[i] && stages.get(i).isOpen()) {
                stay(i, deal.history().timeIn(stages.get(i).code(), moment.at()));
            }
        }
        int now = deal.isOpen() || won ? places.getOrDefault(deal.stage(), -1) : -1;
        if (now >= 0) {
            here[now]++;
        }
    }

    private void stay(int place, Optional<Duration> time) {
        if (time.isEmpty()) {
            unknown++;
            return;
        }
        stayed[place]++;
        micros[place].add(time.get().toNanos() / 1_000);
    }

    private ReportTable table(Condition<Opportunity> condition, Moment moment) {
        List<Row> rows = new ArrayList<>();
        for (int i = 0; i < stages.size(); i++) {
            Stage stage = stages.get(i);
            rows.add(new Row(
                    Row.Kind.PLAIN,
                    List.of(
                            new Cell.Named(stage.code(), Label.of(stage.name())),
                            count(reached[i]),
                            i == 0 ? Cell.NoData.NOT_APPLICABLE : Figure.share(reached[i], reached[i - 1]),
                            Figure.share(reached[i], deals),
                            days(i),
                            count(here[i]))));
        }
        List<Note> notes = new ArrayList<>();
        if (unknown > 0) {
            notes.add(Notes.counted("unknownTime", Phrases.of("note.unknownTime"), unknown));
        }
        notes.add(new Note("interval", Phrases.of("note.interval"), List.of()));
        return new ReportTable(
                funnel.name(),
                funnel.title(),
                new Chart(Chart.Kind.FUNNEL, "stage", List.of("reached")),
                List.of(
                        new Column("stage", Phrases.of("funnel.stage"), Column.Role.DIMENSION, Column.Unit.TEXT, null),
                        measure("reached", Column.Unit.COUNT),
                        measure("conversion", Column.Unit.PERCENT),
                        measure("ofAll", Column.Unit.PERCENT),
                        measure("days", Column.Unit.DAYS),
                        measure("here", Column.Unit.COUNT)),
                rows,
                List.of(),
                notes,
                Phrases.condition(condition),
                moment);
    }

    private static Column measure(String name, Column.Unit unit) {
        return new Column(name, Phrases.of("funnel." + name), Column.Role.MEASURE, unit, null);
    }

    private static Cell count(long count) {
        return new Cell.Numeric(BigDecimal.valueOf(count));
    }

    private Cell days(int place) {
        if (stayed[place] == 0) {
            return Cell.NoData.NOTHING_MEASURED;
        }
        BigDecimal divisor = BigDecimal.valueOf(MICROS_A_DAY).multiply(BigDecimal.valueOf(stayed[place]));
        BigDecimal days = new BigDecimal(micros[place].value()).divide(divisor, Figure.DECIMALS, RoundingMode.HALF_UP);
        return new Cell.Numeric(Figure.plain(days));
    }
}
