package org.sambandh.crm.table;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sambandh.crm.common.Moment;
import org.sambandh.crm.condition.CompiledTest;
import org.sambandh.crm.condition.LongRanges;
import org.sambandh.crm.condition.Measure;
import org.sambandh.crm.condition.ValueTest;
import org.sambandh.crm.field.FieldType;
import org.sambandh.crm.settings.FiscalCalendar;

/**
 * A test of a measure over scaled longs, exact: what does not fit a {@code long} is put to the same test in whole numbers of
 * any size, and a mean is never divided out.
 */
final class MeasureTest {

    private final Measure.Kind kind;
    private final int scale;
    private final LongRanges totals;
    private final List<Ends> ends = new ArrayList<>();

    /**
     * What a mean or a very large sum may be.
     *
     * @param low the lower end, or null
     * @param high the upper end, or null
     */
    private record Ends(@Nullable BigDecimal low, @Nullable BigDecimal high) {

        boolean contain(BigDecimal total, BigDecimal count) {
            return (low == null || total.compareTo(low.multiply(count)) >= 0)
                    && (high == null || total.compareTo(high.multiply(count)) <= 0);
        }
    }

    MeasureTest(Measure.Kind kind, int scale, ValueTest<BigDecimal> test, FiscalCalendar calendar, Moment moment) {
        this.kind = kind;
        this.scale = scale;
        this.totals = CompiledTest.of(test, FieldType.number(scale), calendar).rangesAt(moment);
        if (test instanceof ValueTest.Is<BigDecimal> is) {
            ends.add(new Ends(is.value(), is.value()));
        } else if (test instanceof ValueTest.In<BigDecimal> in) {
            in.values().forEach(value -> ends.add(new Ends(value, value)));
        } else if (test instanceof ValueTest.Range<BigDecimal> range) {
            ends.add(new Ends(range.atLeast(), range.atMost()));
        } else {
            ends.add(new Ends(null, null));
        }
    }

    /** {@return what passes, in units of the smallest decimal, for counts and whatever else is no mean} */
    LongRanges totals() {
        return totals;
    }

    /** {@return whether what was added up passes} */
    boolean passes(Running running) {
        return switch (kind) {
            case COUNT -> totals.contains(running.count);
            case SUM -> running.fits() ? totals.contains(running.sum) : among(running.exact(), BigInteger.ONE);
            case MIN -> running.count > 0 && totals.contains(running.min);
            case MAX -> running.count > 0 && totals.contains(running.max);
            case AVERAGE -> running.count > 0 && among(running.exact(), BigInteger.valueOf(running.count));
        };
    }

    private boolean among(BigInteger total, BigInteger count) {
        BigDecimal scaled = new BigDecimal(total, scale);
        BigDecimal divisor = new BigDecimal(count);
        for (Ends some : ends) {
            if (some.contain(scaled, divisor)) {
                return true;
            }
        }
        return false;
    }

    /** What the values of one subject come to so far. */
    static final class Running {

        private long count;
        private long sum;
        private long min = Long.MAX_VALUE;
        private long max = Long.MIN_VALUE;
        private @Nullable BigInteger above;

        void add(long form) {
            if (form == FieldType.MISSING) {
                return;
            }
            count++;
            min = Math.min(min, form);
            max = Math.max(max, form);
            long next = sum + form;
            if (((sum ^ next) & (form ^ next)) < 0) {
                above = (above == null ? BigInteger.ZERO : above).add(BigInteger.valueOf(sum));
                next = form;
            }
            sum = next;
        }

        void clear() {
            count = 0;
            sum = 0;
            min = Long.MAX_VALUE;
            max = Long.MIN_VALUE;
            above = null;
        }

        private boolean fits() {
            return above == null && sum != FieldType.MISSING;
        }

        private BigInteger exact() {
            BigInteger rest = BigInteger.valueOf(sum);
            return above == null ? rest : above.add(rest);
        }
    }
}
