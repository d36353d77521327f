package org.sambandh.crm.prediction;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;
import org.sambandh.crm.common.Invalid;
import org.sambandh.crm.common.Text;

/**
 * How many of a team's closed deals had one value, won and lost. Counts are exact decimals. A row begins with
 * {@link #LEAST} on both sides, so that a value seen on one side only never rules out the other.
 *
 * @param team whose deals; null for deals without team
 * @param field the field, or {@link BayesPlan#STAGE}
 * @param value its value
 * @param won how many were won, with the tenth it began with; 0 to 10^12 with at most six decimals
 * @param lost how many were lost, in the same way
 */
public record BayesRow(@Nullable String team, String field, String value, BigDecimal won, BigDecimal lost) {

    /** What both sides of a new row hold, and what no reopening goes below. */
    public static final BigDecimal LEAST = new BigDecimal("0.1");

    static final int LONGEST_VALUE = 2_000;

    static final Comparator<BayesRow> ORDER = Comparator.comparing(
                    BayesRow::team, Comparator.nullsFirst(Comparator.<String>naturalOrder()))
            .thenComparing(BayesRow::field)
            .thenComparing(BayesRow::value);

    private static final BigDecimal MOST = BigDecimal.TEN.pow(12);
    private static final int MOST_DECIMALS = 6;

    /**
     * Checks and copies what it is given.
     *
     * @param team whose deals; null for deals without team
     * @param field the field, or {@link BayesPlan#STAGE}
     * @param value its value
     * @param won how many were won, with the tenth it began with; 0 to 10^12 with at most six decimals
     * @param lost how many were lost, in the same way
     */
    public BayesRow {
        team = Text.orMissing("bayesRow.team", team, 200);
        field = Text.required("bayesRow.field", field, 200);
        value = Text.required("bayesRow.value", value, LONGEST_VALUE);
        won = count("bayesRow.won", won);
        lost = count("bayesRow.lost", lost);
    }

    /** A row as a first closed deal finds it. */
    static BayesRow fresh(@Nullable String team, String field, String value) {
        return new BayesRow(team, field, value, LEAST, LEAST);
    }

    private static BigDecimal count(String path, BigDecimal count) {
        // The size is asked before anything is computed: 1e999999999 must cost nothing.
        if (count.signum() < 0
                || count.compareTo(MOST) > 0
                || count.stripTrailingZeros().scale() > MOST_DECIMALS) {
            throw new Invalid(path, "a count of 0 to 10^12 with at most 6 decimals");
        }
        return Decimals.plain(count);
    }

    /** One deal more on the side of the outcome. */
    BayesRow plus(BayesOutcome outcome) {
        return outcome == BayesOutcome.WON ? with(won.add(BigDecimal.ONE), lost) : with(won, lost.add(BigDecimal.ONE));
    }

    /** One deal less on the side of the outcome. */
    BayesRow minus(BayesOutcome outcome) {
        return outcome == BayesOutcome.WON
                ? with(won.subtract(BigDecimal.ONE).max(LEAST), lost)
                : with(won, lost.subtract(BigDecimal.ONE).max(LEAST));
    }

    BayesRow withoutTeam() {
        return new BayesRow(null, field, value, won, lost);
    }

    BayesRow with(BigDecimal newWon, BigDecimal newLost) {
        return new BayesRow(team, field, value, newWon, newLost);
    }

    /** The deals behind a count: whole, half up, which removes the tenth. */
    static BigDecimal whole(BigDecimal count) {
        return count.setScale(0, RoundingMode.HALF_UP);
    }
}
