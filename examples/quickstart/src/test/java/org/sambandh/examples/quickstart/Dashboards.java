package org.sambandh.examples.quickstart;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.sambandh.crm.reporting.render.HtmlRenderer;

/** What the other stores are held against: the figures of the store in memory, made once. */
final class Dashboards {

    private static @Nullable Result inMemory;

    private Dashboards() {}

    static Result inMemory(Path folder) throws CannotRun {
        if (inMemory == null) {
            PrintStream nowhere = new PrintStream(OutputStream.nullOutputStream());
            inMemory = new Quickstart(nowhere, false, folder).run(Options.of("--in-memory"));
        }
        return inMemory;
    }

    /** Everything that is shown, and no id. */
    static String page(Result result) {
        return HtmlRenderer.of(Locale.ENGLISH).render(result.dashboard()).html();
    }
}
