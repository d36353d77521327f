package org.sambandh.crm.common;

/**
 * The identity of one suspicion that two records are the same party.
 *
 * @param value the text, as {@link Id} describes it
 */
public record DuplicateCandidateId(String value) implements Id {

    /**
     * Checks the text.
     *
     * @param value the text, as {@link Id} describes it
     */
    public DuplicateCandidateId {
        Id.check("DuplicateCandidateId", value);
    }

    @Override
    public String toString() {
        return value;
    }
}
