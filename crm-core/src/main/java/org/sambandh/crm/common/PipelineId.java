package org.sambandh.crm.common;

/**
 * The identity of a sales pipeline: a code chosen by the tenant, such as {@code default}.
 *
 * @param value the text, as {@link Id} describes it
 */
public record PipelineId(String value) implements Id {

    /**
     * Checks the text.
     *
     * @param value the text, as {@link Id} describes it
     */
    public PipelineId {
        Id.check("PipelineId", value);
    }

    @Override
    public String toString() {
        return value;
    }
}
