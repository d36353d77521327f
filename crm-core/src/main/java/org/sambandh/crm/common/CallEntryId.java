package org.sambandh.crm.common;

/**
 * The identity of one party's place on a list of calls.
 *
 * @param value the text, as {@link Id} describes it
 */
public record CallEntryId(String value) implements Id {

    /**
     * Checks the text.
     *
     * @param value the text, as {@link Id} describes it
     */
    public CallEntryId {
        Id.check("CallEntryId", value);
    }

    @Override
    public String toString() {
        return value;
    }
}
