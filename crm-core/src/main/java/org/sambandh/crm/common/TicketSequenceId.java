package org.sambandh.crm.common;

/**
 * The identity of a sequence of ticket numbers.
 *
 * @param value the text, as {@link Id} describes it
 */
public record TicketSequenceId(String value) implements Id {

    /**
     * Checks the text.
     *
     * @param value the text, as {@link Id} describes it
     */
    public TicketSequenceId {
        Id.check("TicketSequenceId", value);
    }

    @Override
    public String toString() {
        return value;
    }
}
