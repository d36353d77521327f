package org.sambandh.crm.reporting;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.sambandh.crm.common.Invalid;

/**
 * Where a share lies with 95 % confidence, from a count: the score interval without continuity correction (E. B. Wilson,
 * "Probable inference, the law of succession, and statistical inference", Journal of the American Statistical Association
 * 22 (158), 1927, pages 209 to 212). With p = part / whole and z = 1.959964 it is
 * (p + z&#178;/2n &#177; z &#8730;(p(1-p)/n + z&#178;/4n&#178;)) / (1 + z&#178;/n).
 */
public final class Wilson {

    /** The 97.5th percentile of the standard normal distribution. */
    private static final double Z = 1.959963984540054;

    private Wilson() {}

    /**
     * Returns the interval.
     *
     * @param part how many, from 0 to {@code whole}
     * @param whole of how many, above 0
     * @return both ends, six decimals, half up, from 0 to 1
     * @throws Invalid if the counts are not as described
     */
    public static Cell.Interval interval(long part, long whole) {
        if (part < 0 || whole <= 0 || part > whole) {
            throw new Invalid("wilson", "a part from 0 to a whole above 0, found " + part + " of " + whole);
        }
        double n = whole;
        double p = part / n;
        double centre = p + Z * Z / (2 * n);
        double reach = Z * Math.sqrt(p * (1 - p) / n + Z * Z / (4 * n * n));
        double scale = 1 + Z * Z / n;
        // At 0 of n and n of n one end is exact, and floating point only nearly so.
        double low = part == 0 ? 0 : (centre - reach) / scale;
        double high = part == whole ? 1 : (centre + reach) / scale;
        return new Cell.Interval(rounded(low), rounded(high));
    }

    private static BigDecimal rounded(double share) {
        return BigDecimal.valueOf(Math.min(1, Math.max(0, share))).setScale(6, RoundingMode.HALF_UP);
    }
}
