package org.sambandh.crm.prediction;

import java.math.BigDecimal;

/**
 * A tenth of the held-out rows, by predicted probability.
 *
 * @param number from 1, the most likely, to 10
 * @param rows how many rows it has
 * @param positives how many of them turned out positive
 * @param predicted the mean of the predicted probabilities, 0 to 1
 * @param observed the share that turned out positive, 0 to 1
 * @param lift {@code observed} over the share among all held-out rows
 * @param captured the share of all positives that is in this tenth and those before it
 */
public record Decile(
        int number,
        long rows,
        long positives,
        BigDecimal predicted,
        BigDecimal observed,
        BigDecimal lift,
        BigDecimal captured) {

    /**
     * Checks what it is given.
     *
     * @param number from 1, the most likely, to 10
     * @param rows how many rows it has
     * @param positives how many of them turned out positive
     * @param predicted the mean of the predicted probabilities, 0 to 1
     * @param observed the share that turned out positive, 0 to 1
     * @param lift {@code observed} over the share among all held-out rows
     * @param captured the share of all positives that is in this tenth and those before it
     */
    public Decile {
        predicted = Decimals.share("decile.predicted", predicted);
        observed = Decimals.share("decile.observed", observed);
        lift = Decimals.value("decile.lift", lift);
        captured = Decimals.share("decile.captured", captured);
    }
}
