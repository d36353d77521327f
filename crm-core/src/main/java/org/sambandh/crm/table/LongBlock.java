package org.sambandh.crm.table;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.sambandh.crm.condition.LongRanges;
import org.sambandh.crm.field.FieldType;

/**
 * The {@code long} forms of one column in one chunk, immutable: as steps from the smallest one where that is narrower
 * (instants to the second, amounts in whole rupees, days), else as they are. A missing value is {@link FieldType#MISSING}.
 */
final class LongBlock {

    /** More facts of a subject than this are searched by halves. */
    static final int FAR = 32;

    /** More bounds than this are searched by halves. */
    private static final int FEW = 8;

    private final long base;
    private final long step;
    private final @Nullable Codes codes;
    private final long[] plain;
    private final long low;
    private final long high;

    private LongBlock(long step, @Nullable Codes codes, long[] plain, long low, long high) {
        this.base = low;
        this.step = step;
        this.codes = codes;
        this.plain = plain;
        this.low = low;
        this.high = high;
    }

    static LongBlock of(long[] values) {
        long low = Long.MAX_VALUE;
        long high = FieldType.MISSING;
        for (long value : values) {
            if (value != FieldType.MISSING) {
                low = Math.min(low, value);
                high = Math.max(high, value);
            }
        }
        if (high == FieldType.MISSING) {
            return new LongBlock(1, Codes.of(new int[values.length]), new long[0], low, high);
        }
        long step = step(values, low);
        long steps = Long.divideUnsigned(high - low, step);
        if (steps < 0 || steps >= Integer.MAX_VALUE) {
            return new LongBlock(1, null, values.clone(), low, high);
        }
        int[] codes = new int[values.length];
        for (int i = 0; i < values.length; i++) {
            codes[i] = values[i] == FieldType.MISSING ? 0 : 1 + (int) Long.divideUnsigned(values[i] - low, step);
        }
        return new LongBlock(step, Codes.of(codes), new long[0], low, high);
    }

    /** The largest step of which every distance from the smallest is a multiple; at least 1. */
    private static long step(long[] values, long low) {
        long step = 0;
        for (int i = 0; i < values.length && step != 1; i++) {
            if (values[i] != FieldType.MISSING) {
                step = divisor(values[i] - low, step);
            }
        }
        return step == 0 ? 1 : step;
    }

    /** Distances are unsigned: they reach over the whole range of a long. */
    private static long divisor(long a, long b) {
        while (b != 0) {
            long rest = Long.remainderUnsigned(a, b);
            a = b;
            b = rest;
        }
        return a;
    }

    int size() {
        return codes == null ? plain.length : codes.size();
    }

    long get(int row) {
        if (codes == null) {
            return plain[row];
        }
        int code = codes.get(row);
        return code == 0 ? FieldType.MISSING : base + (code - 1) * step;
    }

    long bytes() {
        return 64 + (codes == null ? Sizes.ofArray(plain.length, Long.BYTES) : codes.bytes());
    }

    /** Writes every form into the target. */
    void copyTo(long[] target, int[] scratch) {
        if (codes == null) {
            System.arraycopy(plain, 0, target, 0, plain.length);
            return;
        }
        codes.copyTo(scratch);
        for (int i = 0; i < codes.size(); i++) {
            target[i] = scratch[i] == 0 ? FieldType.MISSING : base + (scratch[i] - 1) * step;
        }
    }

    /** {@return the smallest form that is there; above {@link #high()} where none is} */
    long low() {
        return low;
    }

    /** {@return the largest form that is there} */
    long high() {
        return high;
    }

    /** Keeps the rows whose form lies in one of the ranges; {@code out} may be {@code in}. */
    int keep(LongRanges ranges, int[] in, int count, int[] out, Scratch scratch) {
        if (ranges.count() == 0) {
            return 0;
        } else if (ranges.count() == 1) {
            return keep(ranges.low(0), ranges.high(0), in, count, out);
        }
        int[] rest = scratch.take(count);
        int[] hits = scratch.take(count);
        Marks marks = scratch.marks(size());
        Codes.all(in, count, rest);
        int left = count;
        for (int i = 0; i < ranges.count() && left > 0; i++) {
            int found = keep(ranges.low(i), ranges.high(i), rest, left, hits);
            if (found > 0) {
                marks.add(hits, found);
                left = marks.others(rest, left, rest);
            }
        }
        int kept = marks.these(in, count, out);
        scratch.give(marks);
        scratch.give(hits);
        scratch.give(rest);
        return kept;
    }

    private int keep(long from, long to, int[] in, int count, int[] out) {
        if (to < low || from > high) {
            return 0;
        } else if (codes == null) {
            return keepPlain(from, to, in, count, out);
        }
        return codes.keep(codeFrom(from), codeTo(to), in, count, out);
    }

    /** {@return the first code of a form not below this one} */
    private int codeFrom(long from) {
        if (from <= base) {
            return 1;
        }
        long steps = Long.divideUnsigned(from - base, step);
        steps += Long.remainderUnsigned(from - base, step) == 0 ? 0 : 1;
        return Long.compareUnsigned(steps, Integer.MAX_VALUE) >= 0 ? Integer.MAX_VALUE : 1 + (int) steps;
    }

    /** {@return the last code of a form not above this one; 0 for none} */
    private int codeTo(long to) {
        if (to < base) {
            return 0;
        }
        long steps = Long.divideUnsigned(to - base, step);
        return Long.compareUnsigned(steps, Integer.MAX_VALUE - 1) >= 0 ? Integer.MAX_VALUE : 1 + (int) steps;
    }

    private int keepPlain(long from, long to, int[] in, int count, int[] out) {
        long width = to - from;
        int kept = 0;
        for (int i = 0; i < count; i++) {
            int row = in[i];
            out[kept] = row;
            kept += Long.compareUnsigned(plain[row] - from, width) <= 0 ? 1 : 0;
        }
        return kept;
    }

    /**
     * Counts for each row how many of some ascending bounds its form is not below, none where it is missing.
     *
     * @param bounds forms, none of them {@link FieldType#MISSING}
     * @param reached is added to, but for those that every row has reached
     * @return how many every row has reached
     */
    int addReached(long[] bounds, int[] reached, Scratch scratch) {
        if (codes == null) {
            addReached(bounds, reached);
            return 0;
        }
        int all = 0;
        int[] between = new int[bounds.length];
        int count = 0;
        for (long bound : bounds) {
            int code = codeFrom(bound);
            if (code <= codes.low()) {
                all++;
            } else if (code <= codes.high()) {
                between[count++] = code;
            }
        }
        if (count > 0) {
            int size = codes.size();
            int[] own = scratch.take(size);
            codes.copyTo(own);
            if (count <= FEW) {
                for (int i = 0; i < count; i++) {
                    int below = between[i] - 1;
                    for (int row = 0; row < size; row++) {
                        reached[row] += (below - own[row]) >>> (Integer.SIZE - 1);
                    }
                }
            } else {
                for (int row = 0; row < size; row++) {
                    reached[row] += reached(between, count, own[row]);
                }
            }
            scratch.give(own);
        }
        return all;
    }

    /** {@return how many of some bounds a code is not below; several may fall on the same code} */
    private static int reached(int[] bounds, int count, int code) {
        int left = 0;
        int right = count;
        while (left < right) {
            int middle = (left + right) >>> 1;
            if (bounds[middle] > code) {
                right = middle;
            } else {
                left = middle + 1;
            }
        }
        return left;
    }

    private void addReached(long[] bounds, int[] reached) {
        if (bounds.length <= FEW) {
            for (long bound : bounds) {
                for (int row = 0; row < plain.length; row++) {
                    reached[row] += plain[row] >= bound ? 1 : 0;
                }
            }
        } else {
            for (int row = 0; row < plain.length; row++) {
                int found = Arrays.binarySearch(bounds, plain[row]);
                reached[row] += found < 0 ? -found - 1 : found + 1;
            }
        }
    }

    /**
     * Finds, in rows of facts sorted by this column within each, those from..to: of each row that is asked for the first
     * fact and the one behind the last.
     */
    void windows(long earliest, long latest, int[] offsets, int[] in, int count, int[] firsts, int[] ends) {
        if (codes != null) {
            codes.windows(
                    earliest == FieldType.MISSING ? 0 : codeFrom(earliest),
                    codeTo(latest),
                    offsets,
                    in,
                    count,
                    firsts,
                    ends);
            return;
        }
        for (int i = 0; i < count; i++) {
            int first = offsets[in[i]];
            int end = offsets[in[i] + 1];
            if (end - first > FAR) {
                end = search(latest, first, end, true);
                firsts[i] = search(earliest, first, end, false);
            } else {
                while (end > first && plain[end - 1] > latest) {
                    end--;
                }
                int start = end;
                while (start > first && plain[start - 1] >= earliest) {
                    start--;
                }
                firsts[i] = start;
            }
            ends[i] = end;
        }
    }

    /** {@return the first place whose form is above the bound, or not below it} */
    private int search(long bound, int first, int end, boolean above) {
        int left = first;
        int right = end;
        while (left < right) {
            int middle = (left + right) >>> 1;
            if (above ? plain[middle] > bound : plain[middle] >= bound) {
                right = middle;
            } else {
                left = middle + 1;
            }
        }
        return left;
    }
}
