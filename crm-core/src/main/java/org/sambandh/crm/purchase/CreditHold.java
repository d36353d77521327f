package org.sambandh.crm.purchase;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
import org.sambandh.crm.common.Actor;
import org.sambandh.crm.common.Invalid;
import org.sambandh.crm.common.Text;

/**
 * A time during which a party gets no credit.
 *
 * @param at since when, to the microsecond
 * @param reason why, at most 500 characters
 * @param by who decided
 * @param releasedAt until when, not before it began; null while it lasts
 */
public record CreditHold(
        Instant at, String reason, Actor by, @Nullable Instant releasedAt) {

    /**
     * Checks and copies what it is given.
     *
     * @param at since when, to the microsecond
     * @param reason why, at most 500 characters
     * @param by who decided
     * @param releasedAt until when, not before it began; null while it lasts
     */
    public CreditHold {
        at = at.truncatedTo(ChronoUnit.MICROS);
        reason = Text.required("creditHold.reason", reason, 500);
        releasedAt = releasedAt == null ? null : releasedAt.truncatedTo(ChronoUnit.MICROS);
        if (releasedAt != null && releasedAt.isBefore(at)) {
            throw new Invalid("creditHold.releasedAt", "not before it began");
        }
    }

    CreditHold releasedAt(Instant instant) {
        return new CreditHold(at, reason, by, instant);
    }
}
