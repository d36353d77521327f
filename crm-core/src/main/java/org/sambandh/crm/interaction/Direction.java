package org.sambandh.crm.interaction;

/** Who began: the party, we, or nobody outside. */
public enum Direction {
    /** The party came to us. */
    INBOUND,
    /** We went to the party. */
    OUTBOUND,
    /** Among ourselves: a note, a hand-over. No party took part. */
    INTERNAL
}
