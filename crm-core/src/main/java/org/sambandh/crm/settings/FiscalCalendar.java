package org.sambandh.crm.settings;

/** Placeholder of the architect: to be replaced whole by the settings package (take your own version in the merge). */
public final class FiscalCalendar {
    /** Placeholder. */
    public FiscalCalendar() {}
}
