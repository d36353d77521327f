package org.sambandh.crm.scoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.sambandh.crm.condition.Conditions.all;
import static org.sambandh.crm.condition.Conditions.always;
import static org.sambandh.crm.condition.Conditions.count;
import static org.sambandh.crm.condition.Conditions.where;
import static org.sambandh.crm.condition.Tests.atLeast;
import static org.sambandh.crm.condition.Tests.in;
import static org.sambandh.crm.condition.Tests.is;
import static org.sambandh.crm.condition.Window.last;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sambandh.crm.common.DuplicateKey;
import org.sambandh.crm.common.Invalid;
import org.sambandh.crm.common.ModelId;
import org.sambandh.crm.common.NotFound;
import org.sambandh.crm.common.ScoreSnapshotId;
import org.sambandh.crm.condition.Condition;
import org.sambandh.crm.segment.Segment;
import org.sambandh.crm.store.Page;

class ScoreHistoryTest {

    private static final ModelId MODEL = new ModelId("interest");

    private final Fair fair = new Fair();
    private final Scores scores = fair.scores();
    private Guest asha = Guest.of("asha", "IN", "steel");
    private Guest bram = Guest.of("bram", "NL", null);

    @BeforeEach
    void admit() {
        asha = fair.save(asha);
        bram = fair.save(bram);
        scores.define(model("From India", 10));
    }

    private static PointsModel<Guest> model(String name, long points) {
        return PointsModel.of(
                        MODEL,
                        "Interest",
                        Guest.class,
                        Group.fit(
                                "fit",
                                "Fit",
                                Criterion.of("c", name, points, Guest.class, where(Fair.COUNTRY, is("IN")))),
                        Group.engagement(
                                "did",
                                "Engagement",
                                Criterion.of(
                                                "mails",
                                                "Mails",
                                                5,
                                                Guest.class,
                                                count(
                                                        Fair.TOUCHES,
                                                        where(Fair.WHAT, is("mail")),
                                                        last(Duration.ofDays(10)),
                                                        atLeast(1)))
                                        .eachTime()))
                .graded(Grade.of("A", 15), Grade.of("B", 10))
                .graded(new GradeMatrix(List.of(Grade.of("X", 10)), List.of(Grade.of("1", 5), Grade.of("2", 0))));
    }

    private static Instant day(int day) {
        return Fair.START.plus(Duration.ofDays(day));
    }

    private List<ScoreSnapshot> history(Guest guest) {
        return scores.history(MODEL, guest.ref(), 100, null).items();
    }

    private static List<String> lines(List<ScoreSnapshot> history) {
        return history.stream()
                .map(s -> s.score().value() + " " + s.recordedAt() + " "
                        + s.supersededAt().map(Object::toString).orElse("latest"))
                .toList();
    }

    @Test
    void everyOtherResultIsKeptWithTheTimeDuringWhichItWasTheLatest() {
        ScoreSnapshot first = scores.record(MODEL, asha.ref());
        fair.at(day(1)).touch(asha, "mail", day(1));
        ScoreSnapshot second = scores.record(MODEL, asha.ref());
        fair.at(day(2));
        scores.record(MODEL, asha.ref());
        fair.at(day(20));
        scores.record(MODEL, asha.ref());
        assertThat(second.id()).isEqualTo(first.id());
        assertThat(lines(history(asha)))
                .containsExactly(
                        "10 " + day(20) + " latest", "15 " + day(1) + " " + day(20), "10 " + day(0) + " " + day(1));
        assertThat(history(asha).get(0))
                .isEqualTo(scores.recorded(MODEL, asha.ref()).orElseThrow());
        assertThat(history(asha).get(0).latest()).isTrue();
        assertThat(history(asha).get(1).latest()).isFalse();
        assertThat(history(bram)).isEmpty();
    }

    @Test
    void theHistoryIsPagedFromTheLatestOn() {
        for (int i = 0; i < 7; i++) {
            fair.at(day(i)).touch(asha, "mail", day(i));
            scores.record(MODEL, asha.ref());
        }
        List<ScoreSnapshot> whole = history(asha);
        assertThat(whole).hasSize(7);
        Page<ScoreSnapshot> page = scores.history(MODEL, asha.ref(), 3, null);
        assertThat(page.items()).isEqualTo(whole.subList(0, 3));
        page = scores.history(MODEL, asha.ref(), 3, page.next().orElseThrow());
        assertThat(page.items()).isEqualTo(whole.subList(3, 6));
    }

    @Test
    void otherReasonsForTheSameResultAreKeptTooAndToldApart() {
        scores.record(MODEL, asha.ref());
        fair.at(day(1));
        scores.define(model("Has an office in India", 10));
        ScoreSnapshot after = scores.record(MODEL, asha.ref());
        assertThat(after.recordedAt()).isEqualTo(day(1));
        assertThat(history(asha)).extracting(s -> s.score().version()).containsExactly(2, 1);
        assertThat(history(asha).get(1).score().text()).contains("From India").doesNotContain("office");
        assertThat(fair.events(ScoreEvents.SCORE_CHANGED)).hasSize(1);
        assertThat(fair.events(ScoreEvents.SCORE_RESTATED)).hasSize(1).allMatch(e -> e.contains("[customer asha]"));
    }

    @Test
    void anotherEndOfTheSameScoreIsNoNewEntry() {
        fair.touch(asha, "mail", day(0));
        scores.record(MODEL, asha.ref());
        fair.touch(asha, "mail", day(5));
        ScoreSnapshot again = scores.record(MODEL, asha.ref());
        assertThat(again.score().until()).isEqualTo(day(5));
        assertThat(history(asha)).hasSize(1);
    }

    @Test
    void aHostMayForgetWhatWasReplacedBeforeAnInstantAndTheRestStays() {
        for (int i = 0; i < 5; i++) {
            fair.at(day(i)).touch(asha, "mail", day(i));
            scores.record(MODEL, asha.ref());
        }
        assertThat(scores.forgetBefore(day(3), 2)).isEqualTo(2);
        assertThat(scores.forgetBefore(day(3), 2)).isEqualTo(1);
        assertThat(scores.forgetBefore(day(3), 2)).isZero();
        assertThat(history(asha)).extracting(ScoreSnapshot::recordedAt).containsExactly(day(4), day(3));
        assertThatExceptionOfType(Invalid.class).isThrownBy(() -> scores.forgetBefore(day(3), 0));
    }

    @Test
    void thereIsOnlyOneLatestOfAModelAndASubject() {
        ScoreSnapshot first = scores.record(MODEL, asha.ref());
        ScoreSnapshot second = ScoreSnapshot.builder(new ScoreSnapshotId("other"))
                .subject(asha.ref())
                .score(first.score())
                .build();
        assertThatExceptionOfType(DuplicateKey.class)
                .isThrownBy(() ->
                        fair.run(unit -> unit.get(ScoreSnapshotRepository.class).save(List.of(second))));
    }

    @Test
    void mergeExportAndErasureReachTheHistory() {
        ModelId other = new ModelId("other");
        scores.define(PointsModel.of(
                other,
                "Other",
                Guest.class,
                Group.engagement(
                        "g", "G", model("x", 1).groups().get(1).criteria().get(0))));
        for (Guest guest : List.of(asha, bram)) {
            scores.record(MODEL, guest.ref());
        }
        scores.record(other, bram.ref());
        fair.at(day(1)).touch(bram, "mail", day(1));
        scores.record(MODEL, bram.ref());
        scores.record(other, bram.ref());
        fair.merge(bram, asha);
        assertThat(scores.history(other, asha.ref(), 10, null).items()).hasSize(2);
        assertThat(history(asha)).hasSize(1);
        assertThat(fair.export(asha.ref())).hasSize(3);
        fair.erase(asha);
        assertThat((long)
                        fair.run(unit -> unit.get(ScoreSnapshotRepository.class).count(always(), unit.moment())))
                .isZero();
    }

    @Test
    void theLatestScoreCanBeTestedByAnyCondition() {
        fair.touch(bram, "mail", day(0));
        scores.record(MODEL, asha.ref());
        scores.record(MODEL, bram.ref());
        assertThat(preview(where(ScoreSnapshotFields.GRADE, in("A", "B")))).containsExactly(asha);
        assertThat(preview(where(ScoreSnapshotFields.VALUE, atLeast(5)))).containsExactly(asha, bram);
        assertThat(preview(where(ScoreSnapshotFields.COMBINED, is("X2")))).containsExactly(asha);
        assertThat(preview(where(ScoreSnapshotFields.ENGAGEMENT, atLeast(5)))).containsExactly(bram);
        assertThat(preview(all(
                        where(ScoreSnapshotFields.LATEST, is(true)),
                        where(ScoreSnapshotFields.LETTER, is("X")),
                        where(ScoreSnapshotFields.FIT, atLeast(10)))))
                .containsExactly(asha);
        fair.at(day(1));
        fair.save(asha.from("NL"));
        scores.record(MODEL, asha.ref());
        assertThat(preview(where(ScoreSnapshotFields.VALUE, atLeast(10)))).isEmpty();
        assertThat(fair.segments()
                        .preview(
                                Guest.class,
                                count(
                                        ScoreSnapshotFields.scores(Fair.ID),
                                        where(ScoreSnapshotFields.VALUE, atLeast(10)),
                                        last(Duration.ofDays(30)),
                                        atLeast(1)),
                                10)
                        .sample())
                .containsExactly(asha);
    }

    private List<Guest> preview(Condition<ScoreSnapshot> test) {
        return fair.segments()
                .preview(Guest.class, ScoreSnapshotFields.latestPasses(Fair.ID, MODEL, test), 10)
                .sample();
    }

    @Test
    void aSegmentByGradeFollowsWhatIsRecorded() {
        Segment segment = fair.segments()
                .define(
                        "Good ones",
                        Guest.class,
                        ScoreSnapshotFields.latestPasses(
                                Fair.ID, MODEL, where(ScoreSnapshotFields.GRADE, in("A", "B"))));
        fair.segments().refresh(segment.id());
        assertThat(fair.segments().isMember(segment.id(), asha.ref())).isFalse();
        scores.record(MODEL, asha.ref());
        fair.segments().refresh(segment.id());
        assertThat(fair.segments().isMember(segment.id(), asha.ref())).isTrue();
    }

    @Test
    void everyVersionOfAModelIsKeptAndUnknownOnesAreRefused() {
        fair.at(day(3));
        scores.define(model("Has an office in India", 12));
        scores.archive(MODEL);
        scores.define(model("Has an office in India", 12));
        assertThat(scores.model(MODEL, 1)).isEqualTo(model("From India", 10));
        assertThat(scores.model(MODEL, 2)).isEqualTo(scores.model(MODEL).model());
        for (int version : new int[] {0, 3, -1}) {
            assertThatExceptionOfType(Invalid.class)
                    .isThrownBy(() -> scores.model(MODEL, version))
                    .satisfies(e -> assertThat(e.path()).isEqualTo("version"));
        }
        assertThatExceptionOfType(NotFound.class).isThrownBy(() -> scores.model(new ModelId("none"), 1));
    }
}
