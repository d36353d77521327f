package org.sambandh.crm.scoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.sambandh.crm.condition.Conditions.always;
import static org.sambandh.crm.condition.Conditions.count;
import static org.sambandh.crm.condition.Tests.atLeast;
import static org.sambandh.crm.condition.Window.ever;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.sambandh.crm.common.Invalid;
import org.sambandh.crm.common.ModelId;

class PointsModelTest {

    private static final ModelId MODEL = new ModelId("m");

    private static Criterion<Guest> criterion(String code) {
        return Criterion.of(code, "Anybody", 1, Guest.class, always());
    }

    private static Criterion<Guest> touches() {
        return Criterion.of("t", "Touches", 1, Guest.class, count(Fair.TOUCHES, ever(), atLeast(1)));
    }

    private static Criterion<Guest> timeless() {
        return Criterion.of("t", "Touches", 1, Guest.class, count(Fair.TIMELESS, ever(), atLeast(1)));
    }

    @Test
    void gradesStandHighestFirstAndAScoreBelowTheLowestHasNone() {
        PointsModel<Guest> model =
                PointsModel.of(MODEL, "M", Guest.class).graded(Grade.of("C", 0), Grade.of("A", 50), Grade.of("B", 20));
        assertThat(model.grades()).extracting(Grade::name).containsExactly("A", "B", "C");
        assertThat(model.gradeOf(new BigDecimal("49.999999999"))).contains(Grade.of("B", 20));
        assertThat(model.gradeOf(new BigDecimal("50"))).contains(Grade.of("A", 50));
        assertThat(model.gradeOf(new BigDecimal("-0.1"))).isEmpty();
    }

    @Test
    void aCodeOrGradeThatStandsTwiceIsRefused() {
        assertThatExceptionOfType(Invalid.class)
                .isThrownBy(() -> Group.fit("g", "G", criterion("same"), criterion("same")));
        assertThatExceptionOfType(Invalid.class)
                .isThrownBy(() -> PointsModel.of(
                        MODEL,
                        "M",
                        Guest.class,
                        Group.fit("g", "G", criterion("same")),
                        Group.fit("h", "H", criterion("same"))));
        assertThatExceptionOfType(Invalid.class)
                .isThrownBy(() -> PointsModel.of(
                        MODEL, "M", Guest.class, Group.<Guest>fit("g", "G"), Group.<Guest>fit("g", "G")));
        PointsModel<Guest> model = PointsModel.of(MODEL, "M", Guest.class);
        assertThatExceptionOfType(Invalid.class).isThrownBy(() -> model.graded(Grade.of("A", 1), Grade.of("A", 2)));
        assertThatExceptionOfType(Invalid.class).isThrownBy(() -> model.graded(Grade.of("A", 1), Grade.of("B", 1)));
    }

    @Test
    void tooMuchOfAnythingIsRefused() {
        assertThatExceptionOfType(Invalid.class)
                .isThrownBy(() -> new Group<>(
                        "g",
                        "G",
                        Group.Kind.FIT,
                        null,
                        IntStream.rangeClosed(0, Group.MAX_CRITERIA)
                                .mapToObj(i -> criterion("c" + i))
                                .toList()));
        List<Group<Guest>> groups = IntStream.rangeClosed(0, PointsModel.MAX_GROUPS)
                .mapToObj(i -> Group.<Guest>fit("g" + i, "G"))
                .toList();
        assertThatExceptionOfType(Invalid.class)
                .isThrownBy(() -> new PointsModel<>(MODEL, 1, "M", Guest.class, groups, null, List.of()));
        assertThatExceptionOfType(Invalid.class)
                .isThrownBy(() -> new PointsModel<>(
                        MODEL,
                        1,
                        "M",
                        Guest.class,
                        List.<Group<Guest>>of(),
                        null,
                        Collections.nCopies(PointsModel.MAX_GROUPS + 1, Grade.of("A", 1))));
        assertThatExceptionOfType(Invalid.class)
                .isThrownBy(() -> Criterion.of("c", "C", 10_001, Guest.class, always()));
        assertThatExceptionOfType(Invalid.class)
                .isThrownBy(() -> Criterion.of("c", "C", new BigDecimal("0.0000001"), Guest.class, always()));
    }

    @Test
    void aCapBelowNothingIsRefused() {
        assertThatExceptionOfType(Invalid.class).isThrownBy(() -> criterion("c").cappedAt(-1));
        assertThatExceptionOfType(Invalid.class)
                .isThrownBy(() -> Group.fit("g", "G", criterion("c")).cappedAt(-1));
        assertThatExceptionOfType(Invalid.class)
                .isThrownBy(() -> PointsModel.of(MODEL, "M", Guest.class).cappedAt(-1));
    }

    @Test
    void pointsPerFactNeedACountAndFadingNeedsATime() {
        assertThatExceptionOfType(Invalid.class).isThrownBy(() -> criterion("c").eachTime());
        assertThatExceptionOfType(Invalid.class).isThrownBy(() -> timeless().halfLife(7));
        assertThatExceptionOfType(Invalid.class).isThrownBy(() -> timeless().newestOnly(3));
        assertThatExceptionOfType(Invalid.class).isThrownBy(() -> touches().newestOnly(0));
        assertThat(timeless().eachTime().perFact()).isTrue();
        assertThat(touches().losingPerMonth(10).decay()).isEqualTo(Decay.linear(BigDecimal.TEN));
    }

    @Test
    void equalAmountsMakeEqualModelsHoweverTheyAreWritten() {
        Criterion<Guest> plain = Criterion.of("c", "C", new BigDecimal("10"), Guest.class, always());
        Criterion<Guest> decimals = Criterion.of("c", "C", new BigDecimal("10.00"), Guest.class, always());
        assertThat(decimals).isEqualTo(plain);
    }
}
