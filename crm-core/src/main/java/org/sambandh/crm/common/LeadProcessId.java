package org.sambandh.crm.common;

/**
 * The identity of how a tenant works on enquiries: a code, such as {@code default}.
 *
 * @param value the text, as {@link Id} describes it
 */
public record LeadProcessId(String value) implements Id {

    /**
     * Checks the text.
     *
     * @param value the text, as {@link Id} describes it
     */
    public LeadProcessId {
        Id.check("LeadProcessId", value);
    }

    @Override
    public String toString() {
        return value;
    }
}
