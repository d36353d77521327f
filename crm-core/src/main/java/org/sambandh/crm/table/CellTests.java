package org.sambandh.crm.table;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sambandh.crm.common.Moment;
import org.sambandh.crm.condition.CompiledTest;
import org.sambandh.crm.condition.LongRanges;
import org.sambandh.crm.field.FieldType;

/** Tests of cells: ranges of forms, places in a dictionary, ranges of amounts for each currency, any of many. */
final class CellTests {

    private CellTests() {}

    /**
     * Forms in ranges. Where the ranges do not decide, or two instants share a form, the value itself is asked.
     *
     * @param test the test
     * @param moment the moment
     * @param ranges what passes at that moment
     */
    record Longs<V>(CompiledTest<V> test, Moment moment, LongRanges ranges) implements CellTest {

        static <V> Longs<V> of(CompiledTest<V> test, Moment moment) {
            return new Longs<>(test, moment, test.rangesAt(moment));
        }

        @Override
        public int keep(Cells cells, int[] in, int count, int[] out, Scratch scratch) {
            Cells.Longs longs = (Cells.Longs) cells;
            LongBlock forms = longs.forms();
            boolean decided = forms.low() >= ranges.decidedFrom() && forms.high() <= ranges.decidedTo();
            if (longs.beyond().isEmpty() && (decided || forms.low() > forms.high())) {
                return forms.keep(ranges, in, count, out, scratch);
            }
            int kept = 0;
            for (int i = 0; i < count; i++) {
                int row = in[i];
                out[kept] = row;
                kept += passes(forms.get(row), longs.beyond().get(row)) ? 1 : 0;
            }
            return kept;
        }

        private boolean passes(long form, @Nullable Instant exact) {
            if (exact != null) {
                return test.passes(test.type().valueClass().cast(exact), moment);
            }
            return form != FieldType.MISSING && test.passesLong(form, moment);
        }

        @Override
        public double cost() {
            return 1 + ranges.count();
        }
    }

    /** Places in a dictionary: each different value was tested once. */
    static final class Coded implements CellTest {

        private final byte[] passing;
        private final int first;
        private final int last;
        private final int count;

        private Coded(byte[] passing, int first, int last, int count) {
            this.passing = passing;
            this.first = first;
            this.last = last;
            this.count = count;
        }

        static <V> Coded of(CompiledTest<V> test, Dictionary<V> values, Moment moment) {
            byte[] passing = new byte[values.size()];
            int first = passing.length;
            int last = 0;
            int count = 0;
            for (int code = 1; code < passing.length; code++) {
                if (test.passes(values.value(code), moment)) {
                    passing[code] = 1;
                    first = Math.min(first, code);
                    last = code;
                    count++;
                }
            }
            return new Coded(passing, first, last, count);
        }

        @Override
        public int keep(Cells cells, int[] in, int rows, int[] out, Scratch scratch) {
            if (count == 0) {
                return 0;
            }
            Codes codes = ((Cells.Coded) cells).codes();
            if (count == last - first + 1 || codes.high() < first || codes.low() > last) {
                return codes.keep(first, last, in, rows, out);
            }
            return codes.among(passing, in, rows, out);
        }

        @Override
        public double cost() {
            return 1;
        }
    }

    /**
     * Amounts.
     *
     * @param byCurrency the amounts that pass of each currency, in its smallest unit; the first is of none
     */
    record Amounts(List<LongRanges> byCurrency) implements CellTest {

        @Override
        public int keep(Cells cells, int[] in, int count, int[] out, Scratch scratch) {
            Cells.Amounts amounts = (Cells.Amounts) cells;
            Marks marks = scratch.marks(cells.size());
            int[] hits = scratch.take(count);
            int low = Math.max(1, amounts.currencies().low());
            for (int code = low; code <= amounts.currencies().high(); code++) {
                if (byCurrency.get(code).count() > 0) {
                    int found = amounts.currencies().keep(code, code, in, count, hits);
                    marks.add(hits, amounts.minor().keep(byCurrency.get(code), hits, found, hits, scratch));
                }
            }
            scratch.give(hits);
            int kept = marks.these(in, count, out);
            scratch.give(marks);
            return kept;
        }

        @Override
        public double cost() {
            return 4;
        }
    }

    /**
     * Any element of many.
     *
     * @param element the test of one
     */
    record AnyElement(CellTest element) implements CellTest {

        @Override
        public int keep(Cells cells, int[] in, int count, int[] out, Scratch scratch) {
            Cells.Many many = (Cells.Many) cells;
            int[] elements = scratch.take(many.elements().size());
            int[] ends = scratch.take(many.size());
            many.ends().copyTo(ends);
            int gathered = 0;
            for (int i = 0; i < count; i++) {
                int row = in[i];
                for (int place = row == 0 ? 0 : ends[row - 1]; place < ends[row]; place++) {
                    elements[gathered++] = place;
                }
            }
            int passing = element.keep(many.elements(), elements, gathered, elements, scratch);
            int kept = 0;
            int next = 0;
            for (int i = 0; i < count; i++) {
                int row = in[i];
                int before = next;
                while (next < passing && elements[next] < ends[row]) {
                    next++;
                }
                out[kept] = row;
                kept += next > before ? 1 : 0;
            }
            scratch.give(ends);
            scratch.give(elements);
            return kept;
        }

        @Override
        public double cost() {
            return 4 + 2 * element.cost();
        }
    }
}
