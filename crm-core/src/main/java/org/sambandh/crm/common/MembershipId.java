package org.sambandh.crm.common;

/**
 * The identity of one period in which a subject belonged to a segment.
 *
 * @param value the text, as {@link Id} describes it
 */
public record MembershipId(String value) implements Id {

    /**
     * Checks the text.
     *
     * @param value the text, as {@link Id} describes it
     */
    public MembershipId {
        Id.check("MembershipId", value);
    }

    @Override
    public String toString() {
        return value;
    }
}
