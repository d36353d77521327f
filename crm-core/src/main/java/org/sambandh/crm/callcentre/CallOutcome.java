package org.sambandh.crm.callcentre;

/** What the end of an attempt means for the rest of the list. */
public enum CallOutcome {
    /** The party was reached and it is done. */
    CONNECTED,
    /** Nobody answered: later again. */
    NO_ANSWER,
    /** The line was busy: later again. */
    BUSY,
    /** The number is somebody else's: never again on this list. */
    WRONG_NUMBER,
    /** The party was reached and wants to be called at another time. */
    CALL_BACK,
    /** The party was reached and wants no calls at all: the number is marked. */
    DO_NOT_CALL;

    /** {@return whether the party was spoken to} */
    public boolean isContact() {
        return this == CONNECTED || this == CALL_BACK || this == DO_NOT_CALL;
    }
}
