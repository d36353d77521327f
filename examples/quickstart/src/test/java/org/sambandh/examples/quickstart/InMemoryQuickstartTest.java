package org.sambandh.examples.quickstart;

import org.junit.jupiter.api.BeforeAll;

class InMemoryQuickstartTest extends QuickstartTest {

    @BeforeAll
    static void takeIn() throws CannotRun {
        run(Options.of("--in-memory"));
    }
}
