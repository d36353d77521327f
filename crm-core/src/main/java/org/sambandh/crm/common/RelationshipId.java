package org.sambandh.crm.common;

/**
 * The identity of one dated relationship between two parties.
 *
 * @param value the text, as {@link Id} describes it
 */
public record RelationshipId(String value) implements Id {

    /**
     * Checks the text.
     *
     * @param value the text, as {@link Id} describes it
     */
    public RelationshipId {
        Id.check("RelationshipId", value);
    }

    @Override
    public String toString() {
        return value;
    }
}
