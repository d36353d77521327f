package org.sambandh.crm.task;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
import org.sambandh.crm.common.Invalid;

/**
 * Until when something is to be done: a clock time, or a whole day of the tenant's.
 *
 * @param at the last instant at which it is in time, to the microsecond
 * @param day the day, where a whole day is meant
 */
public record Due(Instant at, @Nullable LocalDate day) {

    private static final Instant LATEST = Instant.parse("9999-12-31T23:59:59.999999Z");

    /**
     * Checks the range.
     *
     * @param at the last instant at which it is in time, to the microsecond
     * @param day the day, where a whole day is meant
     */
    public Due {
        at = at.truncatedTo(ChronoUnit.MICROS);
        if (at.isBefore(Instant.EPOCH) || at.isAfter(LATEST)) {
            throw new Invalid("task.due", "between the years 1970 and 9999");
        }
    }

    /**
     * Returns a clock time.
     *
     * @param instant the last instant at which it is in time
     * @return the due time
     */
    public static Due at(Instant instant) {
        return new Due(instant, null);
    }

    /**
     * Returns a whole day: it is in time until the last microsecond of it.
     *
     * @param day the day
     * @param zone the tenant's zone
     * @return the due time
     * @throws Invalid if the day is not between 1970 and 9999
     */
    public static Due on(LocalDate day, ZoneId zone) {
        if (day.getYear() < 1970 || day.getYear() > 9998) {
            throw new Invalid("task.due", "between the years 1970 and 9998");
        }
        return new Due(day.plusDays(1).atStartOfDay(zone).toInstant().minus(1, ChronoUnit.MICROS), day);
    }
}
