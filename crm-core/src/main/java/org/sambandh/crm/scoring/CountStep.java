package org.sambandh.crm.scoring;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sambandh.crm.common.Moment;
import org.sambandh.crm.condition.Facts;
import org.sambandh.crm.field.FieldType;

/**
 * Up to four criteria that count once, each by a number of facts of one relation: one walk over the facts. The four
 * numbers share a {@code long}, so that nothing is allocated.
 *
 * @param facts which facts
 * @param byKey the positions in {@code lanes} of the criteria that count the facts with a text
 * @param always the positions of those that count all facts; used where the facts have no key
 * @param lanes the criteria
 */
@SuppressWarnings("ArrayRecordComponent") // never compared, and read for every subject
record CountStep<S, R>(FactList<S, R> facts, Map<Object, int[]> byKey, int @Nullable [] always, List<Lane> lanes)
        implements Step<S> {

    static final int LANES = 4;

    /** From here on a lane counts no further: no criterion of a lane asks for more. */
    static final long MOST = 0xFFFF;

    private static final int BITS = 16;

    /**
     * One criterion.
     *
     * @param window which facts
     * @param least how many facts at least, 0 or more
     * @param most how many at most
     * @param criterion its position in the model
     * @param points before its cap
     * @param capped after its cap
     */
    record Lane(FactList.Span window, long least, long most, int criterion, long points, long capped) {}

    @Override
    public long points(S subject, Facts store, Moment moment) {
        long counts = walk(subject, store, moment);
        long sum = 0;
        for (int i = 0; i < lanes.size(); i++) {
            sum += holds(counts, i) ? lanes.get(i).capped() : 0;
        }
        return sum;
    }

    @Override
    public void mark(S subject, Facts store, Moment moment, ScoreMarks.Pad pad) {
        long counts = walk(subject, store, moment);
        for (int i = 0; i < lanes.size(); i++) {
            if (holds(counts, i)) {
                pad.add(lanes.get(i).criterion(), 1, lanes.get(i).points());
            }
        }
    }

    private boolean holds(long counts, int lane) {
        long count = (counts >>> (lane * BITS)) & MOST;
        return count >= lanes.get(lane).least() && count <= lanes.get(lane).most();
    }

    private long walk(S subject, Facts store, Moment moment) {
        List<R> list = facts.of(subject, store, moment);
        long at = FieldType.INSTANT.toLong(moment.at());
        long counts = 0;
        for (int i = 0; i < list.size(); i++) {
            R fact = list.get(i);
            long happened = facts.time(fact);
            int[] counting = happened <= at ? facts.find(byKey, always, fact) : null;
            if (counting != null) {
                for (int lane : counting) {
                    boolean full = ((counts >>> (lane * BITS)) & MOST) == MOST;
                    counts += !full && lanes.get(lane).window().holds(happened, at) ? 1L << (lane * BITS) : 0;
                }
            }
        }
        return counts;
    }
}
