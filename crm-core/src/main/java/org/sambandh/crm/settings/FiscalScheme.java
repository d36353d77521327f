package org.sambandh.crm.settings;

/** How a fiscal year is cut into its twelve periods. */
public enum FiscalScheme {

    /**
     * Months: each period starts on the day of the month on which the year starts, or on the last day of a month that is
     * too short for it.
     */
    MONTHS,

    /**
     * Weeks, Monday to Sunday, 4-4-5 in each quarter. The year starts on the Monday nearest to the start day of the
     * calendar, at most three days away from it, and so ends on the Sunday nearest to the day before the next start day
     * (US Treasury regulation 26 CFR 1.441-2(a)(1)(iii)(B), a year that ends "on whatever date this same day of the week
     * falls that is the nearest to the last day of the calendar month"). With a start on 1 January these are the week years
     * of ISO 8601. Where that leaves 53 weeks the last one belongs to period 12, which then has six weeks.
     */
    WEEKS_445
}
