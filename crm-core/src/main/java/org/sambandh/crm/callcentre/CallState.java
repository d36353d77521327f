package org.sambandh.crm.callcentre;

/** Where a party stands on a list of calls. */
public enum CallState {
    /** To be called when its turn comes. */
    WAITING,
    /** A call was promised. */
    CALL_BACK,
    /** Reached; done. */
    REACHED,
    /** Tried as often as the rules allow; done. */
    EXHAUSTED,
    /** The number is somebody else's; done. */
    WRONG_NUMBER,
    /** Wants no calls; done. */
    DO_NOT_CALL
}
