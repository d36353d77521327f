package org.sambandh.crm.jpa;

import jakarta.persistence.PersistenceException;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.sambandh.crm.common.CrmException;
import org.sambandh.crm.common.StoreFailure;

/** What a failure of the database means. By SQLState, which all providers and drivers carry in the chain of causes. */
final class Failures {

    private static final int DEEPEST = 20;

    private Failures() {}

    /** Runs work on the database; what fails there becomes a {@link StoreFailure}. */
    static <R> R translated(Supplier<R> work) {
        try {
            return work.get();
        } catch (CrmException e) {
            throw e;
        } catch (PersistenceException e) {
            throw failure(e);
        } catch (IllegalArgumentException | IllegalStateException e) {
            throw new StoreFailure(
                    "The persistence provider refused a call of the store: "
                            + e.getClass().getSimpleName()
                            + ". Are all of JpaCrmStore.entityClasses() in the persistence unit, its transactions"
                            + " resource-local for an owning store, and the EntityManager open?",
                    e);
        }
    }

    static StoreFailure failure(Throwable e) {
        String state = state(e).orElse("");
        return new StoreFailure(
                "The database failed" + (state.isEmpty() ? "" : " with SQLState " + state) + ". " + advice(state)
                        + " Nothing of the unit is kept.",
                e);
    }

    /** What failed while tables were made or checked. */
    static StoreFailure ofTables(SQLException e) {
        String state = String.valueOf(e.getSQLState());
        boolean exists = state.equals("42P07") || state.equals("42S01");
        String advice = exists
                ? "There are tables of this library that Migrations did not make: bring them up to date with the tool"
                        + " that did."
                : advice(state);
        return new StoreFailure("The tables could not be made or checked, SQLState " + state + ". " + advice, e);
    }

    /** Whether running the unit once more can end well: somebody else was in the way. */
    static boolean isTransient(Throwable e) {
        String state = state(e).orElse("");
        return state.equals("40001") || state.equals("40P01") || state.equals("HYT00") || isTaken(e);
    }

    /** Whether a key was taken. */
    static boolean isTaken(Throwable e) {
        return state(e).orElse("").startsWith("23");
    }

    private static Optional<String> state(Throwable e) {
        Set<Throwable> seen = new HashSet<>();
        @Nullable Throwable at = e;
        while (at != null && seen.size() < DEEPEST && seen.add(at)) {
            if (at instanceof SQLException sql && sql.getSQLState() != null) {
                return Optional.of(sql.getSQLState());
            }
            at = at.getCause();
        }
        return Optional.empty();
    }

    private static String advice(String state) {
        if (state.equals("42P01") || state.equals("42S02") || state.equals("42S04") || state.equals("42102")) {
            return "Its tables are missing: run Migrations.apply(...), or the SQL files, on this database.";
        } else if (state.equals("42703") || state.equals("42S22")) {
            return "Its tables are those of another version of this library: run Migrations.apply(...).";
        } else if (state.equals("25006") || state.equals("90097")) {
            return "It is read-only: connect to a database, or with a user, that may write.";
        } else if (state.equals("42501") || state.equals("90096")) {
            return "The user may not do this: grant select, insert, update and delete on the tables crm_*.";
        } else if (state.startsWith("08") || state.equals("3D000") || state.equals("90146") || state.startsWith("28")) {
            return "It cannot be reached, or is not there: check its address, name and user.";
        } else if (state.startsWith("40")) {
            return "Other units were in the way each time it was tried: try again later.";
        } else if (state.startsWith("22")) {
            return "A value is longer or larger than its column.";
        }
        return "The cause says more.";
    }
}
