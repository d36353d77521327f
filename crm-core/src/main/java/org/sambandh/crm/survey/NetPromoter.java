package org.sambandh.crm.survey;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;
import org.sambandh.crm.common.Invalid;

/**
 * The net promoter score of some answers (Reichheld, "The One Number You Need to Grow", Harvard Business Review, 2003): promoters (9 and 10)
 * less detractors (0 to 6), in percent of all.
 *
 * @param promoters how many answered 9 or 10
 * @param passives how many answered 7 or 8
 * @param detractors how many answered 0 to 6
 */
public record NetPromoter(long promoters, long passives, long detractors) {

    private static final double Z_95 = 1.959964;

    /**
     * Checks and copies what it is given.
     *
     * @param promoters how many answered 9 or 10
     * @param passives how many answered 7 or 8
     * @param detractors how many answered 0 to 6
     */
    public NetPromoter {
        if (promoters < 0 || passives < 0 || detractors < 0) {
            throw new Invalid("netPromoter", "no number below 0");
        }
    }

    /** {@return how many answered} */
    public long sampleSize() {
        return promoters + passives + detractors;
    }

    /** {@return the score, -100 to 100 with one decimal, half up; nothing if nobody answered} */
    public Optional<BigDecimal> score() {
        return sampleSize() == 0
                ? Optional.empty()
                : Optional.of(BigDecimal.valueOf(100 * (promoters - detractors))
                        .divide(BigDecimal.valueOf(sampleSize()), 1, RoundingMode.HALF_UP));
    }

    /**
     * Returns between which scores all parties asked alike would lie in 95 of 100 such samples: the adjusted Wald interval that B. Rocks
     * found to be the best ("Interval Estimation for the Net Promoter Score", The American Statistician 70(4), 2016, pages 365-372). Three
     * answers are added, three quarters of one to promoters and to detractors and the rest to passives; then the score plus and minus
     * 1.959964 standard errors, sqrt((p + d - (p - d)^2) / (n + 3)).
     *
     * @return the bounds, cut at -100 and 100; nothing if nobody answered
     */
    public Optional<Bounds> interval() {
        if (sampleSize() == 0) {
            return Optional.empty();
        }
        double n = sampleSize() + 3.0;
        double p = (promoters + 0.75) / n;
        double d = (detractors + 0.75) / n;
        double margin = Z_95 * Math.sqrt((p + d - (p - d) * (p - d)) / n);
        return Optional.of(Bounds.of(100 * (p - d - margin), 100 * (p - d + margin), -100, 100));
    }
}
