package org.sambandh.crm.common;

/**
 * The identity of an invoice.
 *
 * @param value the text, as {@link Id} describes it
 */
public record InvoiceId(String value) implements Id {

    /**
     * Checks the text.
     *
     * @param value the text, as {@link Id} describes it
     */
    public InvoiceId {
        Id.check("InvoiceId", value);
    }

    @Override
    public String toString() {
        return value;
    }
}
