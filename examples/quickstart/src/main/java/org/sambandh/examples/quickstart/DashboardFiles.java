package org.sambandh.examples.quickstart;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.sambandh.crm.reporting.DashboardTables;
import org.sambandh.crm.reporting.render.CsvRenderer;
import org.sambandh.crm.reporting.render.HtmlRenderer;
import org.sambandh.crm.reporting.render.JsonRenderer;
import org.sambandh.crm.reporting.render.XlsxRenderer;

/** The same figures to look at, to calculate with, and for programs. */
final class DashboardFiles {

    private static final Locale READER = Locale.US;

    private DashboardFiles() {}

    static List<Path> write(DashboardTables tables, Path folder) {
        try {
            Files.createDirectories(folder);
            return List.of(
                    text(folder, "html", HtmlRenderer.of(READER).render(tables).html()),
                    text(folder, "csv", CsvRenderer.of(READER).render(tables)),
                    text(folder, "json", new JsonRenderer().render(tables)),
                    sheets(folder, tables));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path file(Path folder, String format) {
        return folder.resolve("dashboard." + format);
    }

    private static Path text(Path folder, String format, String content) throws IOException {
        return Files.writeString(file(folder, format), content, StandardCharsets.UTF_8);
    }

    private static Path sheets(Path folder, DashboardTables tables) throws IOException {
        Path file = file(folder, "xlsx");
        try (OutputStream out = Files.newOutputStream(file)) {
            XlsxRenderer.of(READER).render(tables, out);
        }
        return file;
    }
}
