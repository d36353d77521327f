package org.sambandh.crm.prediction;

import java.math.BigDecimal;
import java.util.List;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.sambandh.crm.common.Invalid;

/** A table while it is being changed; lives within one call. */
final class BayesCounts {

    private final BayesPlan plan;
    private final TreeMap<BayesRow, BayesRow> rows = new TreeMap<>(BayesRow.ORDER);

    BayesCounts(BayesPlan plan) {
        this.plan = plan;
    }

    BayesCounts(BayesTable table) {
        this(table.plan());
        table.rows().forEach(this::put);
    }

    BayesTable table() {
        return new BayesTable(plan, List.copyOf(rows.values()));
    }

    void close(ClosedDeal closed) {
        count(closed, true);
    }

    void reopen(ClosedDeal closed) {
        count(closed, false);
    }

    private void count(ClosedDeal closed, boolean more) {
        BayesOutcome outcome = closed.outcome();
        if (outcome == BayesOutcome.NEITHER) {
            return;
        }
        BayesDeal deal = closed.deal();
        UnaryOperator<BayesRow> step = more ? row -> row.plus(outcome) : row -> row.minus(outcome);
        for (String stage : stages(deal, outcome)) {
            change(deal.team(), BayesPlan.STAGE, stage, more, step);
        }
        for (BayesDeal.Observation seen : deal.observations(plan)) {
            change(deal.team(), seen.field().name(), seen.value(), more, step);
        }
    }

    /** A won deal has seen every stage, a lost one its own and all earlier ones. */
    private List<String> stages(BayesDeal deal, BayesOutcome outcome) {
        if (outcome == BayesOutcome.WON) {
            return plan.stages();
        }
        int last = deal.stage() == null ? -1 : plan.stages().indexOf(deal.stage());
        if (last < 0) {
            throw new Invalid("bayesDeal.stage", "a lost deal needs the stage in which it was lost, one of the plan's");
        }
        return plan.stages().subList(0, last + 1);
    }

    private void change(
            @Nullable String team, String field, String value, boolean create, UnaryOperator<BayesRow> step) {
        BayesRow fresh = BayesRow.fresh(team, field, value);
        BayesRow old = rows.get(fresh);
        if (old != null || create) {
            put(step.apply(old == null ? fresh : old));
        }
    }

    void deleteTeam(String team) {
        for (BayesRow row : List.copyOf(rows.values())) {
            if (team.equals(row.team())) {
                rows.remove(row);
                fold(row);
            }
        }
    }

    private void fold(BayesRow row) {
        BigDecimal won = BayesRow.whole(row.won());
        BigDecimal lost = BayesRow.whole(row.lost());
        BayesRow moved = row.withoutTeam();
        BayesRow there = rows.get(moved);
        if (there != null) {
            put(there.with(
                    orLeast(won.add(BayesRow.whole(there.won()))), orLeast(lost.add(BayesRow.whole(there.lost())))));
        } else if (won.signum() + lost.signum() > 0) {
            put(moved);
        }
    }

    private static BigDecimal orLeast(BigDecimal sum) {
        return sum.signum() == 0 ? BayesRow.LEAST : sum;
    }

    /** Removes first: a tree keeps the key of an equal entry, and the key is a row. */
    private void put(BayesRow row) {
        rows.remove(row);
        rows.put(row, row);
    }
}
