package org.sambandh.crm.prediction;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Comparator;
import java.util.List;
import org.sambandh.crm.common.Invalid;

/** How likely an open deal is to be won, or why nobody can say. */
public sealed interface BayesScore permits BayesScore.Scored, BayesScore.NotEnoughData {

    /**
     * A probability with what led to it.
     *
     * @param percent 0.01 to 99.99, always two decimals, half up: an open deal is never certain
     * @param factors what each of the deal's values says, in the order of the plan's fields, the stage last; values
     *     never seen in a closed deal and tags seen too seldom are left out
     */
    record Scored(BigDecimal percent, List<BayesFactor> factors) implements BayesScore {

        /** The lowest score. */
        public static final BigDecimal LOWEST = new BigDecimal("0.01");

        /** The highest score. */
        public static final BigDecimal HIGHEST = new BigDecimal("99.99");

        /**
         * Checks and copies what it is given.
         *
         * @param percent 0.01 to 99.99, always two decimals, half up: an open deal is never certain
         * @param factors what each of the deal's values says, in the order of the plan's fields, the stage last; values
         *     never seen in a closed deal and tags seen too seldom are left out
         */
        public Scored {
            if (percent.compareTo(LOWEST) < 0 || percent.compareTo(HIGHEST) > 0) {
                throw new Invalid("scored.percent", "0.01 to 99.99");
            }
            percent = percent.setScale(2, RoundingMode.HALF_UP);
            factors = List.copyOf(factors);
        }

        /** {@return what speaks for the deal, best first; equal ones in the order of the factors} */
        public List<BayesFactor> helps() {
            return factors.stream()
                    .filter(f -> f.effect() == BayesFactor.Effect.HELPS)
                    .sorted(Comparator.comparing(BayesFactor::share).reversed())
                    .toList();
        }

        /** {@return what speaks against the deal, worst first; equal ones in the order of the factors} */
        public List<BayesFactor> hurts() {
            return factors.stream()
                    .filter(f -> f.effect() == BayesFactor.Effect.HURTS)
                    .sorted(Comparator.comparing(BayesFactor::share))
                    .toList();
        }

        /** {@return what speaks neither way, in the order of the factors} */
        public List<BayesFactor> neutral() {
            return factors.stream()
                    .filter(f -> f.effect() == BayesFactor.Effect.SAYS_NOTHING)
                    .toList();
        }
    }

    /**
     * There is no score.
     *
     * @param reason why not
     * @param won how many won deals there are
     * @param lost how many lost deals there are
     * @param minimum how many of each the plan asks for
     */
    record NotEnoughData(Reason reason, long won, long lost, int minimum) implements BayesScore {}

    /** Why there is no score. */
    enum Reason {
        /** No deal was closed yet. */
        NO_CLOSED_DEALS,
        /** Fewer won or fewer lost deals than {@link BayesPlan#minimumClosed()}. */
        TOO_FEW_CLOSED_DEALS,
        /** One value was never lost and another never won, without the tenths that would weigh them: given tables only. */
        CONTRADICTION
    }
}
