package org.sambandh.crm.scoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sambandh.crm.common.Invalid;
import org.sambandh.crm.common.Moment;
import org.sambandh.crm.condition.Verdict;

class DecayTest {

    private static final Instant EVENT = Instant.parse("2026-01-31T10:00:00Z");

    private static Moment at(String instant, String zone) {
        return new Moment(Instant.parse(instant), ZoneId.of(zone));
    }

    @ParameterizedTest
    @CsvSource({
        "2026-01-31T10:00:00Z, 1",
        "2026-02-28T09:59:59.999999Z, 1",
        "2026-02-28T10:00:00Z, 0.75",
        "2026-03-31T09:59:59.999999Z, 0.75",
        "2026-03-31T10:00:00Z, 0.5",
        "2026-04-30T10:00:00Z, 0.25",
        "2026-05-31T10:00:00Z, 0",
        "2036-05-31T10:00:00Z, 0",
    })
    void aMonthIsWholeOnTheLastDayOfAShorterOne(String moment, BigDecimal left) {
        Decay decay = Decay.linear(BigDecimal.valueOf(25));
        assertThat(decay.factor(EVENT, at(moment, "UTC"))).isEqualByComparingTo(left);
    }

    @Test
    void monthsAreThoseOfTheMomentsZone() {
        Instant lateEvening = Instant.parse("2026-01-30T20:00:00Z");
        Decay decay = Decay.linear(BigDecimal.valueOf(50));
        // In Kolkata it is 31 January 01:30, so the month is whole on 28 February 01:30, which is 27 February 20:00Z.
        assertThat(decay.nextStep(lateEvening, at("2026-02-01T00:00:00Z", "Asia/Kolkata")))
                .isEqualTo("2026-02-27T20:00:00Z");
        assertThat(decay.nextStep(lateEvening, at("2026-02-01T00:00:00Z", "UTC")))
                .isEqualTo("2026-02-28T20:00:00Z");
    }

    @Test
    void halfLivesGoInWholeDaysOf24HoursWhateverTheClocksDo() {
        Decay decay = Decay.halfLife(1);
        Instant event = Instant.parse("2026-03-28T12:00:00Z");
        Moment almost = at("2026-03-29T11:59:59.999999Z", "Europe/Berlin");
        assertThat(decay.factor(event, almost)).isEqualByComparingTo("1");
        assertThat(decay.nextStep(event, almost)).isEqualTo("2026-03-29T12:00:00Z");
        assertThat(decay.factor(event, at("2026-03-29T12:00:00Z", "Europe/Berlin")))
                .isEqualByComparingTo("0.5");
    }

    @Test
    void nothingIsLeftAfterFortyHalfLivesAndNothingChangesAnyMore() {
        Decay decay = Decay.halfLife(1);
        Moment muchLater = at("2026-04-01T10:00:00Z", "UTC");
        assertThat(decay.factor(EVENT, muchLater)).isEqualByComparingTo("0");
        assertThat(decay.nextStep(EVENT, muchLater)).isEqualTo(Verdict.FOREVER);
        Moment gone = at("2026-07-01T10:00:00Z", "UTC");
        assertThat(Decay.linear(BigDecimal.valueOf(50)).nextStep(EVENT, gone)).isEqualTo(Verdict.FOREVER);
    }

    @Test
    void anAmountOutOfRangeIsRefused() {
        assertThatExceptionOfType(Invalid.class).isThrownBy(() -> Decay.halfLife(0));
        assertThatExceptionOfType(Invalid.class).isThrownBy(() -> Decay.halfLife(36_501));
        assertThatExceptionOfType(Invalid.class)
                .isThrownBy(() -> new Decay(Decay.Kind.HALF_LIFE, new BigDecimal("1.5")));
        assertThatExceptionOfType(Invalid.class).isThrownBy(() -> Decay.linear(BigDecimal.ZERO));
        assertThatExceptionOfType(Invalid.class).isThrownBy(() -> Decay.linear(BigDecimal.valueOf(1_001)));
    }
}
