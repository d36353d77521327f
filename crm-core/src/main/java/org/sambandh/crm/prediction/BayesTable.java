package org.sambandh.crm.prediction;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sambandh.crm.common.Invalid;
import org.sambandh.crm.common.Text;

/**
 * What closed deals had in common: how often each value of each field was won and lost, by team. Pure data, from which
 * {@link BayesScorer} tells how likely an open deal is to be won. Immutable; every change is a returned copy, at the
 * cost of copying the rows. No change touches a score that was given out before: scores of other open deals stay as
 * they are until those deals change, or everything is scored again.
 *
 * <p>Source: naive Bayes with categorical values (M. E. Maron, Automatic Indexing, 1961), smoothed by a tenth in each
 * row, in the form of the project's fact table {@code lead_scoring}, whose rules 1 to 10 are quoted where they apply.
 *
 * @param plan what is looked at
 * @param rows the counts, kept by team (none first), field and value; no two for the same three
 */
public record BayesTable(BayesPlan plan, List<BayesRow> rows) {

    /**
     * Checks and copies what it is given.
     *
     * @param plan what is looked at
     * @param rows the counts, kept by team (none first), field and value; no two for the same three
     */
    public BayesTable {
        rows = rows.stream().sorted(BayesRow.ORDER).toList();
        for (int i = 1; i < rows.size(); i++) {
            if (BayesRow.ORDER.compare(rows.get(i - 1), rows.get(i)) == 0) {
                throw new Invalid(
                        "bayesTable.rows",
                        "two rows for one value of " + rows.get(i).field());
            }
        }
    }

    /**
     * Returns a table that has seen nothing.
     *
     * @param plan what is looked at
     * @return the table
     */
    public static BayesTable empty(BayesPlan plan) {
        return new BayesTable(plan, List.of());
    }

    /**
     * Returns the table of all deals, in one pass over them. Their order does not matter.
     *
     * @param plan what is looked at
     * @param deals the deals; those neither won nor lost count nowhere
     * @return the table
     * @throws Invalid if a lost deal has no stage of the plan
     */
    public static BayesTable rebuild(BayesPlan plan, Iterable<ClosedDeal> deals) {
        BayesCounts counts = new BayesCounts(plan);
        deals.forEach(counts::close);
        return counts.table();
    }

    /**
     * Returns the table with one more closed deal (rules 2, 3 and 7): 1 more in the row of each of its values, on its
     * side; a won deal also counts in every stage, a lost one in its own and all earlier stages. New rows begin at
     * {@link BayesRow#LEAST} on both sides.
     *
     * @param closed the deal as it was closed
     * @return the table; this one if the deal was neither won nor lost
     * @throws Invalid if it was lost and has no stage of the plan
     */
    public BayesTable close(ClosedDeal closed) {
        if (closed.outcome() == BayesOutcome.NEITHER) {
            return this;
        }
        BayesCounts counts = new BayesCounts(this);
        counts.close(closed);
        return counts.table();
    }

    /**
     * Returns the table without a deal that was closed and is open again, or gone (rule 7). No count goes below
     * {@link BayesRow#LEAST}; rows stay, also those with nothing left in them.
     *
     * @param closed the deal as it was closed, with the values it had then
     * @return the table; this one if the deal was neither won nor lost
     * @throws Invalid if it was lost and has no stage of the plan
     */
    public BayesTable reopen(ClosedDeal closed) {
        if (closed.outcome() == BayesOutcome.NEITHER) {
            return this;
        }
        BayesCounts counts = new BayesCounts(this);
        counts.reopen(closed);
        return counts.table();
    }

    /**
     * Returns the table after a closed deal was closed otherwise, for example as won instead of lost, or had its
     * values corrected: {@link #reopen} of what it was, {@link #close} of what it is.
     *
     * @param before the deal as it was counted
     * @param after the deal as it is to be counted
     * @return the table
     * @throws Invalid if either was lost and has no stage of the plan
     */
    public BayesTable correct(ClosedDeal before, ClosedDeal after) {
        return reopen(before).close(after);
    }

    /**
     * Returns the table after a team was deleted (rule 10): its rows go to the deals without team. Where both have a
     * row, the deals in them add up: whole numbers, rounded half up, which removes the tenths, and a side that stays 0
     * becomes {@link BayesRow#LEAST}. Where only the team has one it moves unchanged, unless both sides round to 0.
     *
     * @param team the team
     * @return the table; this one if the team has no rows
     */
    public BayesTable deleteTeam(String team) {
        BayesCounts counts = new BayesCounts(this);
        counts.deleteTeam(Text.required("bayesTable.team", team, 200));
        return counts.table();
    }

    /**
     * Returns the row of one value.
     *
     * @param team whose, or null for deals without team
     * @param field the field, or {@link BayesPlan#STAGE}
     * @param value its value
     * @return the row; empty if no closed deal had it
     */
    public Optional<BayesRow> row(@Nullable String team, String field, String value) {
        BayesRow asked = BayesRow.fresh(team, field, value);
        return rows.stream()
                .filter(row -> BayesRow.ORDER.compare(row, asked) == 0)
                .findFirst();
    }
}
