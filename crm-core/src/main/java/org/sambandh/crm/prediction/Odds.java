package org.sambandh.crm.prediction;

/** Log-odds, probabilities, and how wrong they were. The same digits on every machine. */
final class Odds {

    private Odds() {}

    static double probability(double logOdds) {
        if (logOdds >= 0) {
            return 1 / (1 + StrictMath.exp(-logOdds));
        }
        double e = StrictMath.exp(logOdds);
        return e / (1 + e);
    }

    /** What an outcome costs in log-likelihood, 0 or more. */
    static double loss(double logOdds, boolean positive) {
        double against = positive ? -logOdds : logOdds;
        return Math.max(against, 0) + StrictMath.log1p(StrictMath.exp(-Math.abs(against)));
    }

    static double of(double probability) {
        return StrictMath.log(probability / (1 - probability));
    }
}
