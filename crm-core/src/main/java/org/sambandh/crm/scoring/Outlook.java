package org.sambandh.crm.scoring;

import java.time.Instant;
import org.sambandh.crm.condition.Verdict;

/**
 * Until when a score holds, if no fact changes.
 *
 * @param score the score at the moment asked for
 * @param valueUntil the first instant at which the value is another one; {@link Verdict#FOREVER} if it stays
 * @param gradeUntil the first instant at which the grade is another one; {@link Verdict#FOREVER} if it stays
 * @param complete whether both are exact. Otherwise the search was given up after {@link Scorer#MAX_STEPS} changes of
 *     the explanation, and what it did not find holds at least until the instant given
 */
public record Outlook(Score score, Instant valueUntil, Instant gradeUntil, boolean complete) {}
