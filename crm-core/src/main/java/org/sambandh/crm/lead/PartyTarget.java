package org.sambandh.crm.lead;

import org.sambandh.crm.common.CustomerId;
import org.sambandh.crm.customer.NewCustomer;

/** Which person or organisation an enquiry is converted to. */
public sealed interface PartyTarget permits PartyTarget.None, PartyTarget.Existing, PartyTarget.New {

    /** {@return nobody: the enquiry keeps the party it has, which is left alone} */
    static PartyTarget none() {
        return new None();
    }

    /**
     * Returns a party that is there.
     *
     * @param id the party
     * @return the target
     */
    static PartyTarget existing(CustomerId id) {
        return new Existing(id);
    }

    /**
     * Returns a party to be registered.
     *
     * @param party what is known of it, with a name
     * @return the target
     */
    static PartyTarget register(NewCustomer party) {
        return new New(party);
    }

    /** Nobody. */
    record None() implements PartyTarget {}

    /**
     * A party that is there: established, and blank fields filled.
     *
     * @param id the party
     */
    record Existing(CustomerId id) implements PartyTarget {}

    /**
     * A party to be registered.
     *
     * @param party what is known of it, with a name
     */
    record New(NewCustomer party) implements PartyTarget {}
}
