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
            return calendar.shift(day, fiscal, count).start();
        } catch (Invalid e) {
            return count > 0 ? LocalDate.MAX : LocalDate.MIN;
        }
    }

    private static boolean isKnown(FiscalCalendar calendar, LocalDate day, FiscalUnit unit) {
        try {
            calendar.unitOf(day, unit);
            return true;
        } catch (Invalid e) {
            return false;
        }
    }
}
