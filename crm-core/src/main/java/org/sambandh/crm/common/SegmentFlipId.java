package org.sambandh.crm.common;

/**
 * The identity of the instant at which a membership may change by time alone.
 *
 * @param value the text, as {@link Id} describes it
 */
public record SegmentFlipId(String value) implements Id {

    /**
     * Checks the text.
     *
     * @param value the text, as {@link Id} describes it
     */
    public SegmentFlipId {
        Id.check("SegmentFlipId", value);
    }

    @Override
    public String toString() {
        return value;
    }
}
