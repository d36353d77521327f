package org.sambandh.crm.condition;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.sambandh.crm.field.FieldType;

/**
 * The values that pass a test at one moment, by their {@code long} forms: sorted ranges that neither overlap nor touch,
 * both ends in. Immutable.
 *
 * <p>What is said holds of the forms between {@link #decidedFrom} and {@link #decidedTo}; of others, which are far away
 * from any ordinary value, the test itself must be asked. {@link FieldType#MISSING} is never decided.
 */
public final class LongRanges {

    private static final long FIRST = FieldType.MISSING + 1;
    private static final long LAST = Long.MAX_VALUE;

    static final LongRanges NONE = new LongRanges(new long[0], FIRST, LAST);
    static final LongRanges ALL = new LongRanges(new long[] {FIRST, LAST}, FIRST, LAST);

    private final long[] ends;
    private final long low;
    private final long high;
    private final long decidedFrom;
    private final long decidedTo;

    private LongRanges(long[] ends, long decidedFrom, long decidedTo) {
        this.ends = ends;
        this.low = ends.length == 0 ? LAST : ends[0];
        this.high = ends.length == 0 ? FIRST : ends[ends.length - 1];
        this.decidedFrom = decidedFrom;
        this.decidedTo = decidedTo;
    }

    /** Returns one range, empty where its ends are the wrong way round. */
    static LongRanges of(long low, long high) {
        return low > high ? NONE : new LongRanges(new long[] {Math.max(low, FIRST), high}, FIRST, LAST);
    }

    /** Returns all values of some ranges in any order, whether or not they overlap. */
    static LongRanges union(long[] lows, long[] highs, int count) {
        Integer[] order = new Integer[count];
        Arrays.setAll(order, i -> i);
        Arrays.sort(order, (a, b) -> Long.compare(lows[a], lows[b]));
        long[] merged = new long[2 * count];
        int size = 0;
        for (int i : order) {
            if (lows[i] > highs[i]) {
                continue;
            }
            if (size > 0 && lows[i] <= merged[size - 1] + (merged[size - 1] == LAST ? 0 : 1)) {
                merged[size - 1] = Math.max(merged[size - 1], highs[i]);
            } else {
                merged[size++] = lows[i];
                merged[size++] = highs[i];
            }
        }
        return new LongRanges(Arrays.copyOf(merged, size), FIRST, LAST);
    }

    /** Returns the same ranges, said to hold between two forms only. */
    LongRanges decidedBetween(long from, long to) {
        return new LongRanges(ends, Math.max(from, FIRST), to);
    }

    /** Returns whether these ranges hold of all forms but the missing one. */
    boolean decidesAll() {
        return decidedFrom == FIRST && decidedTo == LAST;
    }

    /** Returns the values that are not in these ranges. */
    LongRanges complement() {
        long[] other = new long[ends.length + 2];
        int size = 0;
        long next = FIRST;
        boolean open = true;
        for (int i = 0; i < ends.length; i += 2) {
            if (ends[i] > next) {
                other[size++] = next;
                other[size++] = ends[i] - 1;
            }
            open = ends[i + 1] < LAST;
            next = open ? ends[i + 1] + 1 : LAST;
        }
        if (open) {
            other[size++] = next;
            other[size++] = LAST;
        }
        return new LongRanges(Arrays.copyOf(other, size), decidedFrom, decidedTo);
    }

    /** Returns the values in either. */
    LongRanges or(LongRanges other) {
        int count = count() + other.count();
        long[] lows = new long[count];
        long[] highs = new long[count];
        for (int i = 0; i < count; i++) {
            LongRanges from = i < count() ? this : other;
            lows[i] = from.low(i < count() ? i : i - count());
            highs[i] = from.high(i < count() ? i : i - count());
        }
        return union(lows, highs, count)
                .decidedBetween(Math.max(decidedFrom, other.decidedFrom), Math.min(decidedTo, other.decidedTo));
    }

    /** Returns the values in both. */
    LongRanges and(LongRanges other) {
        return complement().or(other.complement()).complement();
    }

    /** {@return the number of ranges} */
    public int count() {
        return ends.length / 2;
    }

    /**
     * Returns the lower end of a range.
     *
     * @param range its place, from 0 on
     * @return the smallest form in it
     */
    public long low(int range) {
        return ends[2 * range];
    }

    /**
     * Returns the upper end of a range.
     *
     * @param range its place, from 0 on
     * @return the largest form in it
     */
    public long high(int range) {
        return ends[2 * range + 1];
    }

    /** {@return the smallest form these ranges hold of} */
    public long decidedFrom() {
        return decidedFrom;
    }

    /** {@return the largest form these ranges hold of} */
    public long decidedTo() {
        return decidedTo;
    }

    /**
     * Returns whether these ranges hold of a form.
     *
     * @param form a {@code long} form
     * @return false for {@link FieldType#MISSING}
     */
    public boolean decides(long form) {
        return form >= decidedFrom && form <= decidedTo;
    }

    /**
     * Returns whether a form is in one of the ranges; means something for those that are decided. Two comparisons, and one
     * search by halves where there is more than one range.
     *
     * @param form a {@code long} form
     * @return whether it is in
     */
    public boolean contains(long form) {
        return form >= low && form <= high && (ends.length == 2 || isWithin(form));
    }

    private boolean isWithin(long form) {
        int found = Arrays.binarySearch(ends, form);
        // An end itself is in; between two ends the place to insert is odd inside a range.
        return found >= 0 || (-found - 1) % 2 != 0;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof LongRanges that
                && Arrays.equals(ends, that.ends)
                && decidedFrom == that.decidedFrom
                && decidedTo == that.decidedTo;
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(ends);
    }

    /** {@return the ranges} */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < count(); i++) {
            text.append(i == 0 ? "" : ", ").append(low(i)).append("..").append(high(i));
        }
        return "[" + text + "]";
    }
}
