package org.sambandh.crm.reporting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.math.RoundingMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sambandh.crm.common.Invalid;

class WilsonTest {

    /** R. G. Newcombe, Statistics in Medicine 17 (1998), 857-872, table I, method 3: score, no continuity correction. */
    @ParameterizedTest
    @CsvSource({"81, 263, 0.2553, 0.3662", "15, 148, 0.0624, 0.1605", "0, 20, 0.0000, 0.1611", "1, 29, 0.0061, 0.1718"})
    void theIntervalsAreThoseOfNewcombesTable(long part, long whole, String low, String high) {
        Cell.Interval interval = Wilson.interval(part, whole);
        assertThat(interval.low().setScale(4, RoundingMode.HALF_UP)).isEqualTo(low);
        assertThat(interval.high().setScale(4, RoundingMode.HALF_UP)).isEqualTo(high);
    }

    @Property
    void theShareLiesInItsIntervalAndBothLieBetweenNoneAndAll(
            @ForAll @IntRange(max = 1_000_000) int part, @ForAll @IntRange(max = 1_000_000) int rest) {
        long whole = (long) part + rest;
        if (whole == 0) {
            return;
        }
        Cell.Interval interval = Wilson.interval(part, whole);
        BigDecimal share = BigDecimal.valueOf(part).divide(BigDecimal.valueOf(whole), 6, RoundingMode.HALF_UP);
        assertThat(interval.low()).isBetween(BigDecimal.ZERO, share);
        assertThat(interval.high()).isBetween(share, BigDecimal.ONE);
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "-1, 3", "4, 3"})
    void aPartBeyondItsWholeIsRefused(long part, long whole) {
        assertThatThrownBy(() -> Wilson.interval(part, whole)).isInstanceOf(Invalid.class);
    }
}
