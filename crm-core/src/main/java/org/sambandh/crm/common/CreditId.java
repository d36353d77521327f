package org.sambandh.crm.common;

/**
 * The identity of what is decided on the credit of a party: the text of the id of that party.
 *
 * @param value the text, as {@link Id} describes it
 */
public record CreditId(String value) implements Id {

    /**
     * Checks the text.
     *
     * @param value the text, as {@link Id} describes it
     */
    public CreditId {
        Id.check("CreditId", value);
    }

    @Override
    public String toString() {
        return value;
    }
}
