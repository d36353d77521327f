package org.sambandh.crm.prediction;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.sambandh.crm.common.Invalid;

/** How computed figures are kept: as decimals, so that a model reads back equal and its contributions add up exactly. */
final class Decimals {

    /** Decimals of every computed figure. */
    static final int SCALE = 9;

    private static final BigDecimal LARGEST = BigDecimal.TEN.pow(18);

    private Decimals() {}

    /** The same number with as few decimals as it needs, so that equal numbers are equal objects. */
    static BigDecimal plain(BigDecimal number) {
        if (number.signum() == 0) {
            return BigDecimal.ZERO;
        }
        BigDecimal stripped = number.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }

    /** A finite number, rounded half up to nine decimals. */
    static BigDecimal of(double number) {
        return plain(BigDecimal.valueOf(number).setScale(SCALE, RoundingMode.HALF_UP));
    }

    /** A number as a stored model may hold it: small enough that nothing computed from it overflows. */
    static BigDecimal bounded(String path, BigDecimal number, BigDecimal most) {
        // The size is asked before anything is computed: 1e999999999 must cost nothing.
        if (number.scale() > 50
                || number.compareTo(most) > 0
                || number.negate().compareTo(most) > 0
                || number.stripTrailingZeros().scale() > SCALE) {
            throw new Invalid(
                    path, "at most " + most.toPlainString() + " either way, with at most " + SCALE + " decimals");
        }
        return plain(number);
    }

    /** A number that can be a value of a field. */
    static BigDecimal value(String path, BigDecimal number) {
        return bounded(path, number, LARGEST);
    }

    /** A share, 0 to 1. */
    static BigDecimal share(String path, BigDecimal number) {
        BigDecimal share = bounded(path, number, BigDecimal.ONE);
        if (share.signum() < 0) {
            throw new Invalid(path, "0 to 1");
        }
        return share;
    }
}
