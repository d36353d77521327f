package org.sambandh.crm.table;

import java.util.Arrays;
import java.util.function.IntFunction;

/**
 * Finds the row of an id: an open hash table of row numbers that reads the ids where they are, 8 to 16 bytes a row. A row
 * keeps its id for good, so entries are only ever added.
 */
final class RowIndex {

    private static final int FREE = -1;

    private int[] slots = free(1_024);
    private int size;

    /** {@return the row of the id, or -1} */
    synchronized int find(String id, IntFunction<String> ids) {
        int slot = slot(id);
        while (slots[slot] != FREE) {
            if (ids.apply(slots[slot]).equals(id)) {
                return slots[slot];
            }
            slot = (slot + 1) & (slots.length - 1);
        }
        return FREE;
    }

    /** Adds the id of a new row, which is not there yet. */
    synchronized void add(String id, int row, IntFunction<String> ids) {
        if (size >= slots.length / 2) {
            int[] old = slots;
            slots = free(old.length * 2);
            for (int known : old) {
                if (known != FREE) {
                    put(ids.apply(known), known);
                }
            }
        }
        put(id, row);
        size++;
    }

    private void put(String id, int row) {
        int slot = slot(id);
        while (slots[slot] != FREE) {
            slot = (slot + 1) & (slots.length - 1);
        }
        slots[slot] = row;
    }

    private int slot(String id) {
        int hash = id.hashCode() * 0x9E3779B9;
        return (hash ^ (hash >>> 16)) & (slots.length - 1);
    }

    synchronized long bytes() {
        return Sizes.OBJECT + Sizes.ofArray(slots.length, Integer.BYTES);
    }

    private static int[] free(int length) {
        int[] slots = new int[length];
        Arrays.fill(slots, FREE);
        return slots;
    }
}
