package org.sambandh.crm.condition;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.sambandh.crm.common.Invalid;
import org.sambandh.crm.settings.FiscalCalendar;
import org.sambandh.crm.settings.FiscalUnit;

/** Where fiscal years and quarters start. */
final class FiscalStarts {

    private FiscalStarts() {}

    /**
     * Returns the first day of the unit that lies some units behind the one of a day; the end of time where that unit is
     * beyond what the calendar knows, and null where the day itself is.
     */
    static @Nullable LocalDate of(FiscalCalendar calendar, LocalDate day, CalendarUnit unit, int count) {
        FiscalUnit fiscal = unit == CalendarUnit.FISCAL_YEAR ? FiscalUnit.YEAR : FiscalUnit.QUARTER;
        if (!isKnown(calendar, day, fiscal)) {
            return null;
        }
        try {
            return calendar.firstDay(day, fiscal, count);
        } catch (Invalid e) {
            return count > 0 ? LocalDate.MAX : LocalDate.MIN;
        }
    }

    private static boolean isKnown(FiscalCalendar calendar, LocalDate day, FiscalUnit unit) {
        try {
            calendar.firstDay(day, unit, 0);
            return true;
        } catch (Invalid e) {
            return false;
        }
    }

    /** Returns the first day of which the calendar knows the unit, in days since 1970. */
    static long firstKnown(FiscalCalendar calendar, CalendarUnit unit) {
        return edge(calendar, unit, LocalDate.of(1, 1, 1), LocalDate.of(4, 1, 1));
    }

    /** Returns the last day of which the calendar knows the unit, in days since 1970. */
    static long lastKnown(FiscalCalendar calendar, CalendarUnit unit) {
        return edge(calendar, unit, LocalDate.of(9_999, 12, 31), LocalDate.of(9_996, 1, 1));
    }

    private static long edge(FiscalCalendar calendar, CalendarUnit unit, LocalDate unknown, LocalDate known) {
        long outside = unknown.toEpochDay();
        long inside = known.toEpochDay();
        while (Math.abs(inside - outside) > 1) {
            long middle = outside + (inside - outside) / 2;
            if (of(calendar, LocalDate.ofEpochDay(middle), unit, 0) == null) {
                outside = middle;
            } else {
                inside = middle;
            }
        }
        return inside;
    }
}
