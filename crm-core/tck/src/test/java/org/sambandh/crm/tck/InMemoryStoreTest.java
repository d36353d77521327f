package org.sambandh.crm.tck;

import org.sambandh.crm.inmemory.InMemoryCrmStore;
import org.sambandh.crm.store.CrmStore;
import org.sambandh.crm.store.Schema;

/** The store in memory keeps every contract. */
class InMemoryStoreTest extends WholeStoreContract {

    @Override
    protected CrmStore store(Schema schema) {
        return InMemoryCrmStore.builder(schema).build();
    }
}
