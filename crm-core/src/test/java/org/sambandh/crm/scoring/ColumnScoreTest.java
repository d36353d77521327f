package org.sambandh.crm.scoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.sambandh.crm.condition.Conditions.count;
import static org.sambandh.crm.condition.Conditions.where;
import static org.sambandh.crm.condition.Tests.atLeast;
import static org.sambandh.crm.condition.Tests.is;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.sambandh.crm.common.InteractionId;
import org.sambandh.crm.common.Invalid;
import org.sambandh.crm.common.ModelId;
import org.sambandh.crm.common.Moment;
import org.sambandh.crm.common.Revision;
import org.sambandh.crm.condition.Conditions;
import org.sambandh.crm.condition.Facts;
import org.sambandh.crm.condition.Window;
import org.sambandh.crm.field.Relation;
import org.sambandh.crm.table.FactTable;
import org.sambandh.crm.table.TableView;

class ColumnScoreTest {

    private static final Fair FAIR = new Fair();

    /** Some guests, each with what was done. */
    record Crowd(List<Guest> guests, Map<Guest, List<Touch>> touches) implements Facts {

        @Override
        @SuppressWarnings("unchecked") // the only relation asked for leads from guests to touches
        public <S, R> List<List<R>> related(Relation<S, R> relation, List<S> chunk, Moment moment) {
            assertThat(relation).isEqualTo(Fair.TOUCHES);
            return chunk.stream()
                    .map(guest -> (List<R>) touches.getOrDefault((Guest) guest, List.of()))
                    .toList();
        }
    }

    private record Drawn(Guest like, List<Touch> touches) {}

    @Provide
    Arbitrary<ScorerPropertiesTest.Trial> trials() {
        return new ScorerPropertiesTest().trials();
    }

    @Provide
    Arbitrary<Crowd> crowds() {
        Arbitrary<String> countries = Arbitraries.of("IN", "NL", "FR").injectNull(0.2);
        Arbitrary<String> trades = Arbitraries.of("steel", "stone", "paper").injectNull(0.2);
        return Combinators.combine(countries, trades, ScorerPropertiesTest.touches())
                .as((country, trade, touches) -> new Drawn(Guest.of("g", country, trade), touches))
                .list()
                .ofMaxSize(12)
                .map(ColumnScoreTest::crowd);
    }

    private static Crowd crowd(List<Drawn> drawn) {
        Crowd crowd = new Crowd(new ArrayList<>(), new HashMap<>());
        for (Drawn one : drawn) {
            Guest guest = Guest.of(
                    "g" + crowd.guests().size(),
                    one.like().country(),
                    one.like().trade());
            crowd.guests().add(guest);
            crowd.touches().put(guest, one.touches());
        }
        return crowd;
    }

    private static FactTable<Guest> table(Scorer<Guest> scorer, Crowd crowd, Moment moment) {
        return FactTable.builder(FAIR.catalog(), Guest.class)
                .needing(scorer.conditions())
                .build(crowd.guests(), crowd, moment);
    }

    @Property(tries = 1_500, edgeCases = EdgeCasesMode.NONE)
    void everyRowHasThePointsOfItsSubject(
            @ForAll("trials") ScorerPropertiesTest.Trial trial, @ForAll("crowds") Crowd crowd) {
        Scorer<Guest> scorer = Scorer.of(trial.model(), FAIR.catalog());
        Moment moment = new Moment(Fair.START, trial.zone());
        TableView<Guest> view = table(scorer, crowd, moment).view();
        long[] expected = crowd.guests().stream()
                .mapToLong(guest -> scorer.points(guest, crowd, moment))
                .toArray();
        assertThat(scorer.points(view, moment)).isEqualTo(expected);
    }

    @Property(tries = 200, edgeCases = EdgeCasesMode.NONE)
    void theBestComeFirstAndEqualOnesInTheOrderOfTheirRows(
            @ForAll("trials") ScorerPropertiesTest.Trial trial, @ForAll("crowds") Crowd crowd) {
        Scorer<Guest> scorer = Scorer.of(trial.model(), FAIR.catalog());
        Moment moment = new Moment(Fair.START, trial.zone());
        TableView<Guest> view = table(scorer, crowd, moment).view();
        List<RowScore> best = scorer.best(view, 4, moment);
        List<RowScore> everybody = new ArrayList<>();
        for (Guest guest : crowd.guests()) {
            Score score = scorer.score(guest, crowd, moment);
            int row = view.row(guest.id()).orElseThrow();
            everybody.add(new RowScore(row, guest.id().value(), score.value(), score.grade()));
        }
        everybody.sort((a, b) -> b.value().compareTo(a.value()));
        assertThat(best).isEqualTo(everybody.subList(0, Math.min(4, everybody.size())));
    }

    private static Scorer<Guest> scorer(Criterion<Guest> criterion) {
        return Scorer.of(
                PointsModel.of(new ModelId("m"), "M", Guest.class, Group.engagement("g", "G", criterion, everybody())),
                FAIR.catalog());
    }

    private static Criterion<Guest> everybody() {
        return Criterion.of("all", "Everybody", 3, Guest.class, Conditions.<Guest>always());
    }

    private static Criterion<Guest> clicks() {
        return Criterion.of(
                "clicks",
                "Clicks",
                new BigDecimal("0.5"),
                Guest.class,
                count(Fair.TOUCHES, where(Fair.WHAT, is("click")), Window.ever(), atLeast(1)));
    }

    private static Touch click(Guest guest, Instant at) {
        return new Touch(new InteractionId("t"), Revision.NEW, guest.id(), "click", at);
    }

    @Example
    void manyChunksAreScoredAsOneAndDeletedSubjectsHaveNoPoints() {
        Crowd crowd = new Crowd(new ArrayList<>(), new HashMap<>());
        for (int i = 0; i < 5_000; i++) {
            Guest guest = Guest.of("g" + i, null, null);
            crowd.guests().add(guest);
            List<Touch> touches = new ArrayList<>();
            for (int k = 0; k < i % 7; k++) {
                touches.add(click(guest, Fair.START.minus(Duration.ofDays(k))));
            }
            crowd.touches().put(guest, touches);
        }
        Scorer<Guest> scorer = scorer(clicks().newestOnly(4).cappedAt(12));
        Moment moment = new Moment(Fair.START, Fair.UTC);
        FactTable<Guest> table = table(scorer, crowd, moment);
        table.remove(List.of(crowd.guests().get(4_100).id()));
        long[] points = scorer.points(table.view(), moment);
        assertThat(points).hasSize(5_000);
        for (int row = 0; row < points.length; row++) {
            long expected = row == 4_100 ? 0 : scorer.points(crowd.guests().get(row), crowd, moment);
            assertThat(points[row]).as("row %d", row).isEqualTo(expected);
        }
        assertThat(scorer.best(table.view(), 5_000, moment)).hasSize(4_999);
    }

    @Example
    void moreFactsThanAWalkCountsTogetherAreCountedAlone() {
        Guest busy = Guest.of("busy", null, null);
        Guest quiet = Guest.of("quiet", null, null);
        Crowd crowd = new Crowd(
                List.of(busy, quiet),
                Map.of(busy, Collections.nCopies(66_000, click(busy, Fair.START)), quiet, List.of()));
        Moment moment = new Moment(Fair.START, Fair.UTC);
        for (long least : new long[] {1, 65_536, 66_000, 66_001}) {
            Scorer<Guest> scorer = scorer(Criterion.of(
                    "many",
                    "Many",
                    5,
                    Guest.class,
                    count(Fair.TOUCHES, where(Fair.WHAT, is("click")), Window.ever(), atLeast(least))));
            assertThat(scorer.points(table(scorer, crowd, moment).view(), moment))
                    .containsExactly(
                            Points.scaled(BigDecimal.valueOf(least <= 66_000 ? 8 : 3)),
                            Points.scaled(BigDecimal.valueOf(3)));
        }
    }

    @Example
    void aFactFromTheBeginningOfTimeHasFadedOnEveryWay() {
        Guest guest = Guest.of("g", null, null);
        Crowd crowd = new Crowd(List.of(guest), Map.of(guest, List.of(click(guest, Instant.MIN))));
        Moment moment = new Moment(Fair.START, Fair.UTC);
        for (Criterion<Guest> criterion : List.of(clicks().halfLife(7), clicks().halfLife(36_500))) {
            Scorer<Guest> scorer = scorer(criterion);
            long three = Points.scaled(BigDecimal.valueOf(3));
            assertThat(scorer.points(guest, crowd, moment)).isEqualTo(three);
            assertThat(scorer.points(table(scorer, crowd, moment).view(), moment))
                    .containsExactly(three);
        }
    }

    @Example
    void aTableThatDoesNotHoldWhatTheModelNamesIsRefused() {
        Scorer<Guest> scorer = scorer(clicks());
        Crowd nobody = new Crowd(List.of(), Map.of());
        Moment moment = new Moment(Fair.START, Fair.UTC);
        TableView<Guest> bare = FactTable.builder(FAIR.catalog(), Guest.class)
                .build(nobody.guests(), nobody, moment)
                .view();
        assertThatExceptionOfType(Invalid.class)
                .isThrownBy(() -> scorer.points(bare, moment))
                .withMessageContaining("touches");
        assertThatExceptionOfType(Invalid.class).isThrownBy(() -> scorer.best(bare, 0, moment));
    }
}
