package org.sambandh.crm.lead;

/** How an enquiry was taken in. */
public enum IntakeKind {
    /** Everybody it names was known. */
    ATTACHED,
    /** Somebody was new and is registered provisionally. */
    REGISTERED,
    /** Several known parties could be meant; somebody is registered provisionally until it is decided. */
    AMBIGUOUS
}
