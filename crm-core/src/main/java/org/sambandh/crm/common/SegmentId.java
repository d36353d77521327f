package org.sambandh.crm.common;

/**
 * The identity of a segment.
 *
 * @param value the text, as {@link Id} describes it
 */
public record SegmentId(String value) implements Id {

    /**
     * Checks the text.
     *
     * @param value the text, as {@link Id} describes it
     */
    public SegmentId {
        Id.check("SegmentId", value);
    }

    @Override
    public String toString() {
        return value;
    }
}
