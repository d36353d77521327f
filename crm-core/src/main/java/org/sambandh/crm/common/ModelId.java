package org.sambandh.crm.common;

/**
 * The identity of a scoring model, the same for all its versions.
 *
 * @param value the text, as {@link Id} describes it
 */
public record ModelId(String value) implements Id {

    /**
     * Checks the text.
     *
     * @param value the text, as {@link Id} describes it
     */
    public ModelId {
        Id.check("ModelId", value);
    }

    @Override
    public String toString() {
        return value;
    }
}
