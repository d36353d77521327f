package org.sambandh.crm.tck;

import org.sambandh.crm.common.CustomerId;
import org.sambandh.crm.customer.Customer;

/** The contract of {@link org.sambandh.crm.customer.CustomerRepository}. */
public abstract class CustomerRepositoryContract extends RepositoryContract<Customer, CustomerId> {

    /** Begins the contract. */
    protected CustomerRepositoryContract() {
        super(Customer.class);
    }

    @Override
    protected Customer changed(Customer entity) {
        return entity.toBuilder().source("changed").build();
    }

    @Override
    protected Customer claiming(Customer entity, int... keys) {
        return entity.toBuilder().externalRefs(Keys.refs(keys)).build();
    }
}
