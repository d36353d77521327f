package org.sambandh.crm.common;

/**
 * The identity of one version of a points model, as it was defined.
 *
 * @param value the text, as {@link Id} describes it
 */
public record ModelVersionId(String value) implements Id {

    /**
     * Checks the text.
     *
     * @param value the text, as {@link Id} describes it
     */
    public ModelVersionId {
        Id.check("ModelVersionId", value);
    }

    @Override
    public String toString() {
        return value;
    }
}
