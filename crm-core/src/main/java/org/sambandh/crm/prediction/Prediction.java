package org.sambandh.crm.prediction;

import java.math.BigDecimal;
import java.util.List;
import org.sambandh.crm.common.Invalid;

/**
 * How likely the outcome is for one subject, and why. Holds values of the subject, personal ones too: show it to whoever
 * may see the subject, and do not log it.
 *
 * @param probability 0.000001 to 0.999999, six decimals at most: nothing is certain
 * @param logOdds {@code average} and what each factor adds, exactly
 * @param average the log-odds of a subject that is average in everything
 * @param factors what each factor adds, the strongest first
 * @param sentence the probability in words, beside that of an average subject
 */
public record Prediction(
        BigDecimal probability,
        BigDecimal logOdds,
        BigDecimal average,
        List<PredictionFactor> factors,
        String sentence) {

    /**
     * Checks and copies what it is given.
     *
     * @param probability 0.000001 to 0.999999, six decimals at most: nothing is certain
     * @param logOdds {@code average} and what each factor adds, exactly
     * @param average the log-odds of a subject that is average in everything
     * @param factors what each factor adds, the strongest first
     * @param sentence the probability in words, beside that of an average subject
     */
    public Prediction {
        probability = Decimals.share("prediction.probability", probability);
        factors = List.copyOf(factors);
        BigDecimal sum = factors.stream().map(PredictionFactor::logOdds).reduce(average, BigDecimal::add);
        if (sum.compareTo(logOdds) != 0) {
            throw new Invalid("prediction.logOdds", "the average and what each factor adds");
        }
    }

    /** {@return the probability, then what each factor does, line by line, in the language it was asked for in} */
    public String text() {
        StringBuilder text = new StringBuilder(sentence);
        factors.forEach(factor -> text.append('\n').append(factor.sentence()));
        return text.toString();
    }

    /** {@return the probability only: the factors may be personal} */
    @Override
    public String toString() {
        return "Prediction[" + probability + "]";
    }
}
