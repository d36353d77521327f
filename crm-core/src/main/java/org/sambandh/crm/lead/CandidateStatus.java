package org.sambandh.crm.lead;

/** What was decided about two parties that may be one. */
public enum CandidateStatus {
    /** Nobody decided yet. */
    OPEN,
    /** They are two. */
    DISMISSED,
    /** They are one; merging them is another step. */
    CONFIRMED
}
