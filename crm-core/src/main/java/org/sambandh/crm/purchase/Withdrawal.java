package org.sambandh.crm.purchase;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
import org.sambandh.crm.common.PurchaseId;
import org.sambandh.crm.common.Text;

/**
 * Why a fact counts no longer.
 *
 * @param at since when, to the microsecond
 * @param reason why, at most 500 characters
 * @param by the entry that took its place; null where none did
 */
public record Withdrawal(
        Instant at, String reason, @Nullable PurchaseId by) {

    /**
     * Checks and copies what it is given.
     *
     * @param at since when, to the microsecond
     * @param reason why, at most 500 characters
     * @param by the entry that took its place; null where none did
     */
    public Withdrawal {
        at = at.truncatedTo(ChronoUnit.MICROS);
        reason = Text.required("withdrawal.reason", reason, 500);
    }
}
