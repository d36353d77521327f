package org.sambandh.crm.common;

/**
 * The identity of one deal.
 *
 * @param value the text, as {@link Id} describes it
 */
public record OpportunityId(String value) implements Id {

    /**
     * Checks the text.
     *
     * @param value the text, as {@link Id} describes it
     */
    public OpportunityId {
        Id.check("OpportunityId", value);
    }

    @Override
    public String toString() {
        return value;
    }
}
