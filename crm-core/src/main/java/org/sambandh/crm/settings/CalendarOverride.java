package org.sambandh.crm.settings;

import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import org.sambandh.crm.common.Invalid;

/**
 * Local time in which a working calendar does not follow its week: a leave, a power cut, an extra Saturday. Half open.
 * Where overrides of both kinds overlap the calendar is closed; opening hours count on holidays too.
 *
 * @param from the first moment, by the clock on the wall; truncated to microseconds
 * @param to the first moment behind; later than {@code from}; truncated to microseconds
 * @param effect what happens in it
 */
public record CalendarOverride(LocalDateTime from, LocalDateTime to, Effect effect) {

    /** What an override does to the time in it. */
    public enum Effect {
        /** Takes it away: nobody works. */
        CLOSED,
        /** Adds it: somebody works although the week says nobody does. */
        OPEN
    }

    /**
     * Checks the order.
     *
     * @param from the first moment, by the clock on the wall; truncated to microseconds
     * @param to the first moment behind; later than {@code from}; truncated to microseconds
     * @param effect what happens in it
     * @throws Invalid if the end does not lie after the start
     */
    public CalendarOverride {
        from = from.truncatedTo(ChronoUnit.MICROS);
        to = to.truncatedTo(ChronoUnit.MICROS);
        if (!from.isBefore(to)) {
            throw new Invalid("calendarOverride", "the end must lie after the start, found " + from + " to " + to);
        }
    }

    /**
     * Returns time taken away.
     *
     * @param from the first moment
     * @param to the first moment behind
     * @return the override
     * @throws Invalid if the end does not lie after the start
     */
    public static CalendarOverride closed(LocalDateTime from, LocalDateTime to) {
        return new CalendarOverride(from, to, Effect.CLOSED);
    }

    /**
     * Returns time added.
     *
     * @param from the first moment
     * @param to the first moment behind
     * @return the override
     * @throws Invalid if the end does not lie after the start
     */
    public static CalendarOverride open(LocalDateTime from, LocalDateTime to) {
        return new CalendarOverride(from, to, Effect.OPEN);
    }
}
