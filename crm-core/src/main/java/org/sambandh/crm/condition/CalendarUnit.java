package org.sambandh.crm.condition;

/** The calendar periods that conditions can name, in the moment's zone. Weeks start on Monday. */
public enum CalendarUnit {
    /** A calendar day. */
    DAY,
    /** Monday to Sunday. */
    WEEK,
    /** A calendar month. */
    MONTH,
    /** Three calendar months, from January, April, July or October. */
    QUARTER,
    /** A calendar year. */
    YEAR,
    /** A quarter of the tenant's fiscal calendar. */
    FISCAL_QUARTER,
    /** A year of the tenant's fiscal calendar. */
    FISCAL_YEAR
}
