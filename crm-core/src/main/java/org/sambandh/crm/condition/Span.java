package org.sambandh.crm.condition;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAmount;
import org.jspecify.annotations.Nullable;
import org.sambandh.crm.common.Moment;

/**
 * All moments from one instant on, until before another: when a fact lies in a window, when an instant has an age.
 *
 * @param from the first instant
 * @param before the first instant behind; {@link Verdict#FOREVER} for none. Empty where it is not later
 */
record Span(Instant from, Instant before) {

    private static final Duration TICK = Duration.of(1, ChronoUnit.MICROS);
    private static final Span ALWAYS = new Span(Instant.MIN, Verdict.FOREVER);
    private static final Span NEVER = new Span(Verdict.FOREVER, Verdict.FOREVER);

    boolean contains(Moment moment) {
        return !moment.at().isBefore(from) && moment.at().isBefore(before);
    }

    /** Returns the first instant behind the moment at which {@link #contains} may change. */
    Instant nextEdge(Moment moment) {
        if (!from.isBefore(before) || !moment.at().isBefore(before)) {
            return Verdict.FOREVER;
        }
        return moment.at().isBefore(from) ? from : before;
    }

    Verdict at(Moment moment) {
        return new Verdict(contains(moment), nextEdge(moment));
    }

    /** Returns when an instant is at least that old. */
    static Span agedAtLeast(Instant value, TemporalAmount age, ZoneId zone) {
        return new Span(LocalDays.plus(value, age, zone), Verdict.FOREVER);
    }

    /** Returns when an instant is not in the future and not older than that: it still is when it is exactly as old. */
    static Span agedAtMost(Instant value, TemporalAmount age, ZoneId zone) {
        Instant last = LocalDays.plus(value, age, zone);
        return new Span(value, LocalDays.plus(last, TICK, zone));
    }

    /** Returns when a fact lies in the window; facts later than the moment never do. */
    static Span of(Window window, @Nullable Instant occurred, ZoneId zone) {
        if (occurred == null) {
            return window instanceof Window.Ever ? ALWAYS : NEVER;
        } else if (window instanceof Window.Last last) {
            return agedAtMost(occurred, last.length(), zone);
        } else if (window instanceof Window.Fixed fixed) {
            boolean inside = !occurred.isBefore(fixed.from()) && !occurred.isAfter(fixed.to());
            return inside ? new Span(occurred, Verdict.FOREVER) : NEVER;
        }
        return new Span(occurred, Verdict.FOREVER);
    }
}
