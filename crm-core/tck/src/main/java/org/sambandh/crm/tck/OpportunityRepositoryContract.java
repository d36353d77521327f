package org.sambandh.crm.tck;

import org.sambandh.crm.common.OpportunityId;
import org.sambandh.crm.pipeline.Opportunity;

/** The contract of {@link org.sambandh.crm.pipeline.OpportunityRepository}. */
public abstract class OpportunityRepositoryContract extends RepositoryContract<Opportunity, OpportunityId> {

    /** Begins the contract. */
    protected OpportunityRepositoryContract() {
        super(Opportunity.class);
    }

    @Override
    protected Opportunity changed(Opportunity entity) {
        return entity.toBuilder().name("changed").build();
    }

    @Override
    protected Opportunity claiming(Opportunity entity, int... keys) {
        return entity.toBuilder().externalRefs(Keys.refs(keys)).build();
    }
}
