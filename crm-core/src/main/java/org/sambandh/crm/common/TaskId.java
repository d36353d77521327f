package org.sambandh.crm.common;

/**
 * The identity of one planned thing to do.
 *
 * @param value the text, as {@link Id} describes it
 */
public record TaskId(String value) implements Id {

    /**
     * Checks the text.
     *
     * @param value the text, as {@link Id} describes it
     */
    public TaskId {
        Id.check("TaskId", value);
    }

    @Override
    public String toString() {
        return value;
    }
}
