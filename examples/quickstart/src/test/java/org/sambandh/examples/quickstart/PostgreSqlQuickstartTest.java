package org.sambandh.examples.quickstart;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;

class PostgreSqlQuickstartTest extends QuickstartTest {

    private static @Nullable EmbeddedPostgres server;

    @BeforeAll
    static void takeIn() throws CannotRun {
        server = start();
        Assumptions.assumeTrue(server != null, "PostgreSQL cannot start here");
        run(Options.of("--jdbc-url", server.getJdbcUrl("postgres", "postgres")));
    }

    @AfterAll
    static void stop() throws IOException {
        if (server != null) {
            server.close();
        }
    }

    private static @Nullable EmbeddedPostgres start() {
        try {
            return EmbeddedPostgres.builder().start();
        } catch (IOException | RuntimeException e) {
            System.err.println("WARNING: PostgreSQL cannot start here; the quickstart on it is SKIPPED: " + e);
            return null;
        }
    }
}
