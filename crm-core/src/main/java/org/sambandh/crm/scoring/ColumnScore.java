package org.sambandh.crm.scoring;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import org.sambandh.crm.common.Invalid;
import org.sambandh.crm.common.Moment;
import org.sambandh.crm.condition.Condition;
import org.sambandh.crm.table.ConditionAmount;
import org.sambandh.crm.table.TableView;

/**
 * A points model over columns: for each group one call for all criteria that count once, and one walk for each that counts
 * facts.
 */
record ColumnScore<S>(PointsModel<S> model) {

    long[] points(TableView<S> view, Moment moment) {
        long[] totals = new long[view.rows()];
        for (Group<S> group : model.groups()) {
            long[] sums = sums(group, view, moment);
            long cap = Points.scaledCap(group.cap());
            for (int row = 0; row < sums.length; row++) {
                totals[row] = Math.addExact(totals[row], Math.min(sums[row], cap));
            }
        }
        long cap = Points.scaledCap(model.cap());
        for (int row = 0; row < totals.length; row++) {
            totals[row] = Math.min(totals[row], cap);
        }
        return totals;
    }

    List<RowScore> best(TableView<S> view, int limit, Moment moment) {
        if (limit < 1) {
            throw new Invalid("limit", "1 or more, found " + limit);
        }
        long[] points = points(view, moment);
        Comparator<Integer> better = Comparator.<Integer>comparingLong(row -> points[row])
                .reversed()
                .thenComparing(Comparator.naturalOrder());
        PriorityQueue<Integer> best = new PriorityQueue<>(better.reversed());
        view.all().forEachRow(row -> {
            Integer worst = best.size() < limit ? null : best.peek();
            if (worst == null || points[row] > points[worst]) {
                best.add(row);
                if (worst != null) {
                    best.poll();
                }
            }
        });
        return best.stream()
                .sorted(better)
                .map(row -> score(view, row, points[row]))
                .toList();
    }

    private RowScore score(TableView<S> view, int row, long points) {
        BigDecimal value = Points.plain(BigDecimal.valueOf(points, Points.SCALE));
        return new RowScore(
                row, view.id(row), value, model.gradeOf(value).map(Grade::name).orElse(null));
    }

    private long[] sums(Group<S> group, TableView<S> view, Moment moment) {
        List<ConditionAmount<S>> once = new ArrayList<>();
        for (Criterion<S> criterion : group.criteria()) {
            if (!criterion.perFact()) {
                long points = Points.scaled(criterion.points());
                once.add(new ConditionAmount<>(
                        criterion.rule().condition(), Math.min(points, Points.scaledCap(criterion.cap()))));
            }
        }
        long[] sums = view.totals(once, moment);
        for (Criterion<S> criterion : group.criteria()) {
            if (criterion.perFact() && criterion.rule().condition() instanceof Condition.RelatedTest<S, ?> related) {
                ColumnFacts.of(criterion, related, view, moment).addTo(sums);
            }
        }
        return sums;
    }
}
