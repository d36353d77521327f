package org.sambandh.crm.condition;

import java.time.Instant;

/**
 * The answer at a moment, and how long it holds if no fact changes.
 *
 * @param matches the answer
 * @param until later than the moment; before it the answer is the same. Safe, not maximal: the answer may well stay.
 *     {@link #FOREVER} when only a change of facts can turn it
 */
public record Verdict(boolean matches, Instant until) {

    /** Never, as far as the clock is concerned. */
    public static final Instant FOREVER = Instant.MAX;

    /** {@return whether time alone can turn the answer} */
    public boolean canFlip() {
        return !until.equals(FOREVER);
    }
}
