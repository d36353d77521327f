package org.sambandh.crm.common;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class ValidityTest {

    private static final LocalDate A = LocalDate.parse("2026-01-01");
    private static final LocalDate B = LocalDate.parse("2026-02-01");
    private static final LocalDate C = LocalDate.parse("2026-03-01");

    @Test
    void theEndIsTheFirstDayOnWhichItNoLongerHolds() {
        Validity days = Validity.between(A, B);
        assertThat(days.holdsOn(A)).isTrue();
        assertThat(days.holdsOn(B.minusDays(1))).isTrue();
        assertThat(days.holdsOn(B)).isFalse();
        assertThat(days.holdsOn(A.minusDays(1))).isFalse();
        assertThat(Validity.ALWAYS.holdsOn(LocalDate.MIN)).isTrue();
        assertThatThrownBy(() -> Validity.between(A, A)).isInstanceOf(Invalid.class);
    }

    @Test
    void periodsThatFollowEachOtherShareADateAndNoDay() {
        assertThat(Validity.between(A, B).and(Validity.between(B, C))).isEmpty();
        assertThat(Validity.between(A, C).and(Validity.from(B))).contains(Validity.between(B, C));
        assertThat(Validity.until(B).and(Validity.from(A))).contains(Validity.between(A, B));
        assertThat(Validity.ALWAYS.and(Validity.ALWAYS)).contains(Validity.ALWAYS);
    }

    @Test
    void endingNeverMakesAPeriodLonger() {
        assertThat(Validity.from(A).endedOn(B)).isEqualTo(Validity.between(A, B));
        assertThat(Validity.between(A, B).endedOn(C)).isEqualTo(Validity.between(A, B));
        assertThatThrownBy(() -> Validity.from(B).endedOn(A)).isInstanceOf(Invalid.class);
    }
}
