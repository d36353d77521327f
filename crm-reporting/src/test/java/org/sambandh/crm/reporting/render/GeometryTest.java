package org.sambandh.crm.reporting.render;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class GeometryTest {

    @Test
    void coordinatesHaveAtMostTwoDecimalsInEveryLocale() {
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.GERMANY);
            assertThat(Geometry.number(12.345)).isEqualTo("12.35");
            assertThat(Geometry.number(-0.5)).isEqualTo("-0.5");
            assertThat(Geometry.number(-0.001)).isEqualTo("0");
            assertThat(Geometry.number(7.05)).isEqualTo("7.05");
            assertThat(Geometry.number(100)).isEqualTo("100");
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void ticksAreFewAndRoundAndHoldEveryValueAndZero() {
        assertThat(ticks(0, 9_970_000, false)).containsExactly("0", "2500000", "5000000", "7500000", "10000000");
        assertThat(ticks(-30, 55, false)).containsExactly("-50", "-25", "0", "25", "50", "75");
        assertThat(ticks(0.2, 0.64, false)).containsExactly("0", "0.2", "0.4", "0.6", "0.8");
        assertThat(ticks(1, 3, true)).containsExactly("0", "1", "2", "3");
        assertThat(ticks(0, 9, true)).containsExactly("0", "5", "10");
        assertThat(ticks(0, 0, true)).containsExactly("0", "1");
        assertThat(ticks(-7, -2, false)).containsExactly("-8", "-6", "-4", "-2", "0");
    }

    @Test
    void aScaleOfAnySizeHasFewTicks() {
        for (int power = -99; power < 100; power++) {
            Geometry.Scale scale = Geometry.Scale.over(0, 3.7 * Math.pow(10, power), 4, false);
            assertThat(scale.ticks()).hasSizeBetween(2, 6);
            assertThat(scale.share(scale.high())).isEqualTo(1, within(1e-9));
            assertThat(scale.share(0)).isZero();
        }
    }

    private static java.util.List<String> ticks(double least, double greatest, boolean whole) {
        return Geometry.Scale.over(least, greatest, 4, whole).ticks().stream()
                .map(BigDecimal::stripTrailingZeros)
                .map(BigDecimal::toPlainString)
                .toList();
    }
}
