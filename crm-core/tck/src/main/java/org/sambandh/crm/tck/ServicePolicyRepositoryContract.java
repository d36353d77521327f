package org.sambandh.crm.tck;

import org.sambandh.crm.common.ServicePolicyId;
import org.sambandh.crm.ticket.ServicePolicy;

/** The contract of {@link org.sambandh.crm.ticket.ServicePolicyRepository}. */
public abstract class ServicePolicyRepositoryContract extends RepositoryContract<ServicePolicy, ServicePolicyId> {

    /** Begins the contract. */
    protected ServicePolicyRepositoryContract() {
        super(ServicePolicy.class);
    }

    @Override
    protected ServicePolicy changed(ServicePolicy entity) {
        return entity.toBuilder().name("changed").build();
    }

    @Override
    protected ServicePolicy claiming(ServicePolicy entity, int... keys) {
        return entity.toBuilder().externalRefs(Keys.refs(keys)).build();
    }
}
