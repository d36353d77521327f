package org.sambandh.crm.table;

import java.util.Arrays;

/**
 * The widths of {@link Codes}. The same loops stand here once for each width on purpose: one loop over a method that reads a
 * code would be called with several widths, and no longer be compiled for one.
 */
final class CodeArrays {

    private CodeArrays() {}

    /** {@return 1 where the code is from..to, else 0; none of the three is negative} */
    private static int inside(int code, int from, int to) {
        return 1 - (((code - from) | (to - code)) >>> (Integer.SIZE - 1));
    }

    static final class Same extends Codes {

        private final int code;
        private final int size;

        Same(int code, int size) {
            this.code = code;
            this.size = size;
        }

        @Override
        int size() {
            return size;
        }

        @Override
        int get(int row) {
            return code;
        }

        @Override
        int low() {
            return code;
        }

        @Override
        int high() {
            return code;
        }

        @Override
        long bytes() {
            return 24;
        }

        @Override
        void copyTo(int[] target) {
            Arrays.fill(target, 0, size, code);
        }

        @Override
        void lookUp(int[] table, int[] target) {
            Arrays.fill(target, 0, size, table[code]);
        }

        @Override
        void addTo(long[] table, long[] totals, int first) {
            for (int i = 0; i < size; i++) {
                totals[first + i] += table[code];
            }
        }

        @Override
        int within(int from, int to, int[] in, int count, int[] out) {
            return inside(code, from, to) == 1 ? all(in, count, out) : 0;
        }

        @Override
        int among(byte[] table, int[] in, int count, int[] out) {
            return table[code] == 1 ? all(in, count, out) : 0;
        }
    }

    static final class Bytes extends Codes {

        private final byte[] codes;
        private final int low;
        private final int high;

        Bytes(byte[] codes, int low, int high) {
            this.codes = codes;
            this.low = low;
            this.high = high;
        }

        @Override
        int size() {
            return codes.length;
        }

        @Override
        int get(int row) {
            return codes[row] & 0xFF;
        }

        @Override
        int low() {
            return low;
        }

        @Override
        int high() {
            return high;
        }

        @Override
        long bytes() {
            return Sizes.ofArray(codes.length, Byte.BYTES) + Sizes.OBJECT;
        }

        @Override
        void copyTo(int[] target) {
            for (int i = 0; i < codes.length; i++) {
                target[i] = codes[i] & 0xFF;
            }
        }

        @Override
        void lookUp(int[] table, int[] target) {
            for (int i = 0; i < codes.length; i++) {
                target[i] = table[codes[i] & 0xFF];
            }
        }

        @Override
        void addTo(long[] table, long[] totals, int first) {
            for (int i = 0; i < codes.length; i++) {
                totals[first + i] += table[codes[i] & 0xFF];
            }
        }

        @Override
        int within(int from, int to, int[] in, int count, int[] out) {
            int kept = 0;
            for (int i = 0; i < count; i++) {
                int row = in[i];
                out[kept] = row;
                kept += inside(codes[row] & 0xFF, from, to);
            }
            return kept;
        }

        @Override
        int among(byte[] table, int[] in, int count, int[] out) {
            int kept = 0;
            for (int i = 0; i < count; i++) {
                int row = in[i];
                out[kept] = row;
                kept += table[codes[row] & 0xFF];
            }
            return kept;
        }
    }

    static final class Shorts extends Codes {

        private final short[] codes;
        private final int low;
        private final int high;

        Shorts(short[] codes, int low, int high) {
            this.codes = codes;
            this.low = low;
            this.high = high;
        }

        @Override
        int size() {
            return codes.length;
        }

        @Override
        int get(int row) {
            return codes[row] & 0xFFFF;
        }

        @Override
        int low() {
            return low;
        }

        @Override
        int high() {
            return high;
        }

        @Override
        long bytes() {
            return Sizes.ofArray(codes.length, Short.BYTES) + Sizes.OBJECT;
        }

        @Override
        void copyTo(int[] target) {
            for (int i = 0; i < codes.length; i++) {
                target[i] = codes[i] & 0xFFFF;
            }
        }

        @Override
        void lookUp(int[] table, int[] target) {
            for (int i = 0; i < codes.length; i++) {
                target[i] = table[codes[i] & 0xFFFF];
            }
        }

        @Override
        void addTo(long[] table, long[] totals, int first) {
            for (int i = 0; i < codes.length; i++) {
                totals[first + i] += table[codes[i] & 0xFFFF];
            }
        }

        @Override
        int within(int from, int to, int[] in, int count, int[] out) {
            int kept = 0;
            for (int i = 0; i < count; i++) {
                int row = in[i];
                out[kept] = row;
                kept += inside(codes[row] & 0xFFFF, from, to);
            }
            return kept;
        }

        @Override
        int among(byte[] table, int[] in, int count, int[] out) {
            int kept = 0;
            for (int i = 0; i < count; i++) {
                int row = in[i];
                out[kept] = row;
                kept += table[codes[row] & 0xFFFF];
            }
            return kept;
        }
    }

    static final class Ints extends Codes {

        private final int[] codes;
        private final int low;
        private final int high;

        Ints(int[] codes, int low, int high) {
            this.codes = codes;
            this.low = low;
            this.high = high;
        }

        @Override
        int size() {
            return codes.length;
        }

        @Override
        int get(int row) {
            return codes[row];
        }

        @Override
        int low() {
            return low;
        }

        @Override
        int high() {
            return high;
        }

        @Override
        long bytes() {
            return Sizes.ofArray(codes.length, Integer.BYTES) + Sizes.OBJECT;
        }

        @Override
        void copyTo(int[] target) {
            System.arraycopy(codes, 0, target, 0, codes.length);
        }

        @Override
        void lookUp(int[] table, int[] target) {
            for (int i = 0; i < codes.length; i++) {
                target[i] = table[codes[i]];
            }
        }

        @Override
        void addTo(long[] table, long[] totals, int first) {
            for (int i = 0; i < codes.length; i++) {
                totals[first + i] += table[codes[i]];
            }
        }

        @Override
        int within(int from, int to, int[] in, int count, int[] out) {
            int kept = 0;
            for (int i = 0; i < count; i++) {
                int row = in[i];
                out[kept] = row;
                kept += inside(codes[row], from, to);
            }
            return kept;
        }

        @Override
        int among(byte[] table, int[] in, int count, int[] out) {
            int kept = 0;
            for (int i = 0; i < count; i++) {
                int row = in[i];
                out[kept] = row;
                kept += table[codes[row]];
            }
            return kept;
        }
    }
}
