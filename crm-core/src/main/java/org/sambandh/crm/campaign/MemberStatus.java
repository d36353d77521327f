package org.sambandh.crm.campaign;

/** How far a member of a campaign got: the first five in order, the last two from anywhere. */
public enum MemberStatus {
    /** In the audience; nothing was sent yet. */
    TARGETED,
    /** It was sent. */
    SENT,
    /** It arrived. */
    DELIVERED,
    /** It was opened. */
    OPENED,
    /** The member responded. */
    RESPONDED,
    /** It came back: the address does not work. */
    BOUNCED,
    /** The member wants no more. */
    UNSUBSCRIBED
}
