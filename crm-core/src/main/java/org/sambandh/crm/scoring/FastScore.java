package org.sambandh.crm.scoring;

import org.sambandh.crm.common.Moment;
import org.sambandh.crm.condition.Facts;

/**
 * A points model folded for one subject at a time: few looks at the subject, in {@code long}s, without a word. Immutable.
 *
 * @param groups in the order of the model
 * @param cap of the total, or {@code Long.MAX_VALUE}
 * @param caps of every criterion, or {@code Long.MAX_VALUE}
 */
@SuppressWarnings("ArrayRecordComponent") // never compared, and read for every subject
record FastScore<S>(PointsModel<S> model, Part<S>[] groups, long cap, long[] caps) {

    /**
     * One group.
     *
     * @param always the points of its criteria that always hold, each after its cap
     * @param constants their positions, for the marks
     * @param steps the others
     * @param cap of the group, or {@code Long.MAX_VALUE}
     * @param size how many criteria it has
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared, and read for every subject
    record Part<S>(long always, TextStep.Row constants, Step<S>[] steps, long cap, int size) {}

    long points(S subject, Facts facts, Moment moment) {
        long total = 0;
        for (Part<S> group : groups) {
            long sum = group.always;
            for (Step<S> step : group.steps) {
                sum = Math.addExact(sum, step.points(subject, facts, moment));
            }
            total = Math.addExact(total, Math.min(sum, group.cap));
        }
        return Math.min(total, cap);
    }

    ScoreMarks<S> marks(S subject, Facts facts, Moment moment) {
        ScoreMarks.Pad pad = new ScoreMarks.Pad(caps.length);
        long total = 0;
        int position = 0;
        for (Part<S> group : groups) {
            group.constants.mark(pad);
            for (Step<S> step : group.steps) {
                step.mark(subject, facts, moment, pad);
            }
            long sum = 0;
            for (int end = position + group.size; position < end; position++) {
                sum = Math.addExact(sum, Math.min(pad.points(position), caps[position]));
            }
            total = Math.addExact(total, Math.min(sum, group.cap));
        }
        return new ScoreMarks<>(model, moment, Math.min(total, cap), pad);
    }
}
