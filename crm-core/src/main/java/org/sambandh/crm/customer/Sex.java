package org.sambandh.crm.customer;

/** The sex a person stated. A person who stated none has none; it is never guessed from a name. */
public enum Sex {
    /** Female. */
    FEMALE,
    /** Male. */
    MALE,
    /** Neither of the two. */
    OTHER
}
