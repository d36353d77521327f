package org.sambandh.crm.lead;

import org.sambandh.crm.common.ConversionId;
import org.sambandh.crm.common.LeadId;
import org.sambandh.crm.common.OpportunityId;
import org.sambandh.crm.pipeline.NewOpportunity;

/**
 * What an enquiry is to be converted to. Immutable; every method returns a changed copy under the same id, so that
 * whatever is committed first under it counts.
 *
 * @param id of the conversion to come
 * @param lead the enquiry
 * @param person which person
 * @param organization which organisation
 * @param deal which deal
 */
public record ConversionPlan(
        ConversionId id, LeadId lead, PartyTarget person, PartyTarget organization, DealTarget deal) {

    /**
     * Returns this plan with another person.
     *
     * @param target which
     * @return a changed copy
     */
    public ConversionPlan person(PartyTarget target) {
        return new ConversionPlan(id, lead, target, organization, deal);
    }

    /**
     * Returns this plan with another organisation.
     *
     * @param target which
     * @return a changed copy
     */
    public ConversionPlan organization(PartyTarget target) {
        return new ConversionPlan(id, lead, person, target, deal);
    }

    /**
     * Returns this plan with a deal to be opened.
     *
     * @param newDeal what is known of it
     * @return a changed copy
     */
    public ConversionPlan open(NewOpportunity newDeal) {
        return new ConversionPlan(id, lead, person, organization, new DealTarget.New(newDeal));
    }

    /**
     * Returns this plan with a deal that is there.
     *
     * @param existing the deal
     * @return a changed copy
     */
    public ConversionPlan link(OpportunityId existing) {
        return new ConversionPlan(id, lead, person, organization, new DealTarget.Existing(existing));
    }

    /** {@return this plan without a deal} */
    public ConversionPlan withoutDeal() {
        return new ConversionPlan(id, lead, person, organization, new DealTarget.None());
    }
}
