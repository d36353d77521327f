package org.sambandh.crm.tck;

import org.sambandh.crm.common.Brand;
import org.sambandh.crm.common.LeadId;
import org.sambandh.crm.lead.DiscardedLead;

/** The contract of {@link org.sambandh.crm.lead.DiscardedLeadRepository}. */
public abstract class DiscardedLeadRepositoryContract extends RepositoryContract<DiscardedLead, LeadId> {

    /** Begins the contract. */
    protected DiscardedLeadRepositoryContract() {
        super(DiscardedLead.class);
    }

    @Override
    protected DiscardedLead changed(DiscardedLead entity) {
        return entity.toBuilder().brand(new Brand("changed")).build();
    }

    @Override
    protected DiscardedLead claiming(DiscardedLead entity, int... keys) {
        return entity;
    }
}
