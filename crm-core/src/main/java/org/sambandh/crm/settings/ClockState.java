package org.sambandh.crm.settings;

/** How a {@link PausableClock} stands at a moment. A moment at the deadline is still in time. */
public enum ClockState {
    /** Not completed, not on hold, in time. */
    RUNNING,
    /** Not completed, on hold, in time. */
    PAUSED,
    /** Not completed, and the deadline has passed, whether on hold or not. */
    OVERDUE,
    /** Completed at the deadline or before. */
    MET,
    /** Completed behind the deadline. */
    MISSED
}
