package org.sambandh.crm.segment;

import java.time.Instant;
import java.util.Optional;

/**
 * What became of memberships by time alone.
 *
 * @param evaluated how many answers were asked for again, each a segment and a subject
 * @param entered how many became members, those who entered by the change of another segment too
 * @param left how many are members no longer
 * @param next when the next answer may change, perhaps already past; before it there is nothing to do, unless facts
 *     change. Nothing if no answer depends on time
 */
public record SegmentAdvance(int evaluated, int entered, int left, Optional<Instant> next) {

    static final SegmentAdvance NONE = new SegmentAdvance(0, 0, 0, Optional.empty());

    /**
     * Returns whether more is due.
     *
     * @param at an instant
     * @return whether an answer may change until then
     */
    public boolean isDue(Instant at) {
        return next.filter(n -> !n.isAfter(at)).isPresent();
    }

    SegmentAdvance then(SegmentAdvance more) {
        return new SegmentAdvance(evaluated + more.evaluated, entered + more.entered, left + more.left, more.next);
    }
}
