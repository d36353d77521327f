package org.sambandh.crm.jpa;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import javax.sql.DataSource;
import org.sambandh.crm.common.StoreFailure;

/**
 * Makes the tables of {@link JpaCrmStore} and brings them up to date, when the host asks for it. Which versions were
 * applied stands in the table {@code crm_schema_version}. A host with a tool of its own points it at the folders
 * {@code org/sambandh/crm/jpa/sql/h2} and {@code .../postgresql} instead, whose files are named as Flyway expects.
 */
public final class Migrations {

    private static final List<String> FILES = List.of("V1__tables.sql");
    private static final String HISTORY = "crm_schema_version";

    private Migrations() {}

    /** {@return the version that this library needs} */
    public static int latest() {
        return FILES.size();
    }

    /**
     * Applies what is missing, in one transaction where the database can (H2 cannot). Does nothing when all is there.
     * Two processes may call it at once on PostgreSQL.
     *
     * @param database H2 or PostgreSQL, with a user that may create tables
     * @return how many versions were applied
     * @throws StoreFailure if the tables are newer than this library, the database is another one, read-only or cannot
     *     be reached, or a statement failed
     */
    public static int apply(DataSource database) {
        return connected(database, connection -> {
            String folder = folder(connection);
            connection.setAutoCommit(false);
            boolean done = false;
            try {
                if (folder.equals("postgresql")) {
                    execute(connection, "select pg_advisory_xact_lock(8241960532)");
                }
                execute(
                        connection,
                        "create table if not exists " + HISTORY + " (version integer primary key, name varchar(100)"
                                + " not null, applied_at timestamp default current_timestamp not null)");
                int found = version(connection);
                refuseNewer(found);
                for (int version = found + 1; version <= FILES.size(); version++) {
                    String file = FILES.get(version - 1);
                    for (String statement : statements(folder + "/" + file)) {
                        execute(connection, statement);
                    }
                    record(connection, version, file);
                }
                connection.commit();
                done = true;
                return FILES.size() - found;
            } finally {
                if (!done) {
                    connection.rollback();
                }
            }
        });
    }

    /**
     * Checks that the tables are those of this library, without changing anything. For databases whose tables were made
     * by {@link #apply}.
     *
     * @param database H2 or PostgreSQL
     * @throws StoreFailure if tables are missing, older or newer, or the database cannot be reached
     */
    public static void check(DataSource database) {
        int found = connected(database, connection -> {
            folder(connection);
            return version(connection);
        });
        refuseNewer(found);
        if (found < FILES.size()) {
            throw new StoreFailure("The tables have version " + found + ", this library needs " + FILES.size()
                    + ". Run Migrations.apply(...) on this database.");
        }
    }

    private static void refuseNewer(int found) {
        if (found > FILES.size()) {
            throw new StoreFailure("The tables have version " + found + ", this library knows " + FILES.size()
                    + " only. Update the library, or connect it to another database.");
        }
    }

    private interface Work<R> {
        R on(Connection connection) throws SQLException;
    }

    private static <R> R connected(DataSource database, Work<R> work) {
        try (Connection connection = database.getConnection()) {
            boolean autoCommit = connection.getAutoCommit();
            R result = work.on(connection);
            connection.setAutoCommit(autoCommit);
            return result;
        } catch (SQLException e) {
            throw Failures.ofTables(e);
        }
    }

    private static String folder(Connection connection) throws SQLException {
        String product = connection.getMetaData().getDatabaseProductName();
        return switch (product) {
            case "H2" -> "h2";
            case "PostgreSQL" -> "postgresql";
            default ->
                throw new StoreFailure("There are no tables for " + product + ", only for H2 and PostgreSQL. Translate"
                        + " the files under org/sambandh/crm/jpa/sql and apply them with a tool of your own.");
        };
    }

    private static int version(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery("select coalesce(max(version), 0) from " + HISTORY)) {
            result.next();
            return result.getInt(1);
        }
    }

    private static void record(Connection connection, int version, String file) throws SQLException {
        try (PreparedStatement insert =
                connection.prepareStatement("insert into " + HISTORY + " (version, name) values (?, ?)")) {
            insert.setInt(1, version);
            insert.setString(2, file);
            insert.executeUpdate();
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** Statements end with a semicolon at the end of a line; a comment has a line of its own. */
    private static List<String> statements(String file) {
        List<String> statements = new ArrayList<>();
        StringBuilder statement = new StringBuilder();
        for (String line : text(file).lines().toList()) {
            if (line.startsWith("--")) {
                continue;
            }
            statement.append(line).append('\n');
            if (line.endsWith(";")) {
                statements.add(statement.substring(0, statement.lastIndexOf(";")));
                statement.setLength(0);
            }
        }
        return statements;
    }

    private static String text(String file) {
        try (InputStream in =
                Objects.requireNonNull(Migrations.class.getResourceAsStream("sql/" + file), "sql/" + file)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
