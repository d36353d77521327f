package org.sambandh.crm.table;

import java.math.BigInteger;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.sambandh.crm.field.FieldType;

/** Count, sum, smallest and largest form of each group. Sums are exact however large. */
final class Sums {

    private long[] counts = new long[0];
    private long[] sums = new long[0];
    private long[] mins = new long[0];
    private long[] maxs = new long[0];
    private @Nullable BigInteger[] above = new @Nullable BigInteger[0];

    void grow(int groups) {
        if (groups > counts.length) {
            int old = counts.length;
            int size = Math.max(groups, 2 * old);
            counts = Arrays.copyOf(counts, size);
            sums = Arrays.copyOf(sums, size);
            mins = Arrays.copyOf(mins, size);
            maxs = Arrays.copyOf(maxs, size);
            above = Arrays.copyOf(above, size);
            Arrays.fill(mins, old, size, Long.MAX_VALUE);
            Arrays.fill(maxs, old, size, Long.MIN_VALUE);
        }
    }

    void add(long[] forms, int[] rows, int count, int[] groups) {
        for (int i = 0; i < count; i++) {
            long form = forms[rows[i]];
            if (form != FieldType.MISSING) {
                int group = groups[i];
                long sum = sums[group];
                long next = sum + form;
                if (((sum ^ next) & (form ^ next)) < 0) {
                    spill(group);
                    next = form;
                }
                sums[group] = next;
                counts[group]++;
                mins[group] = Math.min(mins[group], form);
                maxs[group] = Math.max(maxs[group], form);
            }
        }
    }

    private void spill(int group) {
        BigInteger so = above[group];
        above[group] = (so == null ? BigInteger.ZERO : so).add(BigInteger.valueOf(sums[group]));
    }

    long count(int group) {
        return counts[group];
    }

    BigInteger sum(int group) {
        BigInteger more = above[group];
        BigInteger sum = BigInteger.valueOf(sums[group]);
        return more == null ? sum : more.add(sum);
    }

    /** {@return the smallest form of a group that has one} */
    long min(int group) {
        return mins[group];
    }

    long max(int group) {
        return maxs[group];
    }
}
