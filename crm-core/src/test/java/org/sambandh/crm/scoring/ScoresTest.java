package org.sambandh.crm.scoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.sambandh.crm.condition.Conditions.all;
import static org.sambandh.crm.condition.Conditions.always;
import static org.sambandh.crm.condition.Conditions.count;
import static org.sambandh.crm.condition.Conditions.inSegment;
import static org.sambandh.crm.condition.Conditions.where;
import static org.sambandh.crm.condition.Tests.atLeast;
import static org.sambandh.crm.condition.Tests.is;
import static org.sambandh.crm.condition.Window.ever;
import static org.sambandh.crm.condition.Window.last;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sambandh.crm.common.EntityRef;
import org.sambandh.crm.common.ExternalRef;
import org.sambandh.crm.common.Invalid;
import org.sambandh.crm.common.ModelId;
import org.sambandh.crm.common.NotFound;
import org.sambandh.crm.common.RuleViolation;
import org.sambandh.crm.common.SegmentId;
import org.sambandh.crm.condition.Condition;
import org.sambandh.crm.condition.Rule;
import org.sambandh.crm.condition.Verdict;
import org.sambandh.crm.store.Page;
import org.sambandh.crm.store.Upserted;

class ScoresTest {

    private static final ModelId MODEL = new ModelId("interest");
    private static final Condition<Guest> INDIAN = where(Fair.COUNTRY, is("IN"));

    private final Fair fair = new Fair();
    private final Scores scores = fair.scores();
    private Guest asha = Guest.of("asha", "IN", "steel");
    private Guest bram = Guest.of("bram", "NL", null);

    @BeforeEach
    void admit() {
        asha = fair.save(asha);
        bram = fair.save(bram);
    }

    private static Criterion<Guest> country(long points) {
        return Criterion.of("country", "From India", points, Guest.class, INDIAN);
    }

    private static Criterion<Guest> mails() {
        return Criterion.of(
                        "mails",
                        "Mails",
                        5,
                        Guest.class,
                        count(Fair.TOUCHES, where(Fair.WHAT, is("mail")), last(Duration.ofDays(10)), atLeast(1)))
                .eachTime();
    }

    private static PointsModel<Guest> model(long points) {
        return PointsModel.of(
                        MODEL,
                        "Interest",
                        Guest.class,
                        Group.fit("fit", "Fit", country(points)),
                        Group.engagement("engagement", "Engagement", mails()))
                .graded(Grade.of("A", 15), Grade.of("B", 10));
    }

    private BigDecimal value(Guest guest) {
        return scores.score(MODEL, guest.ref()).value();
    }

    @Test
    void aModelIsStoredWithAVersionThatCountsItsChanges() {
        assertThat(scores.define(model(10)).model().version()).isEqualTo(1);
        ScoreModel again = scores.define(model(10));
        assertThat(again.model().version()).isEqualTo(1);
        ScoreModel changed = scores.define(model(12));
        assertThat(changed.model().version()).isEqualTo(2);
        assertThat(fair.events(ScoreEvents.MODEL_DEFINED)).hasSize(1);
        assertThat(fair.events(ScoreEvents.MODEL_CHANGED)).hasSize(1);
        assertThat(scores.models()).containsExactly(changed);
        assertThat(scores.score(MODEL, asha.ref()).version()).isEqualTo(2);
    }

    @Test
    void bringingInTheSameModelAgainWritesNothing() {
        ExternalRef ref = new ExternalRef("erp", "model", "3");
        Upserted<ScoreModel> first = scores.upsert(ref, model(10));
        PointsModel<Guest> otherId = new PointsModel<>(
                new ModelId("else"),
                7,
                "Interest",
                Guest.class,
                model(10).groups(),
                null,
                model(10).grades());
        Upserted<ScoreModel> again = scores.upsert(ref, otherId);
        assertThat(first).isInstanceOf(Upserted.Created.class);
        assertThat(again).isInstanceOf(Upserted.Unchanged.class);
        assertThat(again.entity().revision()).isEqualTo(first.entity().revision());
        Upserted<ScoreModel> changed = scores.upsert(ref, model(11));
        assertThat(changed).isInstanceOf(Upserted.Updated.class);
        assertThat(changed.entity().model().version()).isEqualTo(2);
        assertThat(scores.models()).hasSize(1);
    }

    @Test
    void capsThatContradictEachOtherAreRefused() {
        List<PointsModel<Guest>> contradicting = List.of(
                PointsModel.of(
                        MODEL,
                        "M",
                        Guest.class,
                        Group.fit("fit", "Fit", country(10).cappedAt(9))),
                PointsModel.of(
                        MODEL,
                        "M",
                        Guest.class,
                        Group.fit("fit", "Fit", country(10).cappedAt(20)).cappedAt(15)),
                PointsModel.of(
                                MODEL,
                                "M",
                                Guest.class,
                                Group.fit("fit", "Fit", country(10)).cappedAt(20))
                        .cappedAt(15));
        for (PointsModel<Guest> model : contradicting) {
            assertThatExceptionOfType(Invalid.class)
                    .isThrownBy(() -> scores.define(model))
                    .satisfies(e -> assertThat(e.path()).isEqualTo("model.caps"));
        }
        assertThat(scores.models()).isEmpty();
    }

    @Test
    void aModelThatNamesAnUndeclaredFieldIsRefused() {
        Criterion<Guest> forgotten = Criterion.of("f", "F", 1, Guest.class, where(Fair.FORGOTTEN, is("x")));
        assertThatExceptionOfType(Invalid.class)
                .isThrownBy(() ->
                        scores.define(PointsModel.of(MODEL, "M", Guest.class, Group.fit("fit", "Fit", forgotten))));
    }

    @Test
    void aStoredModelThatIsBrokenIsListedButNotRun() {
        scores.define(model(10));
        Criterion<Guest> broken = new Criterion<>(
                "b",
                "B",
                BigDecimal.ONE,
                new Rule.Broken<>(Guest.class, "$.field", "no such field", "{}"),
                false,
                null,
                null,
                null);
        ScoreModel stored = scores.model(MODEL);
        fair.run(unit -> unit.get(ScoreModelRepository.class)
                .save(List.of(stored.toBuilder()
                        .model(PointsModel.of(MODEL, "M", Guest.class, Group.fit("fit", "Fit", broken)))
                        .build())));
        assertThat(scores.models()).hasSize(1);
        assertThat(scores.model(MODEL).model().broken()).hasSize(1);
        assertThatExceptionOfType(RuleViolation.class)
                .isThrownBy(() -> scores.score(MODEL, asha.ref()))
                .satisfies(e -> assertThat(e.rule()).isEqualTo("model-broken"));
        scores.define(model(10));
        assertThat(value(asha)).isEqualByComparingTo("10");
    }

    @Test
    void whatIsMissingIsNotFoundAndAnotherKindIsInvalid() {
        assertThatExceptionOfType(NotFound.class).isThrownBy(() -> scores.score(MODEL, asha.ref()));
        scores.define(model(10));
        EntityRef nobody = new EntityRef("customer", "nobody");
        assertThatExceptionOfType(NotFound.class).isThrownBy(() -> scores.score(MODEL, nobody));
        assertThatExceptionOfType(Invalid.class).isThrownBy(() -> scores.score(MODEL, new EntityRef("lead", "asha")));
        assertThatExceptionOfType(Invalid.class).isThrownBy(() -> scores.scoreAll(MODEL, Touch.class, 10, null));
    }

    @Test
    void anArchivedModelIsKeptAndUsedAgainWhenItIsDefinedAgain() {
        scores.define(model(10));
        assertThat(scores.archive(MODEL).archived()).isTrue();
        scores.archive(MODEL);
        assertThat(fair.events(ScoreEvents.MODEL_ARCHIVED)).hasSize(1);
        ScoreModel again = scores.define(model(10));
        assertThat(again.archived()).isFalse();
        assertThat(again.model().version()).isEqualTo(1);
    }

    @Test
    void allSubjectsAreScoredPageAfterPageAsIfOneByOne() {
        scores.define(model(10));
        fair.touch(bram, "mail", Fair.START);
        Page<ScoredSubject<Guest>> first = scores.scoreAll(MODEL, Guest.class, 1, null);
        Page<ScoredSubject<Guest>> second =
                scores.scoreAll(MODEL, Guest.class, 1, first.next().orElseThrow());
        assertThat(first.items()).containsExactly(new ScoredSubject<>(asha, scores.score(MODEL, asha.ref())));
        assertThat(second.items()).containsExactly(new ScoredSubject<>(bram, scores.score(MODEL, bram.ref())));
    }

    @Test
    void aPastScoreSeesOnlyTheFactsOfThenAndNamesTheValuesOfNow() {
        scores.define(model(10));
        Instant then = Fair.START.plus(Duration.ofDays(1));
        fair.touch(asha, "mail", Fair.START);
        fair.touch(asha, "mail", then.plusSeconds(1));
        Instant now = Fair.START.plus(Duration.ofDays(2));
        fair.at(now);

        Score past = scores.scoreAt(MODEL, asha.ref(), then);
        assertThat(past.value()).isEqualByComparingTo("15");
        assertThat(past.valuesAsOf()).isEqualTo(now);
        assertThat(past.currentValues()).containsExactly("country");
        assertThat(past.text()).contains("Read as of 2026-03-03T00:00:00Z, not as of 2026-03-02T00:00:00Z: country");

        assertThat(value(asha)).isEqualByComparingTo("20");
        assertThat(scores.score(MODEL, asha.ref()).valuesAsOf()).isNull();
        assertThat(scores.scoreAt(MODEL, asha.ref(), now)).isEqualTo(scores.score(MODEL, asha.ref()));
        assertThatExceptionOfType(Invalid.class)
                .isThrownBy(() -> scores.scoreAt(MODEL, asha.ref(), now.plusSeconds(1)));
    }

    @Test
    void whatHasNoHistoryIsNamed() {
        SegmentId segment =
                fair.segments().define("Indians", Guest.class, INDIAN).id();
        PointsModel<Guest> model = PointsModel.of(
                MODEL,
                "M",
                Guest.class,
                Group.fit(
                        "fit",
                        "Fit",
                        Criterion.of("s", "S", 1, Guest.class, inSegment(segment)),
                        Criterion.of("t", "T", 1, Guest.class, count(Fair.TIMELESS, ever(), atLeast(1))),
                        Criterion.of(
                                "p",
                                "P",
                                1,
                                Guest.class,
                                count(Fair.TOUCHES, where(Fair.BY.to(Fair.TRADE), is("steel")), ever(), atLeast(1)))));
        scores.define(model);
        fair.at(Fair.START.plusSeconds(60));
        fair.touch(asha, "mail", Fair.START);
        assertThat(scores.scoreAt(MODEL, asha.ref(), Fair.START).currentValues())
                .containsExactly("timelessTouches", "touches.guest.trade");
        assertThat(scores.score(MODEL, asha.ref()).value()).isEqualByComparingTo("3");
    }

    @Test
    void onlyTheNewestFactsCountAndAFactOfUnknownAgeEarnsNothingThatFades() {
        Condition<Guest> did = count(Fair.TOUCHES, where(Fair.WHAT, is("mail")), ever(), atLeast(1));
        scores.define(PointsModel.of(
                MODEL,
                "M",
                Guest.class,
                Group.engagement(
                        "g",
                        "G",
                        Criterion.of("newest", "N", 16, Guest.class, did)
                                .newestOnly(2)
                                .halfLife(1),
                        Criterion.of("each", "E", 1, Guest.class, did).eachTime())));
        for (int days : List.of(3, 0, 1)) {
            fair.touch(asha, "mail", Fair.START.minus(Duration.ofDays(days)));
        }
        fair.touch(asha, "mail", null);
        fair.touch(bram, "mail", null);
        assertThat(scores.score(MODEL, asha.ref()).contributions().stream()
                        .map(c -> c.points().toPlainString()))
                .containsExactly("24", "4");
        assertThat(value(bram)).isEqualByComparingTo("1");
    }

    @Test
    void pointsPerFactAreGivenOnlyWhileTheCountPassesItsTest() {
        scores.define(PointsModel.of(
                MODEL,
                "M",
                Guest.class,
                Group.engagement(
                        "g",
                        "G",
                        Criterion.of("c", "C", 3, Guest.class, count(Fair.TOUCHES, ever(), atLeast(2)))
                                .eachTime())));
        fair.touch(asha, "mail", Fair.START);
        assertThat(value(asha)).isEqualByComparingTo("0");
        fair.touch(asha, "mail", Fair.START);
        assertThat(value(asha)).isEqualByComparingTo("6");
    }

    @Test
    void aScoreWithoutPointsExistsAndIsZero() {
        scores.define(model(10));
        Score score = scores.score(MODEL, bram.ref());
        assertThat(score.value()).isEqualByComparingTo("0");
        assertThat(score.grade()).isNull();
        assertThat(score.contributions()).isEmpty();
        assertThat(score.criteria()).hasSize(2);
        assertThat(score.text()).isEqualTo("0 points");
        assertThat(score.until()).isEqualTo(Verdict.FOREVER);
    }

    @Test
    void theCapOfTheTotalIsTheLastContribution() {
        scores.define(model(10).cappedAt(12));
        fair.touch(asha, "mail", Fair.START);
        Score score = scores.score(MODEL, asha.ref());
        assertThat(score.value()).isEqualByComparingTo("12");
        Contribution cap = score.contributions().get(2);
        assertThat(cap.kind()).isEqualTo(Contribution.Kind.TOTAL_CAP);
        assertThat(cap.points()).isEqualByComparingTo("-3");
        assertThat(score.text()).endsWith("\n-3 by the cap of the total: at most 12");
    }

    @Test
    void everyContributionNamesItsConditionInWords() {
        scores.define(model(10));
        fair.touch(asha, "mail", Fair.START);
        assertThat(scores.score(MODEL, asha.ref()).contributions())
                .allSatisfy(c -> assertThat(c.because()).isNotBlank());
        assertThat(scores.score(MODEL, asha.ref()).contributions().get(0).because())
                .isEqualTo(INDIAN.describe());
    }

    @Test
    void anOutlookNamesTheChangesThatTimeAloneWillBring() {
        scores.define(model(10));
        fair.touch(asha, "mail", Fair.START);
        fair.touch(asha, "mail", Fair.START.plus(Duration.ofDays(5)));
        Outlook outlook = scores.outlook(MODEL, asha.ref());
        assertThat(outlook.score().value()).isEqualByComparingTo("15");
        assertThat(outlook.valueUntil()).isEqualTo(Fair.START.plus(Duration.ofDays(5)));
        assertThat(outlook.gradeUntil())
                .isEqualTo(Fair.START.plus(Duration.ofDays(15)).plusNanos(1_000));
        assertThat(outlook.complete()).isTrue();
        Outlook steady = scores.outlook(MODEL, bram.ref());
        assertThat(steady.valueUntil()).isEqualTo(Verdict.FOREVER);
        assertThat(steady.gradeUntil()).isEqualTo(Verdict.FOREVER);
    }

    @Test
    void anExplanationShowsWhatWasFoundForEveryCriterion() {
        scores.define(model(10));
        ScoreExplanation explanation = scores.explain(MODEL, bram.ref());
        assertThat(explanation.criteria()).hasSize(2);
        assertThat(explanation.criteria().get(0).why().matches()).isFalse();
        assertThat(explanation.text()).contains("From India\nno   ").contains("NL");
        assertThat(explanation.toString()).doesNotContain("NL");
    }

    @Test
    void recordingKeepsTheLatestScoreAndTellsOnlyOfAnotherResult() {
        scores.define(model(10));
        assertThat(scores.recorded(MODEL, asha.ref())).isEmpty();
        ScoreSnapshot first = scores.record(MODEL, asha.ref());
        ScoreSnapshot same = scores.record(MODEL, asha.ref());
        assertThat(same.revision()).isEqualTo(first.revision());
        fair.touch(asha, "mail", Fair.START);
        ScoreSnapshot second = scores.record(MODEL, asha.ref());
        assertThat(second.id()).isEqualTo(first.id());
        assertThat(second.score().grade()).isEqualTo("A");
        assertThat(scores.recorded(MODEL, asha.ref()).orElseThrow().score().value())
                .isEqualByComparingTo("15");
        assertThat(fair.events(ScoreEvents.SCORE_CHANGED)).hasSize(2).allMatch(e -> e.contains("[customer asha]"));
    }

    @Test
    void aRecordedScoreCanBeTestedByAnyCondition() {
        scores.define(model(10));
        scores.record(MODEL, asha.ref());
        scores.record(MODEL, bram.ref());
        Condition<ScoreSnapshot> good =
                all(where(ScoreSnapshotFields.MODEL, is(MODEL)), where(ScoreSnapshotFields.VALUE, atLeast(10)));
        assertThat(fair.segments()
                        .preview(Guest.class, count(ScoreSnapshotFields.scores(Fair.ID), good, ever(), atLeast(1)), 10)
                        .sample())
                .containsExactly(asha);
    }

    @Test
    void afterAMergeTheSurvivorKeepsItsScoreAndTakesOverWhatItHasNot() {
        ModelId other = new ModelId("other");
        scores.define(model(10));
        scores.define(PointsModel.of(
                other, "Other", Guest.class, Group.fit("f", "F", Criterion.of("a", "A", 7, Guest.class, always()))));
        scores.record(MODEL, asha.ref());
        scores.record(MODEL, bram.ref());
        scores.record(other, bram.ref());
        fair.merge(bram, asha);
        assertThat(scores.recorded(MODEL, bram.ref()).orElseThrow().subject()).isEqualTo(asha.ref());
        assertThat(scores.recorded(MODEL, asha.ref()).orElseThrow().score().value())
                .isEqualByComparingTo("10");
        assertThat(scores.recorded(other, asha.ref()).orElseThrow().score().value())
                .isEqualByComparingTo("7");
        long rows = fair.run(unit -> unit.get(ScoreSnapshotRepository.class).count(always(), unit.moment()));
        assertThat(rows).isEqualTo(2);
        assertThat(scores.score(MODEL, bram.ref()).value()).isEqualByComparingTo("10");
    }

    @Test
    void anExportHoldsTheScoreWithItsReasonsAndAnErasureDestroysIt() {
        scores.define(model(10));
        scores.record(MODEL, asha.ref());
        assertThat(fair.export(asha.ref()))
                .singleElement()
                .satisfies(item -> assertThat(item.values())
                        .containsEntry("model", "interest")
                        .containsEntry("grade", "B")
                        .containsEntry(
                                "explanation", scores.score(MODEL, asha.ref()).text()));
        fair.erase(asha);
        assertThat(scores.recorded(MODEL, asha.ref())).isEmpty();
    }
}
