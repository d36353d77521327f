package org.sambandh.crm.scoring;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sambandh.crm.common.Moment;
import org.sambandh.crm.condition.Facts;
import org.sambandh.crm.condition.Verdict;
import org.sambandh.crm.field.Catalog;

/**
 * A points model ready to run: checked against a catalogue once, then run on any number of subjects. A pure function of
 * subject, facts and moment. Immutable and safe for concurrent use.
 *
 * <p>Arithmetic is decimal. The sum of a criterion is rounded half up to nine decimals, once; everything after that is
 * exact, so contributions add up.
 *
 * @param <S> the subject
 */
public final class Scorer<S> {

    /** How many changes {@link #outlook} follows before it gives up. */
    public static final int MAX_STEPS = 5_000;

    private final PointsModel<S> model;
    private final List<List<Tally.Counter<S>>> counters;

    private Scorer(PointsModel<S> model, List<List<Tally.Counter<S>>> counters) {
        this.model = model;
        this.counters = counters;
    }

    /**
     * Prepares a model.
     *
     * @param model the model
     * @param catalog the tenant's catalogue
     * @param <S> the subject
     * @return the model, ready to run
     * @throws org.sambandh.crm.common.Invalid if a criterion is broken, or names a field or relation that the catalogue
     *     does not know
     */
    public static <S> Scorer<S> of(PointsModel<S> model, Catalog catalog) {
        List<List<Tally.Counter<S>>> counters = new ArrayList<>();
        for (Group<S> group : model.groups()) {
            counters.add(group.criteria().stream()
                    .map(c -> Tally.counter(c, model.subject(), catalog))
                    .toList());
        }
        return new Scorer<>(model, List.copyOf(counters));
    }

    /** {@return the model} */
    public PointsModel<S> model() {
        return model;
    }

    /**
     * Scores one subject.
     *
     * @param subject the subject
     * @param facts where related facts are read
     * @param moment the moment; facts later than it are not seen
     * @return the score
     */
    public Score score(S subject, Facts facts, Moment moment) {
        return scoreAll(List.of(subject), facts, moment).get(0);
    }

    /**
     * Scores many subjects; each relation is read once for all of them.
     *
     * @param chunk the subjects, at most some thousand
     * @param facts where related facts are read
     * @param moment the moment; facts later than it are not seen
     * @return one score for each subject, in their order
     */
    public List<Score> scoreAll(List<S> chunk, Facts facts, Moment moment) {
        return run(chunk, new RememberedFacts(facts), moment);
    }

    /**
     * Scores one subject and looks ahead: walks from change to change until value, grade, letter and number have all
     * become others.
     *
     * @param subject the subject
     * @param facts where related facts are read, once
     * @param moment the moment
     * @return the score and until when it holds
     */
    public Outlook outlook(S subject, Facts facts, Moment moment) {
        Facts remembered = new RememberedFacts(facts);
        List<S> chunk = List.of(subject);
        Score now = run(chunk, remembered, moment).get(0);
        Ahead ahead = new Ahead(model, now);
        Instant at = now.until();
        for (int step = 0; step < MAX_STEPS && !ahead.isDone() && !at.equals(Verdict.FOREVER); step++) {
            Score then = run(chunk, remembered, new Moment(at, moment.zone())).get(0);
            ahead.see(then, at);
            at = then.until();
        }
        return ahead.outlook(at);
    }

    private List<Score> run(List<S> chunk, Facts facts, Moment moment) {
        List<List<List<Tally>>> tallies = new ArrayList<>();
        for (List<Tally.Counter<S>> group : counters) {
            tallies.add(group.stream().map(c -> c.count(chunk, facts, moment)).toList());
        }
        List<Score> scores = new ArrayList<>(chunk.size());
        for (int i = 0; i < chunk.size(); i++) {
            Sum sum = new Sum();
            for (int g = 0; g < model.groups().size(); g++) {
                int position = i;
                sum.add(
                        model.groups().get(g),
                        tallies.get(g).stream().map(all -> all.get(position)).toList());
            }
            scores.add(sum.score(model, moment));
        }
        return scores;
    }

    /** Adds up one subject, cap after cap. */
    private static final class Sum {

        private final List<Contribution> contributions = new ArrayList<>();
        private final List<CriterionScore> criteria = new ArrayList<>();
        private final List<GroupScore> groups = new ArrayList<>();
        private final EnumMap<Group.Kind, BigDecimal> byKind = new EnumMap<>(Group.Kind.class);
        private BigDecimal total = BigDecimal.ZERO;
        private Instant until = Verdict.FOREVER;

        <S> void add(Group<S> group, List<Tally> tallies) {
            BigDecimal sum = BigDecimal.ZERO;
            for (int c = 0; c < tallies.size(); c++) {
                sum = sum.add(add(group, group.criteria().get(c), tallies.get(c)));
            }
            BigDecimal capped = Points.capped(sum, group.cap());
            cut(
                    Contribution.Kind.GROUP_CAP,
                    group.code(),
                    null,
                    group.name(),
                    "the cap of the group",
                    capped.subtract(sum),
                    group.cap());
            groups.add(new GroupScore(group.code(), group.name(), group.kind(), sum, capped));
            byKind.merge(group.kind(), capped, BigDecimal::add);
            total = total.add(capped);
        }

        private <S> BigDecimal add(Group<S> group, Criterion<S> criterion, Tally tally) {
            BigDecimal raw = tally.points();
            BigDecimal capped = Points.capped(raw, criterion.cap());
            until = until.isBefore(tally.until()) ? until : tally.until();
            criteria.add(
                    new CriterionScore(group.code(), criterion.code(), criterion.name(), tally.count(), raw, capped));
            if (raw.signum() != 0) {
                Decay decay = criterion.decay();
                contributions.add(new Contribution(
                        Contribution.Kind.CRITERION,
                        group.code(),
                        criterion.code(),
                        criterion.name(),
                        criterion.rule().condition().describe(),
                        tally.count(),
                        raw,
                        null,
                        decay == null ? null : decay.describe()));
            }
            cut(
                    Contribution.Kind.CRITERION_CAP,
                    group.code(),
                    criterion.code(),
                    criterion.name(),
                    "the cap of the criterion",
                    capped.subtract(raw),
                    criterion.cap());
            return capped;
        }

        private void cut(
                Contribution.Kind kind,
                @Nullable String group,
                @Nullable String criterion,
                String name,
                String because,
                BigDecimal points,
                @Nullable BigDecimal limit) {
            if (points.signum() != 0) {
                contributions.add(new Contribution(kind, group, criterion, name, because, 0, points, limit, null));
            }
        }

        <S> Score score(PointsModel<S> model, Moment moment) {
            BigDecimal value = Points.capped(total, model.cap());
            cut(
                    Contribution.Kind.TOTAL_CAP,
                    null,
                    null,
                    model.name(),
                    "the cap of the total",
                    value.subtract(total),
                    model.cap());
            String grade = model.gradeOf(value).map(Grade::name).orElse(null);
            return new Score(
                    model.id(),
                    model.version(),
                    moment,
                    value,
                    grade,
                    mark(model, Group.Kind.FIT),
                    mark(model, Group.Kind.ENGAGEMENT),
                    contributions,
                    criteria,
                    groups,
                    until,
                    null,
                    List.of());
        }

        private <S> @Nullable String mark(PointsModel<S> model, Group.Kind kind) {
            GradeMatrix matrix = model.matrix();
            BigDecimal points = byKind.getOrDefault(kind, BigDecimal.ZERO);
            return matrix == null
                    ? null
                    : matrix.of(kind, points).map(Grade::name).orElse(null);
        }
    }
}
