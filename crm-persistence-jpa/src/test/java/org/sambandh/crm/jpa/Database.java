package org.sambandh.crm.jpa;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.PersistenceConfiguration;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcConnectionPool;
import org.h2.jdbcx.JdbcDataSource;
import org.jspecify.annotations.Nullable;
import org.postgresql.ds.PGSimpleDataSource;

/** A new, empty database for a test. The server of PostgreSQL starts once, when it is first needed. */
enum Database {
    H2 {
        @Override
        DataSource create() {
            JdbcDataSource source = new JdbcDataSource();
            source.setURL("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1;LOCK_TIMEOUT=10000");
            source.setUser("sa");
            return JdbcConnectionPool.create(source);
        }
    },
    POSTGRESQL {
        @Override
        DataSource create() {
            String name = "t" + UUID.randomUUID().toString().replace("-", "");
            EmbeddedPostgres server = Server.running();
            try (Connection connection = server.getPostgresDatabase().getConnection();
                    Statement statement = connection.createStatement()) {
                statement.execute("create database " + name);
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
            PGSimpleDataSource source = new PGSimpleDataSource();
            source.setServerNames(new String[] {"localhost"});
            source.setPortNumbers(new int[] {server.getPort()});
            source.setDatabaseName(name);
            source.setUser("postgres");
            return source;
        }
    };

    /** Those that can run here; that PostgreSQL cannot is said once, aloud. */
    static Stream<Database> available() {
        return Stream.of(values()).filter(Database::isAvailable);
    }

    boolean isAvailable() {
        return this == H2 || Server.START != null;
    }

    /** An empty database, without tables. */
    abstract DataSource create();

    /** A database with our tables. */
    DataSource migrated() {
        DataSource database = create();
        Migrations.apply(database);
        return database;
    }

    /** A factory over a database; it checks that tables and classes fit each other. */
    static EntityManagerFactory factory(DataSource database, Class<?>... more) {
        PersistenceConfiguration unit = new PersistenceConfiguration("sambandh-test");
        JpaCrmStore.entityClasses().forEach(unit::managedClass);
        List.of(more).forEach(unit::managedClass);
        Map.<String, Object>of(
                        "jakarta.persistence.nonJtaDataSource", database,
                        "jakarta.persistence.sharedCache.mode", "NONE",
                        "hibernate.hbm2ddl.auto", more.length == 0 ? "validate" : "update",
                        "hibernate.jdbc.batch_size", "100",
                        "hibernate.order_inserts", "true",
                        "hibernate.order_updates", "true")
                .forEach(unit::property);
        return unit.createEntityManagerFactory();
    }

    /** Kept, so that the level stays: the provider prints what the tests provoke. */
    private static final Logger PROVIDER = Logger.getLogger("org.hibernate");

    static {
        PROVIDER.setLevel(Level.OFF);
    }

    private static final class Server {

        private static final @Nullable EmbeddedPostgres START = start();

        private static EmbeddedPostgres running() {
            if (START == null) {
                throw new IllegalStateException("PostgreSQL does not run here");
            }
            return START;
        }

        private static @Nullable EmbeddedPostgres start() {
            try {
                return EmbeddedPostgres.builder().start();
            } catch (IOException | RuntimeException e) {
                System.err.println("WARNING: PostgreSQL cannot start here; its tests are SKIPPED: " + e);
                return null;
            }
        }
    }
}
