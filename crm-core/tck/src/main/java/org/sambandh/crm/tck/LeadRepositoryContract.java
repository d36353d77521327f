package org.sambandh.crm.tck;

import org.sambandh.crm.common.LeadId;
import org.sambandh.crm.lead.Lead;

/** The contract of {@link org.sambandh.crm.lead.LeadRepository}. */
public abstract class LeadRepositoryContract extends RepositoryContract<Lead, LeadId> {

    /** Begins the contract. */
    protected LeadRepositoryContract() {
        super(Lead.class);
    }

    @Override
    protected Lead changed(Lead entity) {
        return entity.toBuilder().statusReason("changed").build();
    }

    @Override
    protected Lead claiming(Lead entity, int... keys) {
        return entity.toBuilder().externalRefs(Keys.refs(keys)).build();
    }
}
