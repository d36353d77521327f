package org.sambandh.crm.ticket;

import java.util.List;
import org.sambandh.crm.common.Text;

/**
 * A status of a tenant's list, and what it means.
 *
 * @param code the tenant's code, at most 60 characters: {@code awaiting-vendor}
 * @param phase what it means
 */
public record TicketStatus(String code, TicketPhase phase) {

    /** One status for each phase: the list of a tenant that declared none. */
    public static final List<TicketStatus> STANDARD = List.of(
            new TicketStatus("new", TicketPhase.NEW),
            new TicketStatus("open", TicketPhase.OPEN),
            new TicketStatus("waiting", TicketPhase.WAITING),
            new TicketStatus("solved", TicketPhase.SOLVED),
            new TicketStatus("closed", TicketPhase.CLOSED));

    /**
     * Checks and copies what it is given.
     *
     * @param code the tenant's code, at most 60 characters: {@code awaiting-vendor}
     * @param phase what it means
     */
    public TicketStatus {
        code = Text.required("ticket.status", code, 60);
    }
}
