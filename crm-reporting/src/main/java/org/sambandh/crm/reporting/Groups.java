package org.sambandh.crm.reporting;

import java.util.ArrayList;
import java.util.List;
import org.sambandh.crm.common.Invalid;

/** The groups met so far, each with a tally for every part. */
final class Groups {

    /** The most groups of one report: what a reader, and memory, can hold. */
    static final int MAX_GROUPS = 100_000;

    /** Three codes of 21 bits make the key of a group; far more headings than groups are refused. */
    private static final int BITS = 21;

    private final int dimensions;
    private final int parts;
    private final LongCodes byKey = new LongCodes();
    private final List<int[]> codes = new ArrayList<>();
    private final List<Tally[]> tallies = new ArrayList<>();

    Groups(int dimensions, int parts) {
        this.dimensions = dimensions;
        this.parts = parts;
    }

    /** Puts one more code into the key of a group; the key of no dimension is 0. */
    static long key(long keySoFar, int code) {
        if (code >= 1 << BITS) {
            throw tooMany();
        }
        return keySoFar << BITS | code;
    }

    /** Returns the place of the group of a key, a new one if need be. */
    int place(long key) {
        int place = byKey.get(key);
        if (place < 0) {
            place = codes.size();
            if (place >= MAX_GROUPS) {
                throw tooMany();
            }
            byKey.put(key, place);
            codes.add(apart(key));
            tallies.add(fresh(parts));
        }
        return place;
    }

    int size() {
        return codes.size();
    }

    int code(int group, int dimension) {
        return codes.get(group)[dimension];
    }

    Tally tally(int group, int part) {
        return tallies.get(group)[part];
    }

    Tally[] tallies(int group) {
        return tallies.get(group);
    }

    static Tally[] fresh(int parts) {
        Tally[] fresh = new Tally[parts];
        for (int i = 0; i < parts; i++) {
            fresh[i] = new Tally();
        }
        return fresh;
    }

    private int[] apart(long key) {
        int[] apart = new int[dimensions];
        long rest = key;
        for (int i = dimensions - 1; i >= 0; i--) {
            apart[i] = (int) (rest & (1 << BITS) - 1);
            rest >>>= BITS;
        }
        return apart;
    }

    private static Invalid tooMany() {
        return new Invalid("report.dimensions", "more than " + MAX_GROUPS + " rows; choose coarser dimensions");
    }
}
