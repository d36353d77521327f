package org.sambandh.crm.prediction;

/**
 * One subject with its prediction.
 *
 * @param subject the subject
 * @param prediction how likely the outcome is
 * @param <S> the subject
 */
public record PredictedSubject<S>(S subject, Prediction prediction) {}
