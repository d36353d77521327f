package org.sambandh.crm.common;

/**
 * The identity of a product, kept by the host or by the package {@code product}.
 *
 * @param value the text, as {@link Id} describes it
 */
public record ProductId(String value) implements Id {

    /**
     * Checks the text.
     *
     * @param value the text, as {@link Id} describes it
     */
    public ProductId {
        Id.check("ProductId", value);
    }

    @Override
    public String toString() {
        return value;
    }
}
