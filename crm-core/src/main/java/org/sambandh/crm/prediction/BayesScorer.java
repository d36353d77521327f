package org.sambandh.crm.prediction;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Tells how likely open deals are to be won, from a table of closed ones. Prepared once for a table; immutable and safe
 * for any number of threads. The arithmetic is exact until the one rounding at the end, so the same table gives the same
 * score everywhere.
 *
 * <p>Source (rules 4 to 6 and 9 of the fact table {@code lead_scoring}): with W and L the counts of the first stage,
 * {@code w = W/(W+L)} and {@code l = L/(W+L)}; for each value {@code w *= won / (sum of won over the field's rows)},
 * {@code l *= lost / (sum of lost over the field's rows)}; for the stage W and L take the place of the sums. The score
 * is {@code 100 w / (w + l)}. A deal without team, or of a team without rows, is measured by all teams together.
 */
public final class BayesScorer {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final BigDecimal TWO = BigDecimal.valueOf(2);

    private final BayesPlan plan;
    private final Frequencies pooled;
    private final Map<String, Frequencies> teams = new HashMap<>();

    private BayesScorer(BayesTable table) {
        this.plan = table.plan();
        this.pooled = new Frequencies();
        String first = plan.stages().get(0);
        for (BayesRow row : table.rows()) {
            pooled.add(row, first);
            if (row.team() != null) {
                teams.computeIfAbsent(row.team(), team -> new Frequencies()).add(row, first);
            }
        }
    }

    /**
     * Prepares a table. Costs one walk over its rows.
     *
     * @param table the table
     * @return the scorer
     */
    public static BayesScorer of(BayesTable table) {
        return new BayesScorer(table);
    }

    /** Both sides of a row, of a field, or of a fraction that is not divided yet. */
    private record Sides(BigDecimal won, BigDecimal lost) {

        static final Sides NONE = new Sides(BigDecimal.ZERO, BigDecimal.ZERO);

        Sides plus(Sides other) {
            return new Sides(won.add(other.won), lost.add(other.lost));
        }

        Sides times(Sides other) {
            return new Sides(won.multiply(other.won), lost.multiply(other.lost));
        }

        /** {@code won / total.won} against {@code lost / total.lost}, multiplied by both totals: nothing is rounded. */
        Sides outOf(Sides total) {
            return new Sides(won.multiply(total.lost), lost.multiply(total.won));
        }

        BigDecimal sum() {
            return won.add(lost);
        }

        boolean isNothing() {
            return won.signum() == 0 && lost.signum() == 0;
        }
    }

    /** The rows of a team, or of all. */
    private static final class Frequencies {

        private final Map<String, Map<String, Sides>> rows = new HashMap<>();
        private final Map<String, Sides> totals = new HashMap<>();
        private Sides closed = Sides.NONE;

        void add(BayesRow row, String firstStage) {
            Sides sides = new Sides(row.won(), row.lost());
            rows.computeIfAbsent(row.field(), field -> new HashMap<>()).merge(row.value(), sides, Sides::plus);
            totals.merge(row.field(), sides, Sides::plus);
            if (row.field().equals(BayesPlan.STAGE) && row.value().equals(firstStage)) {
                // Rounded row by row: ten teams' tenths are no deal.
                closed = closed.plus(new Sides(BayesRow.whole(row.won()), BayesRow.whole(row.lost())));
            }
        }

        Sides row(String field, String value) {
            return rows.getOrDefault(field, Map.of()).getOrDefault(value, Sides.NONE);
        }

        Sides total(String field) {
            return totals.getOrDefault(field, Sides.NONE);
        }
    }

    /**
     * Returns the score of an open deal. Values without a row are skipped, and so are tags whose row holds less than
     * {@link BayesPlan#minimumTagObservations()}, won and lost together.
     *
     * @param deal the deal
     * @return its probability with the reasons, or why there is none
     */
    public BayesScore score(BayesDeal deal) {
        Frequencies seen = frequencies(deal.team());
        Sides start = seen.row(BayesPlan.STAGE, plan.stages().get(0));
        if (start.isNothing()) {
            return none(BayesScore.Reason.NO_CLOSED_DEALS, seen);
        }
        BigDecimal minimum = BigDecimal.valueOf(plan.minimumClosed());
        if (seen.closed.won().min(seen.closed.lost()).compareTo(minimum) < 0) {
            return none(BayesScore.Reason.TOO_FEW_CLOSED_DEALS, seen);
        }
        Sides odds = start;
        List<BayesFactor> factors = new ArrayList<>();
        for (BayesDeal.Observation observed : deal.observations(plan)) {
            BayesField field = observed.field();
            Sides row = seen.row(field.name(), observed.value());
            Sides said = row.outOf(seen.total(field.name()));
            if (!said.isNothing() && !isTooRare(field, row)) {
                odds = odds.times(said);
                factors.add(factor(observed, said));
            }
        }
        if (deal.stage() != null) {
            Sides row = seen.row(BayesPlan.STAGE, deal.stage());
            Sides said = row.outOf(start);
            if (!said.isNothing()) {
                odds = odds.times(said);
                factors.add(stageFactor(deal.stage(), row, start));
            }
        }
        if (odds.isNothing()) {
            return none(BayesScore.Reason.CONTRADICTION, seen);
        }
        BigDecimal percent = HUNDRED.multiply(odds.won()).divide(odds.sum(), 2, RoundingMode.HALF_UP);
        return new BayesScore.Scored(percent.max(BayesScore.Scored.LOWEST).min(BayesScore.Scored.HIGHEST), factors);
    }

    private Frequencies frequencies(@Nullable String team) {
        return team == null ? pooled : teams.getOrDefault(team, pooled);
    }

    private BayesScore none(BayesScore.Reason reason, Frequencies seen) {
        return new BayesScore.NotEnoughData(
                reason, seen.closed.won().longValue(), seen.closed.lost().longValue(), plan.minimumClosed());
    }

    private boolean isTooRare(BayesField field, Sides row) {
        return field.kind() == BayesField.Kind.TAGS
                && row.sum().compareTo(BigDecimal.valueOf(plan.minimumTagObservations())) < 0;
    }

    private static BayesFactor factor(BayesDeal.Observation observed, Sides said) {
        BayesFactor.Effect effect = effect(said.won().compareTo(said.lost()));
        if (observed.field().kind() == BayesField.Kind.CONTACT) {
            BayesFactor.Effect misleading =
                    observed.value().equals(BayesField.CORRECT) ? BayesFactor.Effect.HURTS : BayesFactor.Effect.HELPS;
            effect = effect == misleading ? BayesFactor.Effect.NOT_SHOWN : effect;
        }
        BigDecimal share = said.won().divide(said.sum(), BayesFactor.SHARE_SCALE, RoundingMode.HALF_UP);
        return new BayesFactor(observed.field().name(), observed.value(), share, effect);
    }

    /** The share of lost deals that never came as far as this stage. */
    private static BayesFactor stageFactor(String stage, Sides row, Sides start) {
        BigDecimal gone = start.lost().subtract(row.lost()).max(BigDecimal.ZERO);
        BigDecimal share = start.lost().signum() == 0
                ? BigDecimal.ONE
                : gone.divide(start.lost(), BayesFactor.SHARE_SCALE, RoundingMode.HALF_UP);
        return new BayesFactor(
                BayesPlan.STAGE,
                stage,
                share,
                effect(start.lost().compareTo(row.lost().multiply(TWO))));
    }

    private static BayesFactor.Effect effect(int side) {
        if (side == 0) {
            return BayesFactor.Effect.SAYS_NOTHING;
        }
        return side > 0 ? BayesFactor.Effect.HELPS : BayesFactor.Effect.HURTS;
    }
}
