package org.sambandh.crm.condition;

import java.time.Instant;
import java.time.LocalDate;
import org.sambandh.crm.common.Moment;

/**
 * All moments whose local day is not before one day and before another.
 *
 * @param from the first day
 * @param before the first day behind; empty where it is not later
 */
record DaySpan(LocalDate from, LocalDate before) {

    static final DaySpan NEVER = new DaySpan(LocalDate.MAX, LocalDate.MAX);

    boolean contains(Moment moment) {
        LocalDate today = LocalDays.of(moment);
        return !today.isBefore(from) && today.isBefore(before);
    }

    /** Returns the first instant behind the moment at which {@link #contains} may change. */
    Instant nextEdge(Moment moment) {
        if (!from.isBefore(before)) {
            return Verdict.FOREVER;
        }
        return LocalDays.earlier(LocalDays.nextStart(from, moment), LocalDays.nextStart(before, moment));
    }
}
