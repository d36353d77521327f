package org.sambandh.crm.common;

/**
 * The identity of how a tenant works on tickets.
 *
 * @param value the text, as {@link Id} describes it
 */
public record TicketProcessId(String value) implements Id {

    /**
     * Checks the text.
     *
     * @param value the text, as {@link Id} describes it
     */
    public TicketProcessId {
        Id.check("TicketProcessId", value);
    }

    @Override
    public String toString() {
        return value;
    }
}
