package org.sambandh.crm.callcentre;

/** The types of events about calls. Claiming an entry is no event: it is a lease, and ends by itself. */
public final class CallEvents {

    /** A list was made. */
    public static final String LISTED = "callList.created";

    /** Name, rules or codes of a list were changed. */
    public static final String LIST_CHANGED = "callList.changed";

    /** Parties were put onto a list: one event, with the numbers in its data. */
    public static final String LIST_FROZEN = "callList.frozen";

    /** A list was closed. */
    public static final String LIST_CLOSED = "callList.closed";

    /** A party was called; the data names {@code disposition} and {@code outcome}. */
    public static final String ATTEMPTED = "callEntry.attempted";

    /** The number of an entry was destroyed with the personal data of its party. */
    public static final String ENTRY_ERASED = "callEntry.erased";

    /** What is known of an agent was changed. */
    public static final String AGENT_SAVED = "callAgent.saved";

    private CallEvents() {}
}
