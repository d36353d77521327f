package org.sambandh.crm.common;

/**
 * The identity of one enquiry.
 *
 * @param value the text, as {@link Id} describes it
 */
public record LeadId(String value) implements Id {

    /**
     * Checks the text.
     *
     * @param value the text, as {@link Id} describes it
     */
    public LeadId {
        Id.check("LeadId", value);
    }

    @Override
    public String toString() {
        return value;
    }
}
