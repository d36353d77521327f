package org.sambandh.crm.common;

/**
 * The identity of a price of one product in one book.
 *
 * @param value the text, as {@link Id} describes it
 */
public record PriceId(String value) implements Id {

    /**
     * Checks the text.
     *
     * @param value the text, as {@link Id} describes it
     */
    public PriceId {
        Id.check("PriceId", value);
    }

    @Override
    public String toString() {
        return value;
    }
}
