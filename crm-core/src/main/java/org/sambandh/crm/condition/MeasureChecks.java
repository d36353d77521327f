package org.sambandh.crm.condition;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;
import org.sambandh.crm.common.Moment;
import org.sambandh.crm.field.FieldType;

/** Checks of sums, extremes and averages over the facts that count. */
final class MeasureChecks {

    /** Totals beyond are worked out with numbers of any size. */
    private static final long LARGEST = 9_000_000_000_000_000_000L;

    private MeasureChecks() {}

    /**
     * What a measure must be.
     *
     * @param kind the measure
     * @param test the test as it was written
     * @param ranges the same over {@code long} forms, which an average has none of
     * @param negated whether the measure must not pass, or be missing
     */
    record Wanted(Measure.Kind kind, ValueTest<BigDecimal> test, LongRanges ranges, int scale, boolean negated) {

        boolean passes(long sum, long min, long max, long values) {
            boolean passes = switch (kind) {
                case COUNT -> throw new IllegalStateException("a count is counted");
                case SUM -> ranges.contains(sum);
                case MIN -> values > 0 && ranges.contains(min);
                case MAX -> values > 0 && ranges.contains(max);
                case AVERAGE -> averages(sum, values);
            };
            return passes != negated;
        }

        /** An average lies between two numbers of its scale only if the total does between theirs: no need to divide. */
        private boolean averages(long sum, long values) {
            if (values > 0 && test instanceof ValueTest.Range<BigDecimal> range && isScaled(range)) {
                return (range.atLeast() == null || compare(sum, ranges.low(0), values) >= 0)
                        && (range.atMost() == null || compare(sum, ranges.high(0), values) <= 0);
            }
            return new Measured(BigDecimal.valueOf(sum, scale), values).passes(test);
        }

        private boolean isScaled(ValueTest.Range<BigDecimal> range) {
            return ranges.count() == 1 && isScaled(range.atLeast()) && isScaled(range.atMost());
        }

        private boolean isScaled(@Nullable BigDecimal end) {
            return end == null || (end.scale() <= scale && end.precision() - end.scale() + scale <= 18);
        }

        /** Compares a total with that many times a number. */
        private static int compare(long sum, long number, long times) {
            long high = Math.multiplyHigh(number, times);
            return high == sum >> 63 ? Long.compareUnsigned(sum, number * times) : Long.compare(sum >> 63, high);
        }
    }

    /** A measure of a field that a fact has at most one value of. */
    record Single<S, R>(
            Source<S, R> source, Counter<R> counter, ToLongFunction<? super R> number, Wanted wanted, Check<S> exact)
            implements Check<S> {

        @Override
        public boolean test(S subject, Moment moment, @Nullable Rows<S> rows) {
            List<R> facts = source.facts(subject, rows);
            Ends.InstantRange seen = counter.ends().at(moment);
            Rows<R> behind = source.behind(rows);
            long sum = 0;
            long min = Long.MAX_VALUE;
            long max = FieldType.MISSING;
            long values = 0;
            for (int i = 0; i < facts.size(); i++) {
                R fact = facts.get(i);
                source.go(rows, behind, i);
                if (counter.counts(fact, seen, moment, behind)) {
                    long value = number.applyAsLong(fact);
                    if (value != FieldType.MISSING) {
                        values++;
                        sum += value;
                        min = Math.min(min, value);
                        max = Math.max(max, value);
                        // Values have 18 digits: the total is told before it overflows.
                        if (sum > LARGEST - FORM || sum < -LARGEST + FORM) {
                            return exact.test(subject, moment, rows);
                        }
                    }
                }
            }
            return wanted.passes(sum, min, max, values);
        }

        private static final long FORM = 1_000_000_000_000_000_000L;
    }

    /** Reads the numbers of a fact. */
    interface Numbers<R> {

        void addTo(List<BigDecimal> values, R fact, Moment moment, @Nullable Rows<R> rows);
    }

    /** A measure of any numbers of the facts, whatever their size. */
    record Gathered<S, R>(Source<S, R> source, Counter<R> counter, Numbers<R> numbers, Wanted wanted)
            implements Check<S> {

        @Override
        public boolean test(S subject, Moment moment, @Nullable Rows<S> rows) {
            List<R> facts = source.facts(subject, rows);
            Ends.InstantRange seen = counter.ends().at(moment);
            Rows<R> behind = source.behind(rows);
            List<BigDecimal> values = new ArrayList<>();
            for (int i = 0; i < facts.size(); i++) {
                source.go(rows, behind, i);
                if (counter.counts(facts.get(i), seen, moment, behind)) {
                    numbers.addTo(values, facts.get(i), moment, behind);
                }
            }
            return Measured.of(wanted.kind(), values).passes(wanted.test()) != wanted.negated();
        }
    }
}
