package org.sambandh.crm.customer;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
import org.sambandh.crm.common.Invalid;
import org.sambandh.crm.common.Text;

/**
 * One stay of a party in a lifecycle stage. Who comes back to a stage has two.
 *
 * @param stage the stage
 * @param from when it began
 * @param until when it ended; null while it lasts
 * @param reason why it began, where a person corrected it; else null
 */
public record LifecyclePeriod(
        LifecycleStage stage,
        Instant from,
        @Nullable Instant until,
        @Nullable String reason) {

    /**
     * Checks and copies what it is given.
     *
     * @param stage the stage
     * @param from when it began
     * @param until when it ended; null while it lasts
     * @param reason why it began, where a person corrected it; else null
     */
    public LifecyclePeriod {
        from = from.truncatedTo(ChronoUnit.MICROS);
        until = until == null ? null : until.truncatedTo(ChronoUnit.MICROS);
        if (until != null && until.isBefore(from)) {
            throw new Invalid("lifecycle.until", "not before the beginning " + from + ", found " + until);
        }
        reason = Text.orMissing("lifecycle.reason", reason, 2_000);
    }

    LifecyclePeriod endedAt(Instant at) {
        // The clock may step back; a period then ends where it began.
        return new LifecyclePeriod(stage, from, at.isBefore(from) ? from : at, reason);
    }
}
