package org.sambandh.crm.common;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;

/**
 * The point in time at which something is evaluated, and the zone whose days, weeks and months count.
 *
 * @param at truncated to microseconds
 * @param zone the zone of days and longer units
 */
public record Moment(Instant at, ZoneId zone) {

    /**
     * Truncates the instant to microseconds.
     *
     * @param at truncated to microseconds
     * @param zone the zone of days and longer units
     */
    public Moment {
        at = at.truncatedTo(ChronoUnit.MICROS);
    }

    /** {@return the local date in the zone} */
    public LocalDate date() {
        return dateTime().toLocalDate();
    }

    /** {@return the local date and time in the zone} */
    public ZonedDateTime dateTime() {
        return at.atZone(zone);
    }
}
