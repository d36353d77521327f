package org.sambandh.crm.jpa;

import jakarta.persistence.EntityManagerFactory;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.sambandh.crm.store.CrmStore;
import org.sambandh.crm.store.Schema;

/** A new database with our tables, and an owning store over it. */
final class OwnStore implements AutoCloseable {

    final DataSource database;
    final EntityManagerFactory emf;
    private @Nullable Schema schema;
    private @Nullable JpaCrmStore store;

    OwnStore(Database kind) {
        database = kind.migrated();
        emf = Database.factory(database);
    }

    CrmStore of(Schema wanted) {
        if (store == null || schema != wanted) {
            schema = wanted;
            store = JpaCrmStore.owning(emf, wanted).build();
        }
        return store;
    }

    @Override
    public void close() {
        emf.close();
    }
}
