package org.sambandh.crm.common;

/**
 * The identity of one recorded score of one subject under one model.
 *
 * @param value the text, as {@link Id} describes it
 */
public record ScoreSnapshotId(String value) implements Id {

    /**
     * Checks the text.
     *
     * @param value the text, as {@link Id} describes it
     */
    public ScoreSnapshotId {
        Id.check("ScoreSnapshotId", value);
    }

    @Override
    public String toString() {
        return value;
    }
}
