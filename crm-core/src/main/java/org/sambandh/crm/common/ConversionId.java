package org.sambandh.crm.common;

/**
 * The identity of one committed conversion of an enquiry.
 *
 * @param value the text, as {@link Id} describes it
 */
public record ConversionId(String value) implements Id {

    /**
     * Checks the text.
     *
     * @param value the text, as {@link Id} describes it
     */
    public ConversionId {
        Id.check("ConversionId", value);
    }

    @Override
    public String toString() {
        return value;
    }
}
