package org.sambandh.crm.scoring;

import java.math.BigDecimal;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.sambandh.crm.common.Moment;
import org.sambandh.crm.condition.Condition;
import org.sambandh.crm.condition.ValueTest;
import org.sambandh.crm.field.FieldType;
import org.sambandh.crm.table.Selection;
import org.sambandh.crm.table.TableView;

/** One criterion with points for each fact, over columns: perhaps for the newest facts only, perhaps fading. */
final class ColumnFacts<S, R> {

    private final Criterion<S> criterion;
    private final Condition.RelatedTest<S, R> related;
    private final TableView<S> view;
    private final Moment moment;
    private final int newest;
    private final long cap;
    /** Who has as many facts as the criterion asks for; null where one is enough. */
    private final @Nullable Selection<S> earning;

    private ColumnFacts(Criterion<S> criterion, Condition.RelatedTest<S, R> related, TableView<S> view, Moment moment) {
        this.criterion = criterion;
        this.related = related;
        this.view = view;
        this.moment = moment;
        this.newest = criterion.newest() == null ? Integer.MAX_VALUE : criterion.newest();
        this.cap = Points.scaledCap(criterion.cap());
        this.earning = isAnyEnough(related.test()) ? null : view.select(related, moment);
    }

    static <S, R> ColumnFacts<S, R> of(
            Criterion<S> criterion, Condition.RelatedTest<S, R> related, TableView<S> view, Moment moment) {
        return new ColumnFacts<>(criterion, related, view, moment);
    }

    private static boolean isAnyEnough(ValueTest<BigDecimal> test) {
        return test instanceof ValueTest.Range<BigDecimal> range
                && range.atMost() == null
                && (range.atLeast() == null || range.atLeast().compareTo(BigDecimal.ONE) <= 0);
    }

    void addTo(long[] sums) {
        Decay decay = criterion.decay();
        if (decay == null) {
            int[] counts = view.countFacts(related.relation(), related.where(), related.window(), moment);
            for (int row = 0; row < counts.length; row++) {
                add(row, Math.min(counts[row], newest), 0, sums);
            }
        } else {
            Fading fading = new Fading(Shares.of(decay, moment), sums);
            view.forEachFact(related.relation(), related.where(), related.window(), moment, fading::fact);
            fading.end();
        }
    }

    /**
     * Adds what a subject earns.
     *
     * @param left how many facts, or the sum of what is left of each
     * @param decimals of that number
     */
    private void add(int row, long left, int decimals, long[] sums) {
        if (left > 0 && (earning == null || earning.contains(row))) {
            sums[row] = Math.addExact(sums[row], Math.min(cap, Points.times(criterion.points(), left, decimals)));
        }
    }

    /** Adds up what is left of the facts of one subject after another's. */
    private final class Fading {

        private final Shares shares;
        private final long[] sums;
        private long[] left = new long[16];
        private int count;
        private int current = -1;

        Fading(Shares shares, long[] sums) {
            this.shares = shares;
            this.sums = sums;
        }

        void fact(int row, long happened) {
            if (row != current) {
                end();
                current = row;
            }
            if (count == left.length) {
                left = Arrays.copyOf(left, 2 * count);
            }
            left[count++] = happened == FieldType.MISSING ? 0 : shares.left(happened);
        }

        /** The newest facts came last. */
        void end() {
            long sum = 0;
            for (int i = Math.max(0, count - newest); i < count; i++) {
                sum = Math.addExact(sum, left[i]);
            }
            add(current, sum, Decay.FACTOR_SCALE, sums);
            count = 0;
        }
    }
}
