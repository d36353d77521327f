package org.sambandh.crm.condition;

import java.time.Instant;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.sambandh.crm.common.Moment;
import org.sambandh.crm.field.Field;
import org.sambandh.crm.field.FieldType;

/**
 * Which facts count.
 *
 * @param time reads when a fact happened; null where facts have no time
 * @param window what that must pass
 * @param ends the range of times that do, as objects
 * @param where what the fact must pass besides; null for nothing
 */
record Counter<R>(
        @Nullable Function<? super R, ? extends @Nullable Instant> time,
        CompiledTest<Instant> window,
        Ends.OfInstants ends,
        @Nullable Check<R> where) {

    static <R> Counter<R> of(Field.@Nullable One<R, Instant> time, Window window, @Nullable Check<R> where) {
        CompiledTest<Instant> test = CompiledTest.of(window);
        return new Counter<>(time == null ? null : time.reader(), test, new Ends.OfInstants(test.ranges()), where);
    }

    boolean counts(R fact, Ends.InstantRange seen, Moment moment, @Nullable Rows<R> behind) {
        return isSeen(fact, seen, moment) && (where == null || where.test(fact, moment, behind));
    }

    private boolean isSeen(R fact, Ends.InstantRange seen, Moment moment) {
        if (time == null) {
            return true;
        }
        Instant at = time.apply(fact);
        if (at == null) {
            return window.passesMissing();
        }
        return seen.contains(at) || (!Ends.isNear(at) && window.passes(FieldType.INSTANT.clean("time", at), moment));
    }
}
