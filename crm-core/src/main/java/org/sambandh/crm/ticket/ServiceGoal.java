package org.sambandh.crm.ticket;

/** What a service policy promises a time for. */
public enum ServiceGoal {
    /** That somebody answers. */
    FIRST_RESPONSE,
    /** That it is solved. */
    RESOLUTION
}
