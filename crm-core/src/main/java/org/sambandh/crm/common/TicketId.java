package org.sambandh.crm.common;

/**
 * The identity of a service ticket.
 *
 * @param value the text, as {@link Id} describes it
 */
public record TicketId(String value) implements Id {

    /**
     * Checks the text.
     *
     * @param value the text, as {@link Id} describes it
     */
    public TicketId {
        Id.check("TicketId", value);
    }

    @Override
    public String toString() {
        return value;
    }
}
