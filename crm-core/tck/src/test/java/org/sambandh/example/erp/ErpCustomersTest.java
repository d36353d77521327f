package org.sambandh.example.erp;

import org.sambandh.crm.customer.CustomerRepository;
import org.sambandh.crm.inmemory.InMemoryCrmStore;
import org.sambandh.crm.store.CrmStore;
import org.sambandh.crm.store.Schema;
import org.sambandh.crm.tck.CustomerRepositoryContract;

/** A vendor, in a package of its own, replaces one repository of a store and has the kit prove that one alone. */
// README: begin
class ErpCustomersTest extends CustomerRepositoryContract {

    @Override
    protected CrmStore store(Schema schema) {
        return InMemoryCrmStore.builder(schema)
                .replace(CustomerRepository.class, all -> new ErpCustomers(all.get(CustomerRepository.class)))
                .build();
    }
}
// README: end
