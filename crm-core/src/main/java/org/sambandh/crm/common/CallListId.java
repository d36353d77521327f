package org.sambandh.crm.common;

/**
 * The identity of a list of parties to call.
 *
 * @param value the text, as {@link Id} describes it
 */
public record CallListId(String value) implements Id {

    /**
     * Checks the text.
     *
     * @param value the text, as {@link Id} describes it
     */
    public CallListId {
        Id.check("CallListId", value);
    }

    @Override
    public String toString() {
        return value;
    }
}
