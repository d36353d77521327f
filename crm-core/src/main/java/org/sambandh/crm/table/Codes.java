package org.sambandh.crm.table;

import java.util.Arrays;

/**
 * Whole numbers from 0 on in as few bytes as the largest needs. Immutable. 0 stands for a missing value where there can be
 * one. The loops that shrink a list of rows are written once for each width, so that the compiler sees plain arrays; a row
 * is kept by adding 0 or 1 to the length, because a branch that nobody can foretell costs more than the work.
 */
abstract sealed class Codes permits CodeArrays.Same, CodeArrays.Bytes, CodeArrays.Shorts, CodeArrays.Ints {

    static Codes of(int[] codes) {
        int low = codes.length == 0 ? 0 : codes[0];
        int high = low;
        for (int code : codes) {
            low = Math.min(low, code);
            high = Math.max(high, code);
        }
        if (low == high) {
            return new CodeArrays.Same(low, codes.length);
        } else if (high < 1 << Byte.SIZE) {
            byte[] bytes = new byte[codes.length];
            for (int i = 0; i < codes.length; i++) {
                bytes[i] = (byte) codes[i];
            }
            return new CodeArrays.Bytes(bytes, low, high);
        } else if (high < 1 << Short.SIZE) {
            short[] shorts = new short[codes.length];
            for (int i = 0; i < codes.length; i++) {
                shorts[i] = (short) codes[i];
            }
            return new CodeArrays.Shorts(shorts, low, high);
        }
        return new CodeArrays.Ints(Arrays.copyOf(codes, codes.length), low, high);
    }

    abstract int size();

    abstract int get(int row);

    abstract int low();

    abstract int high();

    abstract long bytes();

    /** Writes every code into the target, in order. */
    abstract void copyTo(int[] target);

    /** Writes for every row what a table has for its code. */
    abstract void lookUp(int[] table, int[] target);

    /** Adds to each total, the one of the first row being at a place, what a table has for the row's code. */
    abstract void addTo(long[] table, long[] totals, int first);

    /** Keeps the rows whose code is from..to, both in; {@code out} may be {@code in}. Returns how many. */
    abstract int within(int from, int to, int[] in, int count, int[] out);

    /** Keeps the rows whose code has a 1 in the table, which must be as long as the codes are large. */
    abstract int among(byte[] table, int[] in, int count, int[] out);

    /** Keeps rows as {@link #within} does, and looks at no code where all or none of them are. */
    final int keep(int from, int to, int[] in, int count, int[] out) {
        if (from > to || to < low() || from > high()) {
            return 0;
        } else if (from <= low() && to >= high()) {
            return all(in, count, out);
        }
        return within(from, to, in, count, out);
    }

    /** Cuts stretches out of sorted ones, as {@link LongBlock#windows} does: those whose code is from..to. */
    void windows(int from, int to, int[] offsets, int[] in, int count, int[] firsts, int[] ends) {
        for (int i = 0; i < count; i++) {
            int first = offsets[in[i]];
            int end = offsets[in[i] + 1];
            if (end - first > LongBlock.FAR) {
                end = search(to, first, end, true);
                firsts[i] = search(from, first, end, false);
            } else {
                while (end > first && get(end - 1) > to) {
                    end--;
                }
                int start = end;
                while (start > first && get(start - 1) >= from) {
                    start--;
                }
                firsts[i] = start;
            }
            ends[i] = end;
        }
    }

    /** {@return the first place whose code is above the bound, or not below it} */
    private int search(int bound, int first, int end, boolean above) {
        int left = first;
        int right = end;
        while (left < right) {
            int middle = (left + right) >>> 1;
            if (above ? get(middle) > bound : get(middle) >= bound) {
                right = middle;
            } else {
                left = middle + 1;
            }
        }
        return left;
    }

    static int all(int[] in, int count, int[] out) {
        if (in != out) {
            System.arraycopy(in, 0, out, 0, count);
        }
        return count;
    }
}
