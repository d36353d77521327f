package org.sambandh.crm.prediction;

import java.math.BigDecimal;
import java.util.List;

/**
 * What one field, or two together, do to a prediction.
 *
 * @param fields the names of the fields
 * @param logOdds what they add to the log-odds; these add up
 * @param points how many percentage points lower the probability were if this factor were average and all others as they
 *     are, two decimals at most; below 0 where it were higher. These do not add up, because the last point of a
 *     probability is harder to get than the first
 * @param sentence what the subject has there, and what that does
 */
public record PredictionFactor(List<String> fields, BigDecimal logOdds, BigDecimal points, String sentence) {

    /**
     * Checks and copies what it is given.
     *
     * @param fields the names of the fields
     * @param logOdds what they add to the log-odds; these add up
     * @param points how many percentage points lower the probability were if this factor were average and all others as
     *     they are, two decimals at most; below 0 where it were higher. These do not add up, because the last point of a
     *     probability is harder to get than the first
     * @param sentence what the subject has there, and what that does
     */
    public PredictionFactor {
        fields = List.copyOf(fields);
    }

    /** {@return the fields and what they add; not the value, which may be personal} */
    @Override
    public String toString() {
        return "PredictionFactor[" + fields + ", " + logOdds + "]";
    }
}
