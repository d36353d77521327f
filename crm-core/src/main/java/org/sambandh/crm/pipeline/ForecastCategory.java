package org.sambandh.crm.pipeline;

/** How a deal in a stage counts in a forecast, the least certain first. */
public enum ForecastCategory {
    /** Left out of every forecast. */
    OMITTED,
    /** Worked on, far from certain. */
    PIPELINE,
    /** Comes if everything goes well. */
    BEST_CASE,
    /** Comes if nothing unexpected happens. */
    MOST_LIKELY,
    /** Promised by whoever owns it. */
    COMMIT,
    /** Done. */
    CLOSED
}
