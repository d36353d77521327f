package org.sambandh.crm.lead;

/** What a status of a tenant means to this library. */
public enum LeadPhase {
    /** Arrived, and nobody has worked on it. */
    NEW,
    /** Somebody works on it. */
    WORKING,
    /** Not ready yet; kept warm. */
    NURTURE,
    /** Worth a deal. */
    QUALIFIED,
    /** Not worth a deal. */
    DISQUALIFIED,
    /** Became a customer or a deal. */
    CONVERTED;

    /** {@return whether an enquiry in it is still worked on} */
    public boolean isOpen() {
        return this != DISQUALIFIED && this != CONVERTED;
    }
}
