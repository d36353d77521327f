package org.sambandh.example.erp;

import org.sambandh.crm.common.CustomerId;
import org.sambandh.crm.customer.Customer;
import org.sambandh.crm.customer.CustomerRepository;
import org.sambandh.crm.store.ForwardingRepository;
import org.sambandh.crm.store.Repository;

/** Stands for the vendor's own tables. */
final class ErpCustomers extends ForwardingRepository<Customer, CustomerId> implements CustomerRepository {

    ErpCustomers(Repository<Customer, CustomerId> debtors) {
        super(debtors);
    }
}
