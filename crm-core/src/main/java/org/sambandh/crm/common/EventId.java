package org.sambandh.crm.common;

/**
 * The identity of one event; its order is the order in which a tenant's events were recorded.
 *
 * @param value the text, as {@link Id} describes it
 */
public record EventId(String value) implements Id {

    /**
     * Checks the text.
     *
     * @param value the text, as {@link Id} describes it
     */
    public EventId {
        Id.check("EventId", value);
    }

    @Override
    public String toString() {
        return value;
    }
}
