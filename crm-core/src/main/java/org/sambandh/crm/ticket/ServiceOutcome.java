package org.sambandh.crm.ticket;

/** How a promise ended. */
public enum ServiceOutcome {
    /** Kept: done at the deadline or before. */
    MET,
    /** Broken: done behind the deadline. */
    BREACHED
}
