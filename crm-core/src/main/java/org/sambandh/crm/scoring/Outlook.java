package org.sambandh.crm.scoring;

import java.time.Instant;
import org.sambandh.crm.condition.Verdict;

/**
 * Until when a score holds, if no fact changes.
 *
 * @param score the score at the moment asked for
 * @param valueUntil the first instant at which the value is another one; {@link Verdict#FOREVER} if it stays
 * @param gradeUntil the first instant at which the grade is another one; {@link Verdict#FOREVER} if it stays
 * @param letterUntil the first instant at which the letter is another one; {@link Verdict#FOREVER} if it stays
 * @param numberUntil the first instant at which the number is another one; {@link Verdict#FOREVER} if it stays
 * @param complete whether all are exact. Otherwise the search was given up after {@link Scorer#MAX_STEPS} changes of
 *     the explanation, and what it did not find holds at least until the instant given
 */
public record Outlook(
        Score score,
        Instant valueUntil,
        Instant gradeUntil,
        Instant letterUntil,
        Instant numberUntil,
        boolean complete) {

    /** {@return the first instant at which letter or number is another one} */
    public Instant combinedUntil() {
        return letterUntil.isBefore(numberUntil) ? letterUntil : numberUntil;
    }
}
