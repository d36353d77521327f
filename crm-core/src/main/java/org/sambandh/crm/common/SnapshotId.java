package org.sambandh.crm.common;

/**
 * The identity of one daily snapshot of the open pipeline.
 *
 * @param value the text, as {@link Id} describes it
 */
public record SnapshotId(String value) implements Id {

    /**
     * Checks the text.
     *
     * @param value the text, as {@link Id} describes it
     */
    public SnapshotId {
        Id.check("SnapshotId", value);
    }

    @Override
    public String toString() {
        return value;
    }
}
