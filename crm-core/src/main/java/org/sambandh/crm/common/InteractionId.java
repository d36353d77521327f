package org.sambandh.crm.common;

/**
 * The identity of one entry of the interaction log.
 *
 * @param value the text, as {@link Id} describes it
 */
public record InteractionId(String value) implements Id {

    /**
     * Checks the text.
     *
     * @param value the text, as {@link Id} describes it
     */
    public InteractionId {
        Id.check("InteractionId", value);
    }

    @Override
    public String toString() {
        return value;
    }
}
