package org.sambandh.crm.prediction;

import java.math.BigDecimal;
import org.sambandh.crm.common.Invalid;

/**
 * The effect of a number that is not cut into ranges: {@code effect * (value - mean) / deviation}.
 *
 * @param mean the mean on the training part
 * @param deviation the standard deviation on the training part, above 0
 * @param effect in log-odds for each standard deviation
 */
public record Slope(BigDecimal mean, BigDecimal deviation, BigDecimal effect) {

    /**
     * Checks what it is given.
     *
     * @param mean the mean on the training part
     * @param deviation the standard deviation on the training part, above 0
     * @param effect in log-odds for each standard deviation
     */
    public Slope {
        mean = Decimals.value("slope.mean", mean);
        deviation = Decimals.value("slope.deviation", deviation);
        effect = Decimals.bounded("slope.effect", effect, Factor.LARGEST);
        if (deviation.signum() <= 0) {
            throw new Invalid("slope.deviation", "above 0");
        }
    }

    /** Bounded, so that a value far outside what was seen cannot overflow a sum. */
    BigDecimal at(double value) {
        double standard = (value - mean.doubleValue()) / deviation.doubleValue();
        return Decimals.of(effect.doubleValue() * Math.max(-100, Math.min(100, standard)));
    }
}
