package org.sambandh.crm.common;

/**
 * The identity of a return of what was bought.
 *
 * @param value the text, as {@link Id} describes it
 */
public record PurchaseReturnId(String value) implements Id {

    /**
     * Checks the text.
     *
     * @param value the text, as {@link Id} describes it
     */
    public PurchaseReturnId {
        Id.check("PurchaseReturnId", value);
    }

    @Override
    public String toString() {
        return value;
    }
}
