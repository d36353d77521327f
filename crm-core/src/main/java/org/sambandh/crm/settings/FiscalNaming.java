package org.sambandh.crm.settings;

import org.sambandh.crm.common.Invalid;
import org.sambandh.crm.common.Text;

/**
 * How fiscal years are named, as data. In a pattern <code>{start}</code> and <code>{end}</code> stand for the calendar
 * years in which the fiscal year starts and ends, <code>{start2}</code> and <code>{end2}</code> for their last two digits;
 * everything else stands for itself.
 *
 * @param overTwoYears the pattern where the start day is not 1 January; at most 40 characters, with at least one year
 * @param calendarYear the pattern where the start day is 1 January; at most 40 characters, with at least one year
 */
public record FiscalNaming(String overTwoYears, String calendarYear) {

    /** {@code FY 2026-27}, and {@code FY 2026} where the fiscal year is the calendar year. */
    public static final FiscalNaming BOTH_YEARS = new FiscalNaming("FY {start}-{end2}", "FY {start}");

    /** {@code FY 2026} for the year that starts in 2026. */
    public static final FiscalNaming START_YEAR = new FiscalNaming("FY {start}", "FY {start}");

    /** {@code FY 2027} for the year that starts in 2026 and ends in 2027. */
    public static final FiscalNaming END_YEAR = new FiscalNaming("FY {end}", "FY {end}");

    /**
     * Checks both patterns.
     *
     * @param overTwoYears the pattern where the start day is not 1 January; at most 40 characters, with at least one year
     * @param calendarYear the pattern where the start day is 1 January; at most 40 characters, with at least one year
     * @throws Invalid if a pattern is blank or too long, names no year, or has other braces
     */
    public FiscalNaming {
        overTwoYears = checked("fiscalNaming.overTwoYears", overTwoYears);
        calendarYear = checked("fiscalNaming.calendarYear", calendarYear);
    }

    /** Names the fiscal year that starts around {@code start}. */
    String name(int start, boolean isCalendarYear) {
        return isCalendarYear ? filled(calendarYear, start, start) : filled(overTwoYears, start, start + 1);
    }

    private static String filled(String pattern, int start, int end) {
        return pattern.replace("{start}", year(start))
                .replace("{end}", year(end))
                .replace("{start2}", year(start).substring(2))
                .replace("{end2}", year(end).substring(2));
    }

    private static String year(int year) {
        return Integer.toString(10_000 + year).substring(1);
    }

    private static String checked(String path, String pattern) {
        String text = Text.required(path, pattern, 40);
        String filled = filled(text, 2026, 2027);
        if (filled.equals(text) || filled.indexOf('{') >= 0 || filled.indexOf('}') >= 0) {
            throw new Invalid(path, "at least one of {start}, {end}, {start2}, {end2} and no other braces");
        }
        return text;
    }
}
