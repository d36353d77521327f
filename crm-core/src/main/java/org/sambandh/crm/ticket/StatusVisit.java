package org.sambandh.crm.ticket;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
import org.sambandh.crm.common.Invalid;
import org.sambandh.crm.common.Text;

/**
 * One stay of a ticket in a status. The phase is what the status meant when the ticket entered, whatever the process says
 * today.
 *
 * @param status the code of the status
 * @param phase what it meant
 * @param enteredAt when the ticket entered, to the microsecond
 * @param leftAt when it left for another status; null while it stays
 */
public record StatusVisit(
        String status,
        TicketPhase phase,
        Instant enteredAt,
        @Nullable Instant leftAt) {

    /**
     * Checks and copies what it is given.
     *
     * @param status the code of the status
     * @param phase what it meant
     * @param enteredAt when the ticket entered, to the microsecond
     * @param leftAt when it left for another status; null while it stays
     */
    public StatusVisit {
        status = Text.required("ticket.status", status, 60);
        enteredAt = enteredAt.truncatedTo(ChronoUnit.MICROS);
        leftAt = leftAt == null ? null : leftAt.truncatedTo(ChronoUnit.MICROS);
        if (leftAt != null && leftAt.isBefore(enteredAt)) {
            throw new Invalid("ticket.history", "a status is not left before it is entered");
        }
    }

    static StatusVisit begin(TicketStatus status, Instant at) {
        return new StatusVisit(status.code(), status.phase(), at, null);
    }

    StatusVisit left(Instant at) {
        return new StatusVisit(status, phase, enteredAt, at);
    }
}
