package org.sambandh.crm.settings;

import java.time.LocalDate;
import java.time.Month;
import java.time.MonthDay;
import org.sambandh.crm.common.Invalid;

/**
 * Which fiscal year, quarter and period a day belongs to. Every day belongs to exactly one of each, without gaps. Each
 * question takes constant time.
 *
 * @param start the day on which a fiscal year starts, or near which it starts with {@link FiscalScheme#WEEKS_445}; not 29
 *     February
 * @param scheme how the year is cut
 * @param naming how years are named
 */
public record FiscalCalendar(MonthDay start, FiscalScheme scheme, FiscalNaming naming) {

    private static final MonthDay FIRST_OF_JANUARY = MonthDay.of(Month.JANUARY, 1);

    /**
     * Refuses a start that most years do not have.
     *
     * @param start the day on which a fiscal year starts, or near which it starts with {@link FiscalScheme#WEEKS_445}; not 29
     *     February
     * @param scheme how the year is cut
     * @param naming how years are named
     * @throws Invalid if it starts on 29 February
     */
    public FiscalCalendar {
        if (start.equals(MonthDay.of(Month.FEBRUARY, 29))) {
            throw new Invalid("fiscalCalendar.start", "a day that every year has; 29 February is not one");
        }
    }

    /**
     * Returns the calendar year in months, named {@code FY 2026}.
     *
     * @return the calendar
     */
    public static FiscalCalendar calendarYear() {
        return startingIn(Month.JANUARY);
    }

    /**
     * Returns fiscal years in months that start on the first of a month, named {@code FY 2026-27}.
     *
     * @param month the first month
     * @return the calendar
     */
    public static FiscalCalendar startingIn(Month month) {
        return new FiscalCalendar(MonthDay.of(month, 1), FiscalScheme.MONTHS, FiscalNaming.BOTH_YEARS);
    }

    /**
     * Returns the fiscal period of a day.
     *
     * @param date the day, in the tenant's zone
     * @return the period
     * @throws Invalid if the day lies before the year 2 or after 9997
     */
    public FiscalPeriod periodOf(LocalDate date) {
        return unitOf(date, FiscalUnit.PERIOD);
    }

    /**
     * Returns the fiscal quarter of a day.
     *
     * @param date the day, in the tenant's zone
     * @return the quarter
     * @throws Invalid if the day lies before the year 2 or after 9997
     */
    public FiscalPeriod quarterOf(LocalDate date) {
        return unitOf(date, FiscalUnit.QUARTER);
    }

    /**
     * Returns the fiscal year of a day.
     *
     * @param date the day, in the tenant's zone
     * @return the year
     * @throws Invalid if the day lies before the year 2 or after 9997
     */
    public FiscalPeriod yearOf(LocalDate date) {
        return unitOf(date, FiscalUnit.YEAR);
    }

    /**
     * Returns the quarter after the one of a day.
     *
     * @param date the day, in the tenant's zone
     * @return the next quarter
     * @throws Invalid if the day lies before the year 2 or after 9997
     */
    public FiscalPeriod nextQuarter(LocalDate date) {
        return shift(date, FiscalUnit.QUARTER, 1);
    }

    /**
     * Returns the quarter before the one of a day.
     *
     * @param date the day, in the tenant's zone
     * @return the quarter before
     * @throws Invalid if the day lies before the year 2 or after 9997
     */
    public FiscalPeriod previousQuarter(LocalDate date) {
        return shift(date, FiscalUnit.QUARTER, -1);
    }

    /**
     * Returns the unit of a day.
     *
     * @param date the day, in the tenant's zone
     * @param unit year, quarter or period
     * @return the unit that holds the day
     * @throws Invalid if the day lies before the year 2 or after 9997
     */
    public FiscalPeriod unitOf(LocalDate date, FiscalUnit unit) {
        return shift(date, unit, 0);
    }

    /**
     * Returns the unit that lies some units after or before the one of a day.
     *
     * @param date the day, in the tenant's zone
     * @param unit year, quarter or period
     * @param count how many of them to go on; negative goes back
     * @return the unit
     * @throws Invalid if the day, or the unit, lies before the year 2 or after 9997
     */
    public FiscalPeriod shift(LocalDate date, FiscalUnit unit, long count) {
        long number = number(date, unit, count);
        int year = (int) Math.floorDiv(number, perYear(unit));
        int inYear = Math.floorMod(number, perYear(unit));
        LocalDate from = startOf(number, unit);
        LocalDate to = startOf(number + 1, unit).minusDays(1);
        String name = naming.name(year, start.equals(FIRST_OF_JANUARY));
        return switch (unit) {
            case YEAR -> new FiscalPeriod(unit, year, 0, 0, from, to, name);
            case QUARTER -> new FiscalPeriod(unit, year, inYear + 1, 0, from, to, name + " Q" + (inYear + 1));
            case PERIOD ->
                new FiscalPeriod(unit, year, inYear / 3 + 1, inYear + 1, from, to, name + " P" + (inYear + 1));
        };
    }

    /**
     * Returns the first day of the unit that {@link #shift} returns, without naming it: for conditions over many dates.
     *
     * @param date the day, in the tenant's zone
     * @param unit year, quarter or period
     * @param count how many of them to go on; negative goes back
     * @return the first day
     * @throws Invalid if the day, or the unit, lies before the year 2 or after 9997
     */
    public LocalDate firstDay(LocalDate date, FiscalUnit unit, long count) {
        return startOf(number(date, unit, count), unit);
    }

    /** Counts units from the year 0 on. */
    private long number(LocalDate date, FiscalUnit unit, long count) {
        inRange(date.getYear());
        int year = date.getYear() + 1;
        while (startOf(year).isAfter(date)) {
            year--;
        }
        int period = 11;
        while (startOf(year, period).isAfter(date)) {
            period--;
        }
        int perYear = perYear(unit);
        // Far more than all the years there are, and far from overflow.
        long bounded = Math.max(-1_000_000, Math.min(1_000_000, count));
        long number = (long) year * perYear + period / (12 / perYear) + bounded;
        inRange(Math.floorDiv(number, perYear));
        return number;
    }

    private LocalDate startOf(long number, FiscalUnit unit) {
        int perYear = perYear(unit);
        return startOf((int) Math.floorDiv(number, perYear), Math.floorMod(number, perYear) * (12 / perYear));
    }

    private static int perYear(FiscalUnit unit) {
        return switch (unit) {
            case YEAR -> 1;
            case QUARTER -> 4;
            case PERIOD -> 12;
        };
    }

    private LocalDate startOf(int year) {
        LocalDate day = start.atYear(year);
        if (scheme == FiscalScheme.MONTHS) {
            return day;
        }
        int sinceMonday = day.getDayOfWeek().getValue() - 1;
        return day.plusDays(sinceMonday <= 3 ? -sinceMonday : 7 - sinceMonday);
    }

    /** Takes a period from 0 on; the weeks before it are 0, 4, 8, then 13, 17, 21 and so on. */
    private LocalDate startOf(int year, int period) {
        LocalDate first = startOf(year);
        return scheme == FiscalScheme.MONTHS
                ? first.plusMonths(period)
                : first.plusWeeks(period / 3 * 13 + period % 3 * 4);
    }

    private static void inRange(long year) {
        if (year < 2 || year > 9997) {
            throw new Invalid("date", "fiscal years are known from 2 to 9997");
        }
    }
}
