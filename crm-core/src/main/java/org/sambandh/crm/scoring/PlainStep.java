package org.sambandh.crm.scoring;

import java.util.List;
import org.sambandh.crm.common.Moment;
import org.sambandh.crm.condition.Facts;

/**
 * One criterion as the plain scorer counts it: what cannot be folded.
 *
 * @param counter counts it
 * @param criterion its position in the model
 * @param cap its cap, or {@code Long.MAX_VALUE}
 */
record PlainStep<S>(Tally.Counter<S> counter, int criterion, long cap) implements Step<S> {

    @Override
    public long points(S subject, Facts facts, Moment moment) {
        return Math.min(cap, Points.scaled(tally(subject, facts, moment).points()));
    }

    @Override
    public void mark(S subject, Facts facts, Moment moment, ScoreMarks.Pad pad) {
        Tally tally = tally(subject, facts, moment);
        pad.add(criterion, tally.count(), Points.scaled(tally.points()));
    }

    private Tally tally(S subject, Facts facts, Moment moment) {
        return counter.count(List.of(subject), new RememberedFacts(facts), moment)
                .get(0);
    }
}
