package org.sambandh.crm.scoring;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sambandh.crm.common.Moment;
import org.sambandh.crm.condition.Facts;
import org.sambandh.crm.field.FieldType;

/**
 * One criterion with points for each fact, perhaps fading by halves. The shares that are left after each whole day are
 * computed once.
 *
 * @param facts which facts
 * @param byKey has the texts of the facts that count; used where they have a key
 * @param window which of them
 * @param least how many facts at least
 * @param most how many at most
 * @param criterion its position in the model
 * @param unscaled the points of one fact, as a whole number
 * @param scale the decimals of that number
 * @param cap its cap, or {@code Long.MAX_VALUE}
 * @param shares what is left after so many days, scaled by 12; null without decay
 */
@SuppressWarnings("ArrayRecordComponent") // never compared, and read for every subject
record EachStep<S, R>(
        FactList<S, R> facts,
        Map<Object, Boolean> byKey,
        FactList.Span window,
        long least,
        long most,
        int criterion,
        long unscaled,
        int scale,
        long cap,
        long @Nullable [] shares)
        implements Step<S> {

    private static final long DAY = 86_400_000_000L;

    @Override
    public long points(S subject, Facts store, Moment moment) {
        return Math.min(cap, walk(subject, store, moment, null));
    }

    @Override
    public void mark(S subject, Facts store, Moment moment, ScoreMarks.Pad pad) {
        walk(subject, store, moment, pad);
    }

    private long walk(S subject, Facts store, Moment moment, ScoreMarks.@Nullable Pad pad) {
        List<R> list = facts.of(subject, store, moment);
        long at = FieldType.INSTANT.toLong(moment.at());
        long found = 0;
        int earning = 0;
        long left = 0;
        for (int i = 0; i < list.size(); i++) {
            R fact = list.get(i);
            long happened = facts.time(fact);
            if (happened <= at && window.holds(happened, at) && facts.find(byKey, Boolean.TRUE, fact) != null) {
                found++;
                long share = share(happened, at);
                earning += share > 0 ? 1 : 0;
                left += share;
            }
        }
        long points = found < least || found > most
                ? 0
                : Points.times(unscaled, shares == null ? scale : scale + Decay.FACTOR_SCALE, left);
        if (pad != null) {
            pad.add(criterion, found < least || found > most ? 0 : earning, points);
        }
        return points;
    }

    private long share(long happened, long at) {
        if (shares == null) {
            return 1;
        }
        if (happened == FieldType.MISSING) {
            return 0;
        }
        // The distance may be twice what a long holds, but it is never negative.
        long days = Long.divideUnsigned(at - happened, DAY);
        return days < shares.length ? shares[(int) days] : 0;
    }
}
