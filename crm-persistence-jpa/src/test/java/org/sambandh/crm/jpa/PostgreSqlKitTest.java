package org.sambandh.crm.jpa;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.sambandh.crm.store.CrmStore;
import org.sambandh.crm.store.Schema;
import org.sambandh.crm.tck.WholeStoreContract;

class PostgreSqlKitTest extends WholeStoreContract {

    private static OwnStore store;

    @BeforeAll
    static void open() {
        Assumptions.assumeTrue(Database.POSTGRESQL.isAvailable(), "POSTGRESQL cannot start here");
        store = new OwnStore(Database.POSTGRESQL);
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
