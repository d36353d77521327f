package org.sambandh.crm.table;

import java.util.Arrays;

/** A bit for each row of a block, to put selections together. */
final class Marks {

    private long[] words = new long[0];

    Marks clear(int size) {
        int needed = (size + 63) >>> 6;
        if (words.length < needed) {
            words = new long[needed];
        } else {
            Arrays.fill(words, 0, needed, 0);
        }
        return this;
    }

    void add(int[] rows, int count) {
        for (int i = 0; i < count; i++) {
            words[rows[i] >>> 6] |= 1L << rows[i];
        }
    }

    /** Keeps the rows that are marked; {@code out} may be {@code in}. */
    int these(int[] in, int count, int[] out) {
        int kept = 0;
        for (int i = 0; i < count; i++) {
            int row = in[i];
            out[kept] = row;
            kept += (int) (words[row >>> 6] >>> row) & 1;
        }
        return kept;
    }

    /** Keeps the rows that are not marked; {@code out} may be {@code in}. */
    int others(int[] in, int count, int[] out) {
        int kept = 0;
        for (int i = 0; i < count; i++) {
            int row = in[i];
            out[kept] = row;
            kept += 1 - ((int) (words[row >>> 6] >>> row) & 1);
        }
        return kept;
    }
}
