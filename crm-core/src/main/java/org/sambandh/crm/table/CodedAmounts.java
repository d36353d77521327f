package org.sambandh.crm.table;

import org.sambandh.crm.common.Moment;
import org.sambandh.crm.condition.CompiledTest;

/** All tests of one column with a dictionary: what each different value gets was added up once. */
final class CodedAmounts implements Adder {

    private final int place;
    private final long[] byCode;

    CodedAmounts(int place, int codes) {
        this.place = place;
        this.byCode = new long[codes];
    }

    <V> void include(CompiledTest<V> test, Dictionary<V> values, Moment moment, long amount) {
        for (int code = 1; code < byCode.length; code++) {
            if (test.passes(values.value(code), moment)) {
                byCode[code] += amount;
            }
        }
    }

    @Override
    public void add(Block block, long[] totals, int first, Scratch scratch) {
        ((Cells.Coded) block.column(place)).codes().addTo(byCode, totals, first);
    }
}
