package org.sambandh.crm.prediction;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** The effects of a factor as whole billionths, in which sums are exact. */
final class Effects {

    private final long[] byCell;
    private final long center;
    private final @Nullable Slope slope;

    Effects(Factor factor) {
        byCell = factor.effects().stream().mapToLong(Effects::billionths).toArray();
        center = billionths(factor.center());
        slope = factor.slope();
    }

    long of(int cell) {
        return byCell[cell];
    }

    long center() {
        return center;
    }

    /** What the number adds beside its cell; the mean adds nothing, and a missing one neither. */
    long along(double value) {
        return slope == null || Double.isNaN(value) ? 0 : billionths(slope.at(value));
    }

    boolean hasSlope() {
        return slope != null;
    }

    static long billionths(BigDecimal effect) {
        return effect.movePointRight(Decimals.SCALE).longValueExact();
    }

    static BigDecimal decimal(long billionths) {
        return Decimals.plain(BigDecimal.valueOf(billionths, Decimals.SCALE));
    }

    static double odds(long billionths) {
        return billionths / 1e9;
    }
}
