package org.sambandh.crm.customer;

/** The types of events about parties and their relationships. Each change of a field stands in exactly one event. */
public final class CustomerEvents {

    /** A party was registered, provisionally or not. */
    public static final String REGISTERED = "customer.registered";

    /** Something about a party changed that no other event here tells. */
    public static final String CHANGED = "customer.changed";

    /** A provisional party was established. */
    public static final String ESTABLISHED = "customer.established";

    /** A party came to another lifecycle stage; data: {@code from}, {@code to}, and the {@code reason} of a correction. */
    public static final String LIFECYCLE_MOVED = "customer.lifecycleMoved";

    /** A tenant decided on other lifecycle stages. */
    public static final String LIFECYCLE_DEFINED = "lifecycle.defined";

    /** A party was archived. */
    public static final String ARCHIVED = "customer.archived";

    /** A party is in use again. */
    public static final String UNARCHIVED = "customer.unarchived";

    /** What is personal about a party was destroyed. */
    public static final String ERASED = "customer.erased";

    /** Two parties were related; concerns both. */
    public static final String RELATIONSHIP_OPENED = "relationship.opened";

    /** Something about a relationship changed; concerns both parties. */
    public static final String RELATIONSHIP_CHANGED = "relationship.changed";

    /** A relationship was given an end; concerns both parties. */
    public static final String RELATIONSHIP_ENDED = "relationship.ended";

    /** A relationship was removed by a merge or an erasure; concerns both parties. */
    public static final String RELATIONSHIP_REMOVED = "relationship.removed";

    private CustomerEvents() {}
}
