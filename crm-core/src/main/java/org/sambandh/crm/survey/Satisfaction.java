package org.sambandh.crm.survey;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;
import org.sambandh.crm.common.Invalid;

/**
 * How many are satisfied: the share of 4 and 5 among answers from 1 to 5.
 *
 * @param satisfied how many answered 4 or 5
 * @param sampleSize how many answered
 */
public record Satisfaction(long satisfied, long sampleSize) {

    private static final double Z_95 = 1.959964;

    /**
     * Checks and copies what it is given.
     *
     * @param satisfied how many answered 4 or 5
     * @param sampleSize how many answered
     */
    public Satisfaction {
        if (satisfied < 0 || sampleSize < satisfied) {
            throw new Invalid("satisfaction", "no number below 0, and not more than all");
        }
    }

    /** {@return the share, 0 to 100 percent with one decimal, half up; nothing if nobody answered} */
    public Optional<BigDecimal> score() {
        return sampleSize == 0
                ? Optional.empty()
                : Optional.of(BigDecimal.valueOf(100 * satisfied)
                        .divide(BigDecimal.valueOf(sampleSize), 1, RoundingMode.HALF_UP));
    }

    /**
     * Returns between which shares all parties asked alike would lie in 95 of 100 such samples: the score interval of E. B. Wilson
     * ("Probable Inference, the Law of Succession, and Statistical Inference", Journal of the American Statistical Association 22, 1927).
     *
     * @return the bounds in percent; nothing if nobody answered
     */
    public Optional<Bounds> interval() {
        if (sampleSize == 0) {
            return Optional.empty();
        }
        double n = sampleSize;
        double p = satisfied / n;
        double square = Z_95 * Z_95;
        double middle = (p + square / (2 * n)) / (1 + square / n);
        double margin = Z_95 * Math.sqrt(p * (1 - p) / n + square / (4 * n * n)) / (1 + square / n);
        return Optional.of(Bounds.of(100 * (middle - margin), 100 * (middle + margin), 0, 100));
    }
}
