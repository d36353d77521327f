package org.sambandh.crm.prediction;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.sambandh.crm.common.Invalid;
import org.sambandh.crm.common.Text;

/**
 * A penalised logistic regression over the fields of a subject, as plain data. The log-odds of a subject are {@link
 * #average} and what each factor adds; decimals throughout, so that they add up exactly, and the same everywhere. Fields
 * are named, not held: a model whose field is gone still loads, and is refused by {@link LogisticScorer#of}.
 *
 * <p>The levels of a text are values that at least five rows of the training part shared, usually at least twenty; others
 * are not kept.
 *
 * @param subject the name of the subject in the catalogue
 * @param average the log-odds of a subject that is average in everything
 * @param factors what is looked at; at most 200
 * @param trainedAt when it was learned
 * @param report how good it is on rows that it was not learned from
 */
public record LogisticModel(
        String subject, BigDecimal average, List<Factor> factors, Instant trainedAt, TrainingReport report) {

    private static final int MOST_FACTORS = 200;

    /**
     * Checks and copies what it is given.
     *
     * @param subject the name of the subject in the catalogue
     * @param average the log-odds of a subject that is average in everything
     * @param factors what is looked at; at most 200
     * @param trainedAt when it was learned
     * @param report how good it is on rows that it was not learned from
     */
    public LogisticModel {
        subject = Text.required("logisticModel.subject", subject, 60);
        average = Decimals.bounded("logisticModel.average", average, Factor.LARGEST.multiply(Factor.LARGEST));
        factors = List.copyOf(factors);
        if (factors.size() > MOST_FACTORS) {
            throw new Invalid("logisticModel.factors", "at most " + MOST_FACTORS + ", found " + factors.size());
        }
    }
}
