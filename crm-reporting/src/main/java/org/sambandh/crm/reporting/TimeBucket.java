package org.sambandh.crm.reporting;

/** A unit of time into which days are put. Instants are put by their day in the zone of the moment. */
public enum TimeBucket {
    /** A calendar day. */
    DAY,
    /** Monday to Sunday; named by the week year of ISO 8601. */
    WEEK,
    /** A calendar month. */
    MONTH,
    /** Three calendar months, from January on. */
    QUARTER,
    /** A calendar year. */
    YEAR,
    /** A period of the tenant's fiscal calendar: one of twelve in a year. */
    FISCAL_PERIOD,
    /** A quarter of the tenant's fiscal calendar. */
    FISCAL_QUARTER,
    /** A year of the tenant's fiscal calendar. */
    FISCAL_YEAR
}
