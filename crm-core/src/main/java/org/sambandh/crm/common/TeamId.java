package org.sambandh.crm.common;

/**
 * The identity of a team.
 *
 * @param value the text, as {@link Id} describes it
 */
public record TeamId(String value) implements Id {

    /**
     * Checks the text.
     *
     * @param value the text, as {@link Id} describes it
     */
    public TeamId {
        Id.check("TeamId", value);
    }

    @Override
    public String toString() {
        return value;
    }
}
