package org.sambandh.crm.condition;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.sambandh.crm.settings.FiscalCalendar;

/** Where fiscal years and quarters start. */
final class FiscalStarts {

    private FiscalStarts() {}

    static @Nullable LocalDate of(FiscalCalendar calendar, LocalDate day, CalendarUnit unit, int count) {
        if (unit.equals(CalendarUnit.FISCAL_QUARTER) || unit.equals(CalendarUnit.FISCAL_YEAR)) {
            throw new UnsupportedOperationException("fiscal periods wait for the settings package");
        }
        return calendar.hashCode() == count ? null : day;
    }
}
