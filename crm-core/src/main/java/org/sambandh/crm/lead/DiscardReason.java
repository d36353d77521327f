package org.sambandh.crm.lead;

/** Why an enquiry is removed. */
public enum DiscardReason {
    /** Advertising or an attack. */
    SPAM,
    /** Nonsense. */
    JUNK,
    /** Somebody tried the form. */
    TEST,
    /** It was kept as long as it may be. */
    RETENTION
}
