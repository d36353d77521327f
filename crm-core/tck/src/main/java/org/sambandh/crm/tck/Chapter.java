package org.sambandh.crm.tck;

/** The chapters of the contract of a repository. */
public enum Chapter {
    /** Insert, find, update, delete. */
    KEEPING,
    /** Which state is stored, and what is refused as stale. */
    REVISIONS,
    /** What only one may have. */
    UNIQUE_KEYS,
    /** Several entities in one call. */
    TOGETHER,
    /** Nothing given, nothing found. */
    NOTHING,
    /** Sorting, and pages of what is sorted. */
    PAGING,
    /** Which entities match. */
    CONDITIONS,
    /** That of another tenant nothing shows. */
    TENANCY,
    /** What a transaction that fails leaves behind. */
    ROLLBACK,
    /** Two who write at the same time. */
    CONCURRENCY
}
