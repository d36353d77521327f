package org.sambandh.crm.lead;

import org.sambandh.crm.common.OpportunityId;
import org.sambandh.crm.pipeline.NewOpportunity;

/** Which deal an enquiry is converted to. */
public sealed interface DealTarget permits DealTarget.None, DealTarget.Existing, DealTarget.New {

    /** No deal. */
    record None() implements DealTarget {}

    /**
     * A deal that is there: it is linked to the enquiry, and to its party where it has no customer.
     *
     * @param id the deal
     */
    record Existing(OpportunityId id) implements DealTarget {}

    /**
     * A deal to be opened. Customer and enquiry are set by the conversion; the customer only where none is said.
     *
     * @param deal what is known of it
     */
    record New(NewOpportunity deal) implements DealTarget {}
}
