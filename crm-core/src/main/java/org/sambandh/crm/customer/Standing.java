package org.sambandh.crm.customer;

/** How sure it is that there is such a party. Goes from provisional to established, never back. */
public enum Standing {
    /**
     * Captured, confirmed by nobody: a row of a bought list, an anonymous visitor, an unanswered form. May lack name and
     * contact points; left out of search, counts and reports unless asked for.
     */
    PROVISIONAL,
    /** Confirmed by a two-way interaction, qualification, conversion, purchase or a person's decision. */
    ESTABLISHED
}
