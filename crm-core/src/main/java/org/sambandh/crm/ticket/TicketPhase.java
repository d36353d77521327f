package org.sambandh.crm.ticket;

/** What a status of a tenant's list means. */
public enum TicketPhase {
    /** Nobody works on it yet. */
    NEW,
    /** Somebody works on it. */
    OPEN,
    /** It waits for somebody else: the clocks are on hold. */
    WAITING,
    /** Solved as far as we know; the customer may object. */
    SOLVED,
    /** Done. */
    CLOSED;

    /** {@return whether nothing is left to do: solved or closed} */
    public boolean isDone() {
        return this == SOLVED || this == CLOSED;
    }
}
