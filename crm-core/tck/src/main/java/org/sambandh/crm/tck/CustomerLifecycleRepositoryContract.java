package org.sambandh.crm.tck;

import java.util.List;
import org.sambandh.crm.common.LifecycleId;
import org.sambandh.crm.customer.CustomerLifecycle;
import org.sambandh.crm.customer.Lifecycle;
import org.sambandh.crm.customer.LifecycleStage;

/** The contract of {@link org.sambandh.crm.customer.CustomerLifecycleRepository}. */
public abstract class CustomerLifecycleRepositoryContract extends RepositoryContract<CustomerLifecycle, LifecycleId> {

    /** Begins the contract. */
    protected CustomerLifecycleRepositoryContract() {
        super(CustomerLifecycle.class);
    }

    @Override
    protected CustomerLifecycle changed(CustomerLifecycle entity) {
        return entity.toBuilder()
                .lifecycle(new Lifecycle(List.of(new LifecycleStage("changed"))))
                .build();
    }

    @Override
    protected CustomerLifecycle claiming(CustomerLifecycle entity, int... keys) {
        return entity.toBuilder().externalRefs(Keys.refs(keys)).build();
    }
}
