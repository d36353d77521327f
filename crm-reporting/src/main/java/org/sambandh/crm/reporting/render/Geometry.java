package org.sambandh.crm.reporting.render;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;

/** Places and lengths of a drawing, written the same in every locale. */
final class Geometry {

    private Geometry() {}

    /** Returns a coordinate with at most two decimals. */
    static String number(double value) {
        long hundredths = Math.round(value * 100);
        String sign = hundredths < 0 ? "-" : "";
        long whole = Math.abs(hundredths) / 100;
        long rest = Math.abs(hundredths) % 100;
        if (rest == 0) {
            return sign + whole;
        }
        String decimals = rest < 10 ? "0" + rest : rest % 10 == 0 ? String.valueOf(rest / 10) : String.valueOf(rest);
        return sign + whole + "." + decimals;
    }

    /**
     * Numbers from a round one to a round one, of which a few are written beside the axis.
     *
     * @param low where the axis starts
     * @param high where it ends, above {@code low}
     * @param ticks round numbers from low to high
     */
    record Scale(double low, double high, List<BigDecimal> ticks) {

        /**
         * Returns a scale that holds zero and both numbers.
         *
         * @param whole whether only whole numbers may be written beside it
         */
        static Scale over(double least, double greatest, int steps, boolean whole) {
            double low = Math.min(0, least);
            double high = Math.max(0, greatest);
            BigDecimal step = step(low == high ? 1 : high / steps - low / steps, whole);
            BigDecimal from = BigDecimal.valueOf(Math.floor(low / step.doubleValue()));
            BigDecimal to = BigDecimal.valueOf(Math.ceil(high / step.doubleValue()));
            if (from.compareTo(to) == 0) {
                to = to.add(BigDecimal.ONE);
            }
            List<BigDecimal> ticks = new ArrayList<>();
            for (BigDecimal i = from; i.compareTo(to) <= 0; i = i.add(BigDecimal.ONE)) {
                ticks.add(i.multiply(step));
            }
            return new Scale(
                    ticks.get(0).doubleValue(), ticks.get(ticks.size() - 1).doubleValue(), List.copyOf(ticks));
        }

        /** Returns where a number lies, 0 at the low end and 1 at the high end. */
        double share(double value) {
            return (value / 2 - low / 2) / (high / 2 - low / 2);
        }

        /** The least of 1, 2, 2.5, 5 and 10 times a power of ten that is not below the number. */
        private static BigDecimal step(double atLeast, boolean whole) {
            BigDecimal exact = new BigDecimal(atLeast, MathContext.DECIMAL32);
            BigDecimal power = BigDecimal.ONE.scaleByPowerOfTen(exact.precision() - exact.scale() - 1);
            for (String factor : new String[] {"1", "2", "2.5", "5", "10"}) {
                BigDecimal step = power.multiply(new BigDecimal(factor));
                boolean fits = step.compareTo(exact) >= 0;
                if (fits && (!whole || step.stripTrailingZeros().scale() <= 0)) {
                    return step;
                }
            }
            return whole ? BigDecimal.ONE : power.multiply(BigDecimal.TEN);
        }
    }
}
