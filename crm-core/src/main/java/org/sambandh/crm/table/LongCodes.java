package org.sambandh.crm.table;

import java.util.Arrays;

/** Numbers longs from 0 on in the order in which they come: an open hash table. Not safe for concurrent use. */
final class LongCodes {

    private long[] keys = new long[64];
    private int[] codes = new int[64];
    private long[] byCode = new long[16];
    private int size;

    LongCodes() {
        Arrays.fill(codes, -1);
    }

    int size() {
        return size;
    }

    long key(int code) {
        return byCode[code];
    }

    int codeOf(long key) {
        int slot = slot(key);
        if (codes[slot] >= 0) {
            return codes[slot];
        }
        if (2 * (size + 1) > keys.length) {
            grow();
            slot = slot(key);
        }
        if (size == byCode.length) {
            byCode = Arrays.copyOf(byCode, 2 * size);
        }
        keys[slot] = key;
        codes[slot] = size;
        byCode[size] = key;
        return size++;
    }

    private int slot(long key) {
        int mask = keys.length - 1;
        long mixed = key * 0x9E3779B97F4A7C15L;
        int slot = (int) (mixed ^ (mixed >>> 32)) & mask;
        while (codes[slot] >= 0 && keys[slot] != key) {
            slot = (slot + 1) & mask;
        }
        return slot;
    }

    private void grow() {
        keys = new long[2 * keys.length];
        codes = new int[keys.length];
        Arrays.fill(codes, -1);
        for (int code = 0; code < size; code++) {
            int slot = slot(byCode[code]);
            keys[slot] = byCode[code];
            codes[slot] = code;
        }
    }
}
