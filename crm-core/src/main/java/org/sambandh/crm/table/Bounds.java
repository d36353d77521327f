package org.sambandh.crm.table;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.sambandh.crm.condition.LongRanges;
import org.sambandh.crm.field.FieldType;

/**
 * Where the ranges of several tests of one column of numbers begin and end: between two bounds every form passes the same
 * tests. A missing form lies in piece 0, below the first bound, all others above it.
 */
final class Bounds {

    private final List<LongRanges> tests = new ArrayList<>();
    private long decidedFrom = FieldType.MISSING + 1;
    private long decidedTo = Long.MAX_VALUE;

    void add(LongRanges ranges) {
        tests.add(ranges);
        decidedFrom = Math.max(decidedFrom, ranges.decidedFrom());
        decidedTo = Math.min(decidedTo, ranges.decidedTo());
    }

    /** {@return the bounds, ascending} */
    long[] sorted() {
        TreeSet<Long> bounds = new TreeSet<>();
        bounds.add(FieldType.MISSING + 1);
        for (LongRanges ranges : tests) {
            for (int i = 0; i < ranges.count(); i++) {
                bounds.add(ranges.low(i));
                if (ranges.high(i) < Long.MAX_VALUE) {
                    bounds.add(ranges.high(i) + 1);
                }
            }
        }
        return bounds.stream().mapToLong(Long::longValue).toArray();
    }

    /** {@return whether the ranges say of every cell whether it passes} */
    boolean decide(Cells.Longs cells) {
        LongBlock forms = cells.forms();
        boolean none = forms.low() > forms.high();
        return cells.beyond().isEmpty() && (none || (forms.low() >= decidedFrom && forms.high() <= decidedTo));
    }
}
