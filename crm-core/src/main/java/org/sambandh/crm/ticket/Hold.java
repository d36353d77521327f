package org.sambandh.crm.ticket;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.sambandh.crm.common.Invalid;

/**
 * A time during which a clock stood still.
 *
 * @param from the first instant, to the microsecond
 * @param to the first instant behind
 */
public record Hold(Instant from, Instant to) {

    /**
     * Checks and copies what it is given.
     *
     * @param from the first instant, to the microsecond
     * @param to the first instant behind
     */
    public Hold {
        from = from.truncatedTo(ChronoUnit.MICROS);
        to = to.truncatedTo(ChronoUnit.MICROS);
        if (to.isBefore(from)) {
            throw new Invalid("serviceClock.holds", "a hold does not end before it begins");
        }
    }
}
