package org.sambandh.crm.survey;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.sambandh.crm.common.Invalid;

/**
 * Between which figures the truth lies, as far as a sample can tell.
 *
 * @param low the lower bound, with one decimal
 * @param high the upper bound, with one decimal
 */
public record Bounds(BigDecimal low, BigDecimal high) {

    /**
     * Checks and copies what it is given.
     *
     * @param low the lower bound, with one decimal
     * @param high the upper bound, with one decimal
     */
    public Bounds {
        if (low.compareTo(high) > 0) {
            throw new Invalid("bounds.low", "not above " + high + ", found " + low);
        }
    }

    static Bounds of(double low, double high, double least, double most) {
        return new Bounds(rounded(Math.max(low, least)), rounded(Math.min(high, most)));
    }

    private static BigDecimal rounded(double value) {
        return BigDecimal.valueOf(value).setScale(1, RoundingMode.HALF_UP);
    }
}
