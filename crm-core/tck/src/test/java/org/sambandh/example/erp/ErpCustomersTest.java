package org.sambandh.example.erp;

import org.sambandh.crm.common.CustomerId;
import org.sambandh.crm.customer.Customer;
import org.sambandh.crm.customer.CustomerRepository;
import org.sambandh.crm.inmemory.InMemoryCrmStore;
import org.sambandh.crm.store.CrmStore;
import org.sambandh.crm.store.ForwardingRepository;
import org.sambandh.crm.store.Repository;
import org.sambandh.crm.store.Schema;
import org.sambandh.crm.tck.CustomerRepositoryContract;

/** A vendor, in a package of its own, replaces one repository of a store and has the kit prove that one alone. */
class ErpCustomersTest extends CustomerRepositoryContract {

    @Override
    protected CrmStore store(Schema schema) {
        return InMemoryCrmStore.builder(schema)
                .replace(CustomerRepository.class, all -> new ErpCustomers(all.get(CustomerRepository.class)))
                .build();
    }

    /** Stands for the vendor's own tables. */
    private static final class ErpCustomers extends ForwardingRepository<Customer, CustomerId>
            implements CustomerRepository {
        ErpCustomers(Repository<Customer, CustomerId> debtors) {
            super(debtors);
        }
    }
}
