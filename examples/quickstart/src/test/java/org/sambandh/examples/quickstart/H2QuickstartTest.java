package org.sambandh.examples.quickstart;

import org.junit.jupiter.api.BeforeAll;

/** What runs unless something else is asked for. */
class H2QuickstartTest extends QuickstartTest {

    @BeforeAll
    static void takeIn() throws CannotRun {
        run(Options.of());
    }
}
