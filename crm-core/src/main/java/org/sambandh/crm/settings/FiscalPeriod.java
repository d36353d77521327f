package org.sambandh.crm.settings;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.sambandh.crm.common.Invalid;

/**
 * A year, quarter or period of a fiscal calendar.
 *
 * @param unit which of them it is
 * @param year the calendar year of the start day (a 4-4-5 year may start three days before or after that day)
 * @param quarter 1 to 4; 0 for a year
 * @param period 1 to 12, counted through the year; 0 for a year and a quarter
 * @param start the first day
 * @param end the last day, still inside
 * @param label its name: {@code FY 2016-17}, {@code FY 2016-17 Q4}, {@code FY 2016-17 P12}
 */
public record FiscalPeriod(
        FiscalUnit unit, int year, int quarter, int period, LocalDate start, LocalDate end, String label) {

    /**
     * Checks that the numbers fit the unit and the days are in order.
     *
     * @param unit which of them it is
     * @param year the calendar year of the start day (a 4-4-5 year may start three days before or after that day)
     * @param quarter 1 to 4; 0 for a year
     * @param period 1 to 12, counted through the year; 0 for a year and a quarter
     * @param start the first day
     * @param end the last day, still inside
     * @param label its name: {@code FY 2016-17}, {@code FY 2016-17 Q4}, {@code FY 2016-17 P12}
     * @throws Invalid if the numbers do not fit the unit, or the end lies before the start
     */
    public FiscalPeriod {
        boolean fits = switch (unit) {
            case YEAR -> quarter == 0 && period == 0;
            case QUARTER -> quarter >= 1 && quarter <= 4 && period == 0;
            case PERIOD -> period >= 1 && period <= 12 && quarter == (period + 2) / 3;
        };
        if (!fits || end.isBefore(start)) {
            throw new Invalid(
                    "fiscalPeriod",
                    "no " + unit + ": quarter " + quarter + ", period " + period + ", " + start + " to " + end);
        }
    }

    /**
     * Returns whether a day lies inside.
     *
     * @param date the day
     * @return true for the first and the last day
     */
    public boolean contains(LocalDate date) {
        return !date.isBefore(start) && !date.isAfter(end);
    }

    /**
     * Returns how long it is.
     *
     * @return days, at least 1
     */
    public long days() {
        return ChronoUnit.DAYS.between(start, end) + 1;
    }
}
