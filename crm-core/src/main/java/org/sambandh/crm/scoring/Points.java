package org.sambandh.crm.scoring;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;
import org.sambandh.crm.common.Invalid;

/** How points are kept, rounded and written. */
final class Points {

    /** Decimals of every computed figure. */
    static final int SCALE = 9;

    /** No single amount in a model may be larger, so that sums keep within a stored number. */
    static final BigDecimal LARGEST = BigDecimal.valueOf(10_000);

    /** No figure needs more digits on one side of the point; one like 1e999999999 would take a gigabyte to write. */
    private static final int MOST_DIGITS = 60;

    private static final int GIVEN_SCALE = 6;
    private static final int SHOWN_SCALE = 2;

    private Points() {}

    /** An amount as a model gives it. */
    static BigDecimal given(String path, BigDecimal points) {
        BigDecimal plain = plain(points);
        if (plain.abs().compareTo(LARGEST) > 0 || plain.scale() > GIVEN_SCALE) {
            throw new Invalid(path, "at most " + LARGEST + " points either way, with at most 6 decimals");
        }
        return plain;
    }

    /** A cap as a model gives it. */
    static @Nullable BigDecimal cap(String path, @Nullable BigDecimal cap) {
        if (cap == null) {
            return null;
        }
        BigDecimal plain = given(path, cap);
        if (plain.signum() < 0) {
            throw new Invalid(path, "a cap is an upper limit, 0 or more, found " + plain.toPlainString());
        }
        return plain;
    }

    /** A computed figure: rounded half up to nine decimals, once per criterion, so that all later sums are exact. */
    static BigDecimal rounded(BigDecimal points) {
        return plain(points.scale() > SCALE ? points.setScale(SCALE, RoundingMode.HALF_UP) : points);
    }

    /** The same number with as few decimals as it needs, so that equal numbers are equal objects. */
    static BigDecimal plain(BigDecimal points) {
        if (points.signum() == 0) {
            return BigDecimal.ZERO;
        }
        long whole = (long) points.precision() - points.scale();
        if (whole > MOST_DIGITS || points.scale() > MOST_DIGITS) {
            throw new Invalid("points", "at most " + MOST_DIGITS + " digits on either side of the point");
        }
        BigDecimal stripped = points.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }

    /** A computed figure as a whole number of units of the last decimal. */
    static long scaled(BigDecimal points) {
        return points.setScale(SCALE).unscaledValue().longValueExact();
    }

    /** An amount times a number of facts, or times what is left of them, as {@link #rounded} rounds it, in such units. */
    static long times(BigDecimal points, long left, int leftDecimals) {
        return times(points.unscaledValue().longValueExact(), points.scale() + leftDecimals, left);
    }

    /** The same; the decimals are those of the amount and of the number together. */
    static long times(long unscaled, int decimals, long left) {
        long product = unscaled * left;
        if (Math.multiplyHigh(unscaled, left) != product >> 63) {
            BigDecimal wide = new BigDecimal(BigInteger.valueOf(unscaled).multiply(BigInteger.valueOf(left)), decimals);
            return scaled(rounded(wide));
        }
        if (decimals <= SCALE) {
            return Math.multiplyExact(product, power(SCALE - decimals));
        }
        long unit = power(decimals - SCALE);
        long half = product < 0 ? -unit / 2 : unit / 2;
        return Math.addExact(product, half) / unit;
    }

    /** A cap in such units. */
    static long scaledCap(@Nullable BigDecimal cap) {
        return cap == null ? Long.MAX_VALUE : scaled(cap);
    }

    static long power(int ten) {
        long power = 1;
        for (int i = 0; i < ten; i++) {
            power *= 10;
        }
        return power;
    }

    static BigDecimal capped(BigDecimal points, @Nullable BigDecimal cap) {
        return cap == null ? points : points.min(cap);
    }

    /** As a person reads it: at most two decimals. */
    static String shown(BigDecimal points) {
        BigDecimal shown = points.scale() > SHOWN_SCALE ? points.setScale(SHOWN_SCALE, RoundingMode.HALF_UP) : points;
        return plain(shown).toPlainString();
    }

    /** As {@link #shown}, with a sign. */
    static String signed(BigDecimal points) {
        return points.signum() < 0 ? shown(points) : "+" + shown(points);
    }
}
