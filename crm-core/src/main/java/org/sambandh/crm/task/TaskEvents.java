package org.sambandh.crm.task;

/** What is told about tasks. Subject is the task; concerned is everything it is regarding. */
public final class TaskEvents {

    /** A task was planned. */
    public static final String PLANNED = "task.planned";

    /** Title, note, priority or what it is about changed. */
    public static final String REVISED = "task.revised";

    /** It is due at another time. */
    public static final String RESCHEDULED = "task.rescheduled";

    /** Somebody else is to do it. */
    public static final String REASSIGNED = "task.reassigned";

    /** It was done. */
    public static final String DONE = "task.done";

    /** It is not to be done any more. */
    public static final String CANCELLED = "task.cancelled";

    /** What was personal in it was destroyed. */
    public static final String ERASED = "task.erased";

    private TaskEvents() {}
}
