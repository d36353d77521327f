package org.sambandh.crm.scoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.sambandh.crm.condition.Conditions.count;
import static org.sambandh.crm.condition.Conditions.where;
import static org.sambandh.crm.condition.Tests.atLeast;
import static org.sambandh.crm.condition.Tests.is;
import static org.sambandh.crm.condition.Window.ever;
import static org.sambandh.crm.condition.Window.last;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.sambandh.crm.common.Invalid;
import org.sambandh.crm.common.ModelId;
import org.sambandh.crm.common.Moment;
import org.sambandh.crm.condition.Verdict;

class GradeMatrixTest {

    private static final ModelId MODEL = new ModelId("grades");
    private static final GradeMatrix MATRIX = new GradeMatrix(
            List.of(Grade.of("B", 10), Grade.of("A", 20), Grade.of("D", -10_000), Grade.of("C", 5)),
            List.of(Grade.of("1", 15), Grade.of("2", 8), Grade.of("3", 3), Grade.of("4", 0)));

    private final Fair fair = new Fair();

    private static PointsModel<Guest> model() {
        return PointsModel.of(
                        MODEL,
                        "Grades",
                        Guest.class,
                        Group.fit(
                                "fit",
                                "Fit",
                                Criterion.of("land", "From India", 10, Guest.class, where(Fair.COUNTRY, is("IN"))),
                                Criterion.of("trade", "Steel", 10, Guest.class, where(Fair.TRADE, is("steel")))),
                        Group.engagement(
                                "did",
                                "Engagement",
                                Criterion.of(
                                                "mails",
                                                "Mails",
                                                4,
                                                Guest.class,
                                                count(
                                                        Fair.TOUCHES,
                                                        where(Fair.WHAT, is("mail")),
                                                        last(Duration.ofDays(10)),
                                                        atLeast(1)))
                                        .eachTime(),
                                Criterion.of(
                                                "calls",
                                                "Calls",
                                                9,
                                                Guest.class,
                                                count(Fair.TOUCHES, where(Fair.WHAT, is("call")), ever(), atLeast(1)))
                                        .halfLife(4)))
                .graded(Grade.of("hot", 25), Grade.of("warm", 10))
                .graded(MATRIX);
    }

    @Test
    void theLetterComesFromFitAndTheNumberFromEngagement() {
        Guest asha = fair.guest("asha", "IN", "steel");
        Guest bram = fair.guest("bram", "NL", null);
        fair.scores().define(model());
        fair.touch(bram, "mail", Fair.START);
        fair.touch(bram, "call", Fair.START);
        Score fits = fair.scores().score(MODEL, asha.ref());
        assertThat(fits.letter()).isEqualTo("A");
        assertThat(fits.number()).isEqualTo("4");
        assertThat(fits.combined()).contains("A4");
        assertThat(fits.points(Group.Kind.FIT)).isEqualByComparingTo("20");
        assertThat(fits.points(Group.Kind.ENGAGEMENT)).isEqualByComparingTo("0");
        assertThat(fits.text()).startsWith("20 points, grade warm, A4");
        Score keen = fair.scores().score(MODEL, bram.ref());
        assertThat(keen.combined()).contains("D2");
        assertThat(keen.grade()).isEqualTo("warm");
    }

    @Test
    void pointsBelowTheLowestThresholdHaveNoMark() {
        assertThat(MATRIX.of(Group.Kind.ENGAGEMENT, new BigDecimal("-0.1"))).isEmpty();
        assertThat(MATRIX.of(Group.Kind.ENGAGEMENT, BigDecimal.ZERO))
                .map(Grade::name)
                .contains("4");
        assertThat(MATRIX.of(Group.Kind.FIT, new BigDecimal("19.999")))
                .map(Grade::name)
                .contains("B");
    }

    @Test
    void marksThatStandThereTwiceOrBeginTogetherAreRefusedAndSoAreScalesWithoutAny() {
        List<Grade> fine = List.of(Grade.of("1", 0));
        List<List<Grade>> wrong = List.of(
                List.of(),
                List.of(Grade.of("A", 1), Grade.of("A", 2)),
                List.of(Grade.of("A", 1), new Grade("B", new BigDecimal("1.0"))));
        for (List<Grade> grades : wrong) {
            assertThatExceptionOfType(Invalid.class)
                    .isThrownBy(() -> new GradeMatrix(grades, fine))
                    .satisfies(e -> assertThat(e.path()).isEqualTo("gradeMatrix.letters"));
            assertThatExceptionOfType(Invalid.class)
                    .isThrownBy(() -> new GradeMatrix(fine, grades))
                    .satisfies(e -> assertThat(e.path()).isEqualTo("gradeMatrix.numbers"));
        }
    }

    @Test
    void marksWithoutAGroupToEarnThemAreRefused() {
        PointsModel<Guest> fitOnly =
                PointsModel.of(MODEL, "M", Guest.class, model().groups().get(0)).graded(MATRIX);
        assertThatExceptionOfType(Invalid.class)
                .isThrownBy(() -> fair.scores().define(fitOnly))
                .satisfies(e -> assertThat(e.path()).isEqualTo("model.matrix"));
    }

    @Test
    void hugeFiguresAreRefusedQuickly() {
        BigDecimal huge = new BigDecimal("1e999999999");
        BigDecimal tiny = new BigDecimal("1e-999999999");
        for (BigDecimal figure : List.of(huge, tiny, huge.negate())) {
            assertThatExceptionOfType(Invalid.class).isThrownBy(() -> new Grade("A", figure));
            assertThatExceptionOfType(Invalid.class)
                    .isThrownBy(() -> Criterion.of("c", "C", figure, Guest.class, where(Fair.COUNTRY, is("IN"))));
            assertThatExceptionOfType(Invalid.class).isThrownBy(() -> Decay.linear(figure));
            assertThatExceptionOfType(Invalid.class)
                    .isThrownBy(() -> new Group<Guest>("g", "G", Group.Kind.FIT, figure, List.of()));
        }
    }

    @Test
    void beforeItsUntilNoMarkDiffersAndAtItEachDoes() {
        Random random = new Random(7);
        Scorer<Guest> scorer = Scorer.of(model(), fair.catalog());
        int finite = 0;
        for (int round = 0; round < 60; round++) {
            Guest guest =
                    fair.guest("g" + round, random.nextBoolean() ? "IN" : "NL", random.nextBoolean() ? "steel" : null);
            for (int i = random.nextInt(5); i > 0; i--) {
                Instant when = Fair.START.plus(Duration.ofHours(random.nextInt(480) - 240));
                fair.touch(guest, random.nextBoolean() ? "mail" : "call", when);
            }
            finite += fair.run(unit -> {
                Outlook outlook = scorer.outlook(guest, unit.facts(), unit.moment());
                assertThat(outlook.combinedUntil()).isIn(outlook.letterUntil(), outlook.numberUntil());
                Score now = outlook.score();
                int found = 0;
                List<Instant> untils = List.of(
                        outlook.valueUntil(), outlook.gradeUntil(), outlook.letterUntil(), outlook.numberUntil());
                for (int part = 0; part < untils.size(); part++) {
                    Instant until = untils.get(part);
                    boolean ends = !until.equals(Verdict.FOREVER);
                    long micros = ends ? Duration.between(Fair.START, until).toNanos() / 1_000 : 40L * 86_400_000_000L;
                    for (long before : new long[] {micros - 1, (long) (random.nextDouble() * micros)}) {
                        Moment then = new Moment(
                                Fair.START.plusNanos(before * 1_000),
                                unit.moment().zone());
                        assertThat(parts(scorer.score(guest, unit.facts(), then))
                                        .get(part))
                                .isEqualTo(parts(now).get(part));
                    }
                    if (ends) {
                        found++;
                        Score then = scorer.score(
                                guest,
                                unit.facts(),
                                new Moment(until, unit.moment().zone()));
                        assertThat(parts(then).get(part))
                                .isNotEqualTo(parts(now).get(part));
                    }
                }
                return found;
            });
        }
        assertThat(finite).isGreaterThan(40);
    }

    private static List<Object> parts(Score score) {
        List<Object> parts = new ArrayList<>();
        parts.add(score.value());
        parts.add(String.valueOf(score.grade()));
        parts.add(String.valueOf(score.letter()));
        parts.add(String.valueOf(score.number()));
        return parts;
    }
}
