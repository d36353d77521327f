package org.sambandh.crm.prediction;

import java.math.BigDecimal;

/** How a deal stands, as far as the naive Bayes model is concerned. */
public enum BayesOutcome {
    /** In the won stage, archived or not. */
    WON,
    /** Archived with a probability of 0, in the stage in which it was lost. */
    LOST,
    /** Open, void, or archived elsewhere with a probability above 0: counted nowhere. */
    NEITHER;

    /**
     * Returns how a deal stands that is known by its stage, archive mark and probability only.
     *
     * @param inWonStage whether its stage is the won one
     * @param archived whether it was put away
     * @param percent its probability, 0 to 100
     * @return how it stands
     */
    public static BayesOutcome of(boolean inWonStage, boolean archived, BigDecimal percent) {
        if (inWonStage) {
            return WON;
        }
        return archived && percent.signum() == 0 ? LOST : NEITHER;
    }
}
