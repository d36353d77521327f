package org.sambandh.crm.table;

import org.sambandh.crm.condition.Condition;

/**
 * What a row of a table gets where it matches: points, for example. What the amount counts is the caller's affair.
 *
 * @param condition a condition on fields and relations that the table holds
 * @param amount what is added; may be negative
 * @param <S> the subject
 */
public record ConditionAmount<S>(Condition<S> condition, long amount) {}
