package org.sambandh.crm.pipeline;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
import org.sambandh.crm.common.Invalid;
import org.sambandh.crm.common.Text;

/**
 * One time a deal was closed, and how it was opened again, if it was.
 *
 * @param outcome won, lost or void
 * @param on the local day of closing, in the zone the tenant had then
 * @param at the instant of closing; the start of the day where only the day was known
 * @param reopenedOn the local day it was opened again; null while it stays closed
 * @param reopenedAt the instant it was opened again; null while it stays closed
 * @param reopenReason why it was opened again; null while it stays closed
 */
public record Closing(
        Outcome outcome,
        LocalDate on,
        Instant at,
        @Nullable LocalDate reopenedOn,
        @Nullable Instant reopenedAt,
        @Nullable String reopenReason) {

    /**
     * Checks that it closes, and is not opened again before.
     *
     * @param outcome won, lost or void
     * @param on the local day of closing, in the zone the tenant had then
     * @param at the instant of closing; the start of the day where only the day was known
     * @param reopenedOn the local day it was opened again; null while it stays closed
     * @param reopenedAt the instant it was opened again; null while it stays closed
     * @param reopenReason why it was opened again; null while it stays closed
     */
    public Closing {
        if (outcome.isOpen()) {
            throw new Invalid("closing.outcome", "won, lost or void; an open deal is not closed");
        }
        at = at.truncatedTo(ChronoUnit.MICROS);
        reopenedAt = reopenedAt == null ? null : reopenedAt.truncatedTo(ChronoUnit.MICROS);
        reopenReason = Text.orMissing("closing.reopenReason", reopenReason, 2_000);
        if ((reopenedOn == null) != (reopenedAt == null) || (reopenedOn == null) != (reopenReason == null)) {
            throw new Invalid("closing.reopened", "day, instant and reason of reopening belong together");
        }
        if (reopenedAt != null && reopenedAt.isBefore(at)) {
            throw new Invalid("closing.reopenedAt", "not before it was closed");
        }
    }

    /**
     * Returns a closing that lasts.
     *
     * @param outcome won, lost or void
     * @param on the local day
     * @param at the instant
     * @return the closing
     */
    public static Closing of(Outcome outcome, LocalDate on, Instant at) {
        return new Closing(outcome, on, at, null, null, null);
    }

    /** {@return whether the deal is closed still} */
    public boolean lasts() {
        return reopenedOn == null;
    }

    Closing reopened(LocalDate day, Instant instant, String reason) {
        return new Closing(outcome, on, at, day, instant, reason);
    }
}
