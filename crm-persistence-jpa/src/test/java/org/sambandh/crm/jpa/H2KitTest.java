package org.sambandh.crm.jpa;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.sambandh.crm.store.CrmStore;
import org.sambandh.crm.store.Schema;
import org.sambandh.crm.tck.WholeStoreContract;

class H2KitTest extends WholeStoreContract {

    private static OwnStore store;

    @BeforeAll
    static void open() {
        Assumptions.assumeTrue(Database.H2.isAvailable(), "H2 cannot start here");
        store = new OwnStore(Database.H2);
    }

    @AfterAll
    static void close() {
        if (store != null) {
            store.close();
        }
    }

    @Override
    protected CrmStore store(Schema schema) {
        return store.of(schema);
    }
}
