package org.sambandh.crm.prediction;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.sambandh.crm.common.Invalid;

/**
 * What one value of a deal says about its end.
 *
 * @param field the field, or {@link BayesPlan#STAGE}
 * @param value the deal's value
 * @param share {@code pW / (pW + pL)} with pW and pL the value's share of the field's won and lost counts; for the
 *     stage the share of lost deals that never came this far. 0 to 1 with six decimals, half up; one half says nothing
 * @param effect what a seller is told
 */
public record BayesFactor(String field, String value, BigDecimal share, Effect effect) {

    static final int SHARE_SCALE = 6;

    private static final int MOST_DECIMALS = 100;

    /** What a seller is told. It is decided by the exact share, not by the rounded one. */
    public enum Effect {
        /** Deals with it are won more often: the share is above one half. */
        HELPS,
        /** Deals with it are lost more often: the share is below one half. */
        HURTS,
        /** The share is exactly one half. */
        SAYS_NOTHING,
        /**
         * It counts in the score, but to show it would mislead: a wrong or missing address or number that would be a
         * plus, or a correct one that would be a minus.
         */
        NOT_SHOWN
    }

    /**
     * Checks and copies what it is given.
     *
     * @param field the field, or {@link BayesPlan#STAGE}
     * @param value the deal's value
     * @param share {@code pW / (pW + pL)} with pW and pL the value's share of the field's won and lost counts; for the
     *     stage the share of lost deals that never came this far. 0 to 1 with six decimals, half up; one half says nothing
     * @param effect what a seller is told
     */
    public BayesFactor {
        // Rounding costs as much as there are decimals: 1e-999999999 must cost nothing.
        if (share.signum() < 0 || share.compareTo(BigDecimal.ONE) > 0 || share.scale() > MOST_DECIMALS) {
            throw new Invalid("bayesFactor.share", "0 to 1 with at most " + MOST_DECIMALS + " decimals");
        }
        share = share.setScale(SHARE_SCALE, RoundingMode.HALF_UP);
    }
}
