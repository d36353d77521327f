package org.sambandh.crm.settings;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;
import org.sambandh.crm.common.Invalid;

/**
 * Hours that are open on some days of every week, in local wall-clock time, half open. An end that is not later than the
 * start lies on the following day, so midnight as the end is the end of the day ("24:00"), a window from 22:00 to 06:00
 * is a night shift that belongs to both days it touches, and midnight to midnight is the whole day.
 *
 * @param days the days on which the window starts; at least one
 * @param from the first moment inside; truncated to microseconds
 * @param to the first moment behind; midnight is the end of the day; truncated to microseconds
 */
public record WeeklyWindow(Set<DayOfWeek> days, LocalTime from, LocalTime to) {

    /**
     * Checks that there are days and hours.
     *
     * @param days the days on which the window starts; at least one
     * @param from the first moment inside; truncated to microseconds
     * @param to the first moment behind; midnight is the end of the day; truncated to microseconds
     * @throws Invalid if there is no day, or both times are the same and not midnight
     */
    public WeeklyWindow {
        if (days.isEmpty()) {
            throw new Invalid("weeklyWindow.days", "at least one day of the week");
        }
        days = Collections.unmodifiableSet(EnumSet.copyOf(days));
        from = from.truncatedTo(ChronoUnit.MICROS);
        to = to.truncatedTo(ChronoUnit.MICROS);
        if (from.equals(to) && !from.equals(LocalTime.MIDNIGHT)) {
            throw new Invalid(
                    "weeklyWindow", "opens and closes at " + from + "; write the whole day as midnight to midnight");
        }
    }

    /**
     * Returns hours on Monday to Friday.
     *
     * @param from the first moment inside
     * @param to the first moment behind
     * @return the window
     * @throws Invalid if both are the same time and not midnight
     */
    public static WeeklyWindow weekdays(LocalTime from, LocalTime to) {
        return new WeeklyWindow(EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY), from, to);
    }

    /**
     * Returns hours on every day of the week.
     *
     * @param from the first moment inside
     * @param to the first moment behind
     * @return the window
     * @throws Invalid if both are the same time and not midnight
     */
    public static WeeklyWindow everyDay(LocalTime from, LocalTime to) {
        return new WeeklyWindow(EnumSet.allOf(DayOfWeek.class), from, to);
    }
}
