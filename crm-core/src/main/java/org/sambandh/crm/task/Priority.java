package org.sambandh.crm.task;

/** How much a task matters. */
public enum Priority {
    /** When there is time. */
    LOW,
    /** In its turn. */
    NORMAL,
    /** Before others. */
    HIGH,
    /** At once. */
    URGENT
}
