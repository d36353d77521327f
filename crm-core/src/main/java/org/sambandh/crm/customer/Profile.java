package org.sambandh.crm.customer;

/** What kind of party it is, with what only that kind has. */
public sealed interface Profile permits Person, Organization, Household {

    /** The kinds of parties, for conditions and reports. */
    enum Kind {
        /** A human being. */
        PERSON,
        /** A company, authority or club. */
        ORGANIZATION,
        /** People who live and buy together. */
        HOUSEHOLD
    }

    /** {@return the kind} */
    Kind kind();

    /** {@return the same kind of party with nothing known about it} */
    Profile blank();
}
