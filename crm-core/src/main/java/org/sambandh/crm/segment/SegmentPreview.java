package org.sambandh.crm.segment;

import java.util.List;

/**
 * Who a condition would make a member, without anything being stored.
 *
 * @param count how many match
 * @param sample some of them, by id
 * @param <S> the subject
 */
public record SegmentPreview<S>(long count, List<S> sample) {

    /**
     * Checks and copies what it is given.
     *
     * @param count how many match
     * @param sample some of them, by id
     */
    public SegmentPreview {
        sample = List.copyOf(sample);
    }

    /** {@return the count only} */
    @Override
    public String toString() {
        return "SegmentPreview[count=" + count + "]";
    }
}
