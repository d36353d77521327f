package org.sambandh.examples.quickstart;

import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.PersistenceConfiguration;
import javax.sql.DataSource;
import org.sambandh.crm.jpa.JpaCrmStore;
import org.sambandh.crm.jpa.Migrations;
import org.sambandh.crm.store.CrmStore;
import org.sambandh.crm.store.Schema;

/** How a host puts the library on its database, as the README shows it; a test compares the two. */
final class DatabaseLines {

    private DatabaseLines() {}

    /** Five lines, the last of which takes the place of the store in memory. */
    static CrmStore store(DataSource database, Schema schema) {
        // README: begin
        Migrations.apply(database);
        var unit = new PersistenceConfiguration("crm").property("jakarta.persistence.nonJtaDataSource", database);
        JpaCrmStore.entityClasses().forEach(unit::managedClass);
        EntityManagerFactory factory = unit.createEntityManagerFactory();
        CrmStore store = JpaCrmStore.owning(factory, schema).build();
        // README: end
        return store;
    }

    /** The first four of them, with what makes many writes at once fast. */
    static EntityManagerFactory factory(DataSource database) {
        Migrations.apply(database);
        PersistenceConfiguration unit = new PersistenceConfiguration("crm")
                .property("jakarta.persistence.nonJtaDataSource", database)
                .property("hibernate.jdbc.batch_size", 100);
        JpaCrmStore.entityClasses().forEach(unit::managedClass);
        return unit.createEntityManagerFactory();
    }
}
