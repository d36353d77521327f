package org.sambandh.crm.common;

/**
 * The identity of a purchase fact.
 *
 * @param value the text, as {@link Id} describes it
 */
public record PurchaseId(String value) implements Id {

    /**
     * Checks the text.
     *
     * @param value the text, as {@link Id} describes it
     */
    public PurchaseId {
        Id.check("PurchaseId", value);
    }

    @Override
    public String toString() {
        return value;
    }
}
