package org.sambandh.crm.prediction;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sambandh.crm.common.Invalid;
import org.sambandh.crm.common.Text;
import org.sambandh.crm.condition.Condition;
import org.sambandh.crm.condition.Rule;

/**
 * What a model is to learn, from whom. Field values are read as they are when it is trained: nothing here knows what was
 * known earlier. A field that is changed because of the outcome, or after it, gives the outcome away; leave it out.
 *
 * @param population whose past is learned from, those with a known outcome; it is about the same subject as the target
 * @param target what makes one of them positive
 * @param fields the names of the fields to look at, paths too; 1 to 100
 * @param agesAsOf the name of a date or instant as of which ages are counted in training, the day a deal was closed for
 *     instance; null counts them as of the training, as predictions count them as of when they are made
 * @param settings how it is learned
 */
public record PredictionPlan(
        Rule<?> population,
        Rule<?> target,
        List<String> fields,
        @Nullable String agesAsOf,
        TrainingSettings settings) {

    /**
     * Checks and copies what it is given.
     *
     * @param population whose past is learned from, those with a known outcome; it is about the same subject as the target
     * @param target what makes one of them positive
     * @param fields the names of the fields to look at, paths too; 1 to 100
     * @param agesAsOf the name of a date or instant as of which ages are counted in training, the day a deal was closed for
     *     instance; null counts them as of the training, as predictions count them as of when they are made
     * @param settings how it is learned
     */
    public PredictionPlan {
        fields = fields.stream()
                .map(field -> Text.required("predictionPlan.fields", field, 250))
                .toList();
        agesAsOf = Text.orMissing("predictionPlan.agesAsOf", agesAsOf, 250);
        if (fields.isEmpty() || fields.size() > 100) {
            throw new Invalid("predictionPlan.fields", "1 to 100, found " + fields.size());
        }
        if (population.subject() != target.subject()) {
            throw new Invalid("predictionPlan.target", "about the same subject as the population");
        }
    }

    /**
     * Returns a plan with the usual settings.
     *
     * @param subject the class of the subject
     * @param population whose past is learned from, those with a known outcome
     * @param target what makes one of them positive
     * @param fields the names of the fields to look at, paths too
     * @param <S> the subject
     * @return the plan
     */
    public static <S> PredictionPlan of(
            Class<S> subject, Condition<S> population, Condition<S> target, String... fields) {
        return new PredictionPlan(
                Rule.of(subject, population), Rule.of(subject, target), List.of(fields), null, TrainingSettings.USUAL);
    }

    /**
     * Returns the same plan with ages counted in training as of a field.
     *
     * @param field the name of a date or instant with one value; rows without it are not learned from
     * @return the plan
     */
    public PredictionPlan agesAsOf(String field) {
        return new PredictionPlan(population, target, fields, field, settings);
    }

    /**
     * Returns the same plan with other settings.
     *
     * @param other how it is learned
     * @return the plan
     */
    public PredictionPlan with(TrainingSettings other) {
        return new PredictionPlan(population, target, fields, agesAsOf, other);
    }
}
