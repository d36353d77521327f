package org.sambandh.crm.condition;

import java.time.Instant;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;
import org.sambandh.crm.common.Moment;
import org.sambandh.crm.field.Field;
import org.sambandh.crm.field.FieldType;

/**
 * Which facts count.
 *
 * @param time reads when a fact happened; null where facts have no time
 * @param field the field it reads
 * @param window what that must pass
 * @param where what the fact must pass besides; null for nothing
 */
record Counter<R>(
        @Nullable ToLongFunction<? super R> time,
        Field.@Nullable One<R, Instant> field,
        CompiledTest<Instant> window,
        @Nullable Check<R> where) {

    /** Returns the first time in the window, and a later one than {@link #to} where there is none. */
    static long from(LongRanges seen) {
        return seen.count() == 0 ? 1 : seen.low(0);
    }

    static long to(LongRanges seen) {
        return seen.count() == 0 ? 0 : seen.high(0);
    }

    boolean counts(R fact, long from, long to, Moment moment, @Nullable Rows<R> behind) {
        return isSeen(fact, from, to, moment) && (where == null || where.test(fact, moment, behind));
    }

    private boolean isSeen(R fact, long from, long to, Moment moment) {
        if (time == null) {
            return true;
        }
        long at = time.applyAsLong(fact);
        if (at >= FieldType.MIN_MICROS && at <= FieldType.MAX_MICROS) {
            return at >= from && at <= to;
        }
        return isUndecided(fact, at, moment);
    }

    private boolean isUndecided(R fact, long at, Moment moment) {
        if (at == FieldType.MISSING || field == null) {
            return window.passesMissing();
        }
        return window.passes(FieldType.INSTANT.clean(field.name(), field.get(fact)), moment);
    }
}
