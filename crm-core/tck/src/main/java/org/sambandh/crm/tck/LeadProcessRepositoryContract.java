package org.sambandh.crm.tck;

import java.util.List;
import org.sambandh.crm.common.LeadProcessId;
import org.sambandh.crm.lead.LeadProcess;
import org.sambandh.crm.lead.Qualification;

/** The contract of {@link org.sambandh.crm.lead.LeadProcessRepository}. */
public abstract class LeadProcessRepositoryContract extends RepositoryContract<LeadProcess, LeadProcessId> {

    /** Begins the contract. */
    protected LeadProcessRepositoryContract() {
        super(LeadProcess.class);
    }

    @Override
    protected LeadProcess changed(LeadProcess entity) {
        return entity.toBuilder().minimum(List.of(Qualification.AUTHORITY)).build();
    }

    @Override
    protected LeadProcess claiming(LeadProcess entity, int... keys) {
        return entity.toBuilder().externalRefs(Keys.refs(keys)).build();
    }
}
