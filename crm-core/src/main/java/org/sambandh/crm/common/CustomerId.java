package org.sambandh.crm.common;

/**
 * The identity of a party, in any role; never changes, except when two records of one party are merged.
 *
 * @param value the text, as {@link Id} describes it
 */
public record CustomerId(String value) implements Id {

    /**
     * Checks the text.
     *
     * @param value the text, as {@link Id} describes it
     */
    public CustomerId {
        Id.check("CustomerId", value);
    }

    @Override
    public String toString() {
        return value;
    }
}
