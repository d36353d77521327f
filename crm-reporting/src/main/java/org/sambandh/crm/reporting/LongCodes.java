package org.sambandh.crm.reporting;

import java.util.Arrays;

/** Numbers to small codes, without boxing: open addressing, linear probing, at most half full. */
final class LongCodes {

    private static final int START = 64;

    private long[] keys = new long[START];
    private int[] codes = new int[START];
    private int size;

    LongCodes() {
        Arrays.fill(codes, -1);
    }

    /** Returns the code of a number, or -1. */
    int get(long key) {
        return codes[slot(key)];
    }

    /** Gives a number that has none its code. */
    void put(long key, int code) {
        if (2 * (size + 1) > keys.length) {
            grow();
        }
        int slot = slot(key);
        keys[slot] = key;
        codes[slot] = code;
        size++;
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
        long[] oldKeys = keys;
        int[] oldCodes = codes;
        keys = new long[2 * oldKeys.length];
        codes = new int[keys.length];
        Arrays.fill(codes, -1);
        for (int i = 0; i < oldKeys.length; i++) {
            if (oldCodes[i] >= 0) {
                int slot = slot(oldKeys[i]);
                keys[slot] = oldKeys[i];
                codes[slot] = oldCodes[i];
            }
        }
    }
}
