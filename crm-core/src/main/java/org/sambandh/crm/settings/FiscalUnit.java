package org.sambandh.crm.settings;

/** The units of a fiscal calendar, from the longest to the shortest. */
public enum FiscalUnit {
    /** A fiscal year: four quarters. */
    YEAR,
    /** A fiscal quarter: three periods. */
    QUARTER,
    /** A fiscal period: a month, or four or five weeks; twelve in a year. */
    PERIOD
}
