package org.sambandh.crm.reporting;

import java.math.BigInteger;
import org.jspecify.annotations.Nullable;

/** Adds up whole numbers without rounding and without overflow; allocates only where 64 bits do not do. */
final class ExactSum {

    private long small;
    private @Nullable BigInteger large;

    void add(long value) {
        long sum = small + value;
        if (((small ^ sum) & (value ^ sum)) < 0) {
            add(BigInteger.valueOf(value));
        } else {
            small = sum;
        }
    }

    void addProduct(long left, long right) {
        long low = left * right;
        if (Math.multiplyHigh(left, right) == low >> 63) {
            add(low);
        } else {
            add(BigInteger.valueOf(left).multiply(BigInteger.valueOf(right)));
        }
    }

    void add(BigInteger value) {
        large = large == null ? value : large.add(value);
    }

    void add(ExactSum other) {
        add(other.small);
        if (other.large != null) {
            add(other.large);
        }
    }

    BigInteger value() {
        BigInteger rest = BigInteger.valueOf(small);
        return large == null ? rest : large.add(rest);
    }
}
