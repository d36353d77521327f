package org.sambandh.crm.pipeline;

/** How a deal stands, without the reasons: what is counted and searched. */
public enum OutcomeKind {
    /** Still worked on. */
    OPEN,
    /** The customer bought. */
    WON,
    /** The customer did not buy. */
    LOST,
    /** Never was a deal: a duplicate, an error, a test. Enters no rate. */
    VOID
}
