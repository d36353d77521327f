package org.sambandh.crm.common;

/**
 * The identity of a price book.
 *
 * @param value the text, as {@link Id} describes it
 */
public record PriceBookId(String value) implements Id {

    /**
     * Checks the text.
     *
     * @param value the text, as {@link Id} describes it
     */
    public PriceBookId {
        Id.check("PriceBookId", value);
    }

    @Override
    public String toString() {
        return value;
    }
}
