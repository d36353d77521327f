package org.sambandh.crm.reporting.render;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.dhatim.fastexcel.Workbook;
import org.sambandh.crm.common.Moment;
import org.sambandh.crm.reporting.DashboardTables;
import org.sambandh.crm.reporting.Label;
import org.sambandh.crm.reporting.ReportTable;

/**
 * Writes results as a workbook (Office Open XML): a sheet for each result with typed cells, a frozen header and totals,
 * and a last sheet with the titles, filters and notes. Numbers, amounts, shares and days can be calculated with; a number
 * of more than 15 digits, which a sheet cannot hold, is text. No cell is a formula, and text that could become one when
 * the sheet is saved as CSV gets an apostrophe in front. Immutable; the same results give the same bytes.
 *
 * <p>Needs {@code org.dhatim:fastexcel} on the class path; nothing else of this package does.
 */
public final class XlsxRenderer {

    /** Written by the library from the wall clock, which a result does not depend on. */
    private static final String CREATED = "<dcterms:created xsi:type=\"dcterms:W3CDTF\">";

    private static final LocalDateTime EPOCH = LocalDateTime.of(1980, 1, 1, 0, 0);

    private final Locale locale;

    private XlsxRenderer(Locale locale) {
        this.locale = locale;
    }

    /**
     * Returns a renderer that names sheets, columns and values in one language.
     *
     * @param locale the reader's
     * @return the renderer
     */
    public static XlsxRenderer of(Locale locale) {
        return new XlsxRenderer(locale);
    }

    /**
     * Writes a dashboard.
     *
     * @param dashboard its results, one sheet each in their order
     * @param out gets the file; stays open
     * @throws UncheckedIOException if it cannot be written to
     */
    public void render(DashboardTables dashboard, OutputStream out) {
        render(dashboard.title(), dashboard.tables(), dashboard.moment(), out);
    }

    /**
     * Writes a result.
     *
     * @param table the result
     * @param out gets the file; stays open
     * @throws UncheckedIOException if it cannot be written to
     */
    public void render(ReportTable table, OutputStream out) {
        render(table.title(), List.of(table), table.moment(), out);
    }

    private void render(Label title, List<ReportTable> tables, Moment moment, OutputStream out) {
        try {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            try (Workbook workbook = new Workbook(bytes, "Sambandh", "1.0")) {
                Sheets sheets = new Sheets(workbook, locale);
                tables.forEach(sheets::table);
                sheets.about(title, tables, moment);
            }
            copy(bytes.toByteArray(), moment.at(), out);
        } catch (IOException e) {
            throw new UncheckedIOException("the workbook could not be written", e);
        }
    }

    /** Copies the file with the moment of the results in place of the time at which it happens to be written. */
    private static void copy(byte[] workbook, Instant at, OutputStream out) throws IOException {
        ZipOutputStream copy = new ZipOutputStream(out);
        for (Map.Entry<String, byte[]> file : PackedFiles.of(workbook).entrySet()) {
            ZipEntry entry = new ZipEntry(file.getKey());
            // A local time, so that the zone of the machine makes no difference.
            entry.setTimeLocal(EPOCH);
            copy.putNextEntry(entry);
            copy.write(file.getKey().equals("docProps/core.xml") ? dated(file.getValue(), at) : file.getValue());
            copy.closeEntry();
        }
        copy.finish();
        copy.flush();
    }

    private static byte[] dated(byte[] core, Instant at) {
        String xml = new String(core, StandardCharsets.UTF_8);
        int start = xml.indexOf(CREATED);
        int end = xml.indexOf('<', start + CREATED.length());
        return start < 0 || end < 0
                ? core
                : (xml.substring(0, start + CREATED.length()) + at + xml.substring(end))
                        .getBytes(StandardCharsets.UTF_8);
    }
}
