package org.sambandh.crm.task;

/** Where a task stands. */
public enum TaskStatus {
    /** To be done. */
    OPEN,
    /** Done, with an outcome. */
    DONE,
    /** Not to be done any more. */
    CANCELLED
}
