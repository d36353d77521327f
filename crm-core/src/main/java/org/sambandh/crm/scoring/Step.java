package org.sambandh.crm.scoring;

import org.sambandh.crm.common.Moment;
import org.sambandh.crm.condition.Facts;

/**
 * Some criteria of one group, folded into one look at the subject. Points are scaled by {@link Scorer#POINTS_SCALE}.
 *
 * @param <S> the subject
 */
interface Step<S> {

    /** The points of all of them, each after its cap. */
    long points(S subject, Facts facts, Moment moment);

    /** Notes for each of them how often it held and what it came to, before its cap. */
    void mark(S subject, Facts facts, Moment moment, ScoreMarks.Pad pad);
}
