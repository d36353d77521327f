package org.sambandh.crm.condition;

/** How a condition is run. All give the same answers; they differ in what they cost to prepare and to run. */
public enum Engine {
    /** Walks the tree as it was written: nothing to prepare, the slowest to run. The other two are held to it. */
    PLAIN,
    /** Runs the folded plan as nested objects: prepared in microseconds, for conditions that may run once. */
    CLOSURES,
    /**
     * Runs the folded plan as one piece of code: a millisecond to prepare, the fastest to run, for segments and models that
     * live long. Where the host's Java refuses hidden classes it runs as {@link #CLOSURES}.
     */
    HANDLES
}
