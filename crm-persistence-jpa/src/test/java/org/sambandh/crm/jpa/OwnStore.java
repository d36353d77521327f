package org.sambandh.crm.jpa;

import jakarta.persistence.EntityManagerFactory;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcConnectionPool;
import org.jspecify.annotations.Nullable;
import org.postgresql.ds.PGConnectionPoolDataSource;
import org.postgresql.ds.PGSimpleDataSource;
import org.sambandh.crm.store.CrmStore;
import org.sambandh.crm.store.Schema;

/** A new database with our tables, and an owning store over it. */
final class OwnStore implements AutoCloseable {

    final DataSource database;
    final EntityManagerFactory emf;
    private @Nullable Schema schema;
    private @Nullable JpaCrmStore store;

    private final @Nullable JdbcConnectionPool pool;

    OwnStore(Database kind) {
        database = kind.migrated();
        pool = database instanceof PGSimpleDataSource plain ? pool(plain) : null;
        emf = Database.factory(pool == null ? database : pool);
    }

    /** A new connection for each unit would cost more than the unit. */
    private static JdbcConnectionPool pool(PGSimpleDataSource plain) {
        PGConnectionPoolDataSource connections = new PGConnectionPoolDataSource();
        connections.setUrl(plain.getUrl());
        connections.setUser(plain.getUser());
        return JdbcConnectionPool.create(connections);
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
        if (pool != null) {
            pool.dispose();
        }
    }
}
