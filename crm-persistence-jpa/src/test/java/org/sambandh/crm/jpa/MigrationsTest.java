package org.sambandh.crm.jpa;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.persistence.EntityManagerFactory;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.postgresql.ds.PGSimpleDataSource;
import org.sambandh.crm.common.StoreFailure;
import org.sambandh.crm.common.TenantId;
import org.sambandh.crm.customer.Customer;
import org.sambandh.crm.customer.CustomerRepository;
import org.sambandh.crm.store.CrmStore;
import org.sambandh.crm.store.Schema;
import org.sambandh.crm.tck.Samples;

class MigrationsTest {

    private static final Schema SCHEMA = Samples.schema();

    @ParameterizedTest
    @MethodSource("org.sambandh.crm.jpa.Database#available")
    void allThatIsMissingIsAppliedOnce(Database kind) {
        DataSource database = kind.create();
        assertThat(Migrations.apply(database)).isEqualTo(Migrations.latest());
        Migrations.check(database);
        assertThat(Migrations.apply(database)).isZero();
        Migrations.check(database);
    }

    @ParameterizedTest
    @MethodSource("org.sambandh.crm.jpa.Database#available")
    void aDatabaseWithoutTablesIsToldWhatToDo(Database kind) {
        DataSource database = kind.create();
        assertThatThrownBy(() -> Migrations.check(database))
                .isInstanceOf(StoreFailure.class)
                .hasMessageContaining("run Migrations.apply");
    }

    @ParameterizedTest
    @MethodSource("org.sambandh.crm.jpa.Database#available")
    void tablesOfANewerLibraryAreLeftAlone(Database kind) throws SQLException {
        DataSource database = kind.migrated();
        execute(database, "insert into crm_schema_version (version, name) values (999, 'V999__future.sql')");
        assertThatThrownBy(() -> Migrations.check(database))
                .isInstanceOf(StoreFailure.class)
                .hasMessageContaining("999")
                .hasMessageContaining("Update the library");
        assertThatThrownBy(() -> Migrations.apply(database))
                .isInstanceOf(StoreFailure.class)
                .hasMessageContaining("Update the library");
    }

    @ParameterizedTest
    @MethodSource("org.sambandh.crm.jpa.Database#available")
    void olderTablesAreNoticed(Database kind) throws SQLException {
        DataSource database = kind.migrated();
        execute(database, "delete from crm_schema_version");
        assertThatThrownBy(() -> Migrations.check(database))
                .isInstanceOf(StoreFailure.class)
                .hasMessageContaining("version 0")
                .hasMessageContaining("Run Migrations.apply");
    }

    @ParameterizedTest
    @MethodSource("org.sambandh.crm.jpa.Database#available")
    void tablesThatSomebodyElseMadeAreLeftToThem(Database kind) throws SQLException {
        DataSource database = kind.migrated();
        execute(database, "drop table crm_schema_version");
        assertThatThrownBy(() -> Migrations.apply(database))
                .isInstanceOf(StoreFailure.class)
                .hasMessageContaining("with the tool that did");
    }

    @Test
    void twoProcessesMayApplyAtOnceOnPostgreSql() throws Exception {
        Assumptions.assumeTrue(Database.POSTGRESQL.isAvailable());
        DataSource database = Database.POSTGRESQL.create();
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try {
            Callable<Integer> apply = () -> Migrations.apply(database);
            int applied = 0;
            for (Future<Integer> done : threads.invokeAll(List.of(apply, apply, apply, apply))) {
                applied += done.get();
            }
            assertThat(applied).isEqualTo(Migrations.latest());
        } finally {
            threads.shutdown();
        }
    }

    @Test
    void aDatabaseThatIsNotThereIsSaidToBeMissing() {
        JdbcDataSource missing = new JdbcDataSource();
        missing.setURL("jdbc:h2:mem:nothing;IFEXISTS=TRUE");
        assertThatThrownBy(() -> Migrations.apply(missing))
                .isInstanceOf(StoreFailure.class)
                .hasMessageContaining("cannot be reached, or is not there");
        Assumptions.assumeTrue(Database.POSTGRESQL.isAvailable());
        PGSimpleDataSource gone = (PGSimpleDataSource) Database.POSTGRESQL.create();
        gone.setDatabaseName("nothing");
        assertThatThrownBy(() -> Migrations.apply(gone))
                .isInstanceOf(StoreFailure.class)
                .hasMessageContaining("cannot be reached, or is not there");
    }

    @ParameterizedTest
    @MethodSource("org.sambandh.crm.jpa.Database#available")
    void aStoreOverMissingTablesSaysWhatToDo(Database kind) throws SQLException {
        try (OwnStore store = new OwnStore(kind)) {
            execute(store.database, "drop table crm_customer");
            CrmStore crm = store.of(SCHEMA);
            assertThatThrownBy(() -> crm.inTransaction(
                            TenantId.DEFAULT,
                            all -> all.get(CustomerRepository.class).save(List.of(Samples.aCustomer()))))
                    .isInstanceOf(StoreFailure.class)
                    .hasMessageContaining("run Migrations.apply");
        }
    }

    @Test
    void aReadOnlyDatabaseIsRefusedInWords() {
        Assumptions.assumeTrue(Database.POSTGRESQL.isAvailable());
        DataSource database = readOnly(Database.POSTGRESQL.migrated());
        try (EntityManagerFactory emf = Database.factory(database)) {
            CrmStore crm = JpaCrmStore.owning(emf, SCHEMA).build();
            List<Customer> one = List.of(Samples.aCustomer());
            assertThatThrownBy(() -> crm.inTransaction(
                            TenantId.DEFAULT,
                            all -> all.get(CustomerRepository.class).save(one)))
                    .isInstanceOf(StoreFailure.class)
                    .hasMessageContaining("read-only");
        }
        DataSource empty = readOnly(Database.POSTGRESQL.create());
        assertThatThrownBy(() -> Migrations.apply(empty))
                .isInstanceOf(StoreFailure.class)
                .hasMessageContaining("read-only");
    }

    private static DataSource readOnly(DataSource database) {
        ((PGSimpleDataSource) database).setReadOnly(true);
        return database;
    }

    private static void execute(DataSource database, String sql) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
