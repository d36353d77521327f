package org.sambandh.crm.common;

/**
 * The identity of what is known about all segments of a tenant together.
 *
 * @param value the text, as {@link Id} describes it
 */
public record SegmentEditionId(String value) implements Id {

    /**
     * Checks the text.
     *
     * @param value the text, as {@link Id} describes it
     */
    public SegmentEditionId {
        Id.check("SegmentEditionId", value);
    }

    @Override
    public String toString() {
        return value;
    }
}
