package org.sambandh.crm.scoring;

import org.sambandh.crm.common.Moment;
import org.sambandh.crm.condition.CompiledCondition;
import org.sambandh.crm.condition.Facts;

/**
 * One criterion that counts once, by any condition.
 *
 * @param condition when it holds
 * @param criterion its position in the model
 * @param points before its cap
 * @param capped after its cap
 */
record OneStep<S>(CompiledCondition<S> condition, int criterion, long points, long capped) implements Step<S> {

    @Override
    public long points(S subject, Facts facts, Moment moment) {
        return condition.test(subject, facts, moment) ? capped : 0;
    }

    @Override
    public void mark(S subject, Facts facts, Moment moment, ScoreMarks.Pad pad) {
        if (condition.test(subject, facts, moment)) {
            pad.add(criterion, 1, points);
        }
    }
}
