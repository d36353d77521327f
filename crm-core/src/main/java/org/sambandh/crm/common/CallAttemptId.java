package org.sambandh.crm.common;

/**
 * The identity of an attempt to call.
 *
 * @param value the text, as {@link Id} describes it
 */
public record CallAttemptId(String value) implements Id {

    /**
     * Checks the text.
     *
     * @param value the text, as {@link Id} describes it
     */
    public CallAttemptId {
        Id.check("CallAttemptId", value);
    }

    @Override
    public String toString() {
        return value;
    }
}
