package org.sambandh.crm.exchange;

/** What the rows of a file become. */
public enum ImportTarget {
    /** Organisations, by external reference; columns may name other rows they are related to. */
    ORGANIZATION,
    /** Users with their managers, and the teams they are members of. */
    TEAM_MEMBER,
    /** Deals as they were elsewhere, with stage history. */
    OPPORTUNITY
}
