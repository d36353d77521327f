package org.sambandh.crm.scoring;

/**
 * One subject with its score.
 *
 * @param subject the subject
 * @param score its score
 * @param <S> the subject
 */
public record ScoredSubject<S>(S subject, Score score) {}
