package org.sambandh.crm.common;

/**
 * The identity of a user, given by the host; this library keeps no passwords and no accounts.
 *
 * @param value the text, as {@link Id} describes it
 */
public record UserId(String value) implements Id {

    /**
     * Checks the text.
     *
     * @param value the text, as {@link Id} describes it
     */
    public UserId {
        Id.check("UserId", value);
    }

    @Override
    public String toString() {
        return value;
    }
}
