package org.sambandh.crm.reporting.render;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.sambandh.crm.reporting.Cell;
import org.sambandh.crm.reporting.DashboardTables;
import org.sambandh.crm.reporting.ReportTable;
import org.sambandh.crm.reporting.Row;

/**
 * Writes a result as comma-separated values (RFC 4180: commas, CRLF, quotes where needed): a header line, the rows, then
 * the totals. Numbers are plain ({@code 1234567.50}, a share as {@code 0.631501}), days and instants ISO 8601, instants
 * with the offset of the table's zone; no data is an empty field; words are those of the reader's language. Text that a
 * spreadsheet could take for a formula gets an apostrophe in front and quotes around it. Immutable; the same result gives
 * the same text.
 */
public final class CsvRenderer {

    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private final Locale locale;
    private final boolean marked;
    private final boolean totals;

    private CsvRenderer(Locale locale, boolean marked, boolean totals) {
        this.locale = locale;
        this.marked = marked;
        this.totals = totals;
    }

    /**
     * Returns a renderer that names columns and values in one language.
     *
     * @param locale the reader's
     * @return the renderer
     */
    public static CsvRenderer of(Locale locale) {
        return new CsvRenderer(locale, false, true);
    }

    /**
     * Returns a renderer that starts with a byte-order mark, without which Excel shows Hindi as signs.
     *
     * @return a changed copy
     */
    public CsvRenderer withByteOrderMark() {
        return new CsvRenderer(locale, true, totals);
    }

    /**
     * Returns a renderer that leaves out the row of totals, for programs that add up themselves.
     *
     * @return a changed copy
     */
    public CsvRenderer withoutTotals() {
        return new CsvRenderer(locale, marked, false);
    }

    /**
     * Writes a result.
     *
     * @param table the result
     * @return the file as text, to be stored as UTF-8; holds nothing that UTF-8 cannot hold
     */
    public String render(ReportTable table) {
        CellText text = new CellText(locale, table.moment().zone());
        StringBuilder csv = new StringBuilder(marked ? BYTE_ORDER_MARK : "");
        line(
                csv,
                table.columns().stream()
                        .map(column -> field(text.plainHeading(column)))
                        .toList());
        rows(csv, table.rows(), table, text);
        if (totals) {
            rows(csv, table.totals(), table, text);
        }
        return csv.toString();
    }

    /**
     * Writes the results of a dashboard below each other, for people: each has a line with its title in front, and an
     * empty line stands between two. Programs that read by columns take one result at a time.
     *
     * @param dashboard the results
     * @return the file as text, to be stored as UTF-8
     */
    public String render(DashboardTables dashboard) {
        CellText text = new CellText(locale, dashboard.moment().zone());
        CsvRenderer one = new CsvRenderer(locale, false, totals);
        return dashboard.tables().stream()
                .map(table -> field(text.text(table.title())) + "\r\n" + one.render(table))
                .collect(Collectors.joining("\r\n", marked ? BYTE_ORDER_MARK : "", ""));
    }

    /**
     * Takes back what {@link #render} does to a text that looks like a formula.
     *
     * @param field a field as a reader of CSV gives it, without the quotes around it
     * @return the text that was written: one apostrophe goes if what follows would be guarded
     */
    public static String unguarded(String field) {
        return FormulaGuard.removed(field);
    }

    private static void rows(StringBuilder csv, List<Row> rows, ReportTable table, CellText text) {
        for (Row row : rows) {
            line(csv, row.cells().stream().map(cell -> field(cell, table, text)).toList());
        }
    }

    private static void line(StringBuilder csv, List<String> fields) {
        // A record of one empty field would be an empty line, which readers skip.
        boolean blank = fields.size() == 1 && fields.get(0).isEmpty();
        csv.append(blank ? "\"\"" : fields.stream().collect(Collectors.joining(",")))
                .append("\r\n");
    }

    private static String field(Cell cell, ReportTable table, CellText text) {
        PlainValue value = PlainValue.of(cell, table.moment().zone());
        if (value.isText()) {
            return field(cell instanceof Cell.NoData ? "" : text.text(cell));
        }
        return value.words();
    }

    /** Returns a text as a field: guarded, and quoted where it must be. */
    static String field(String text) {
        String clean = CleanText.of(text);
        String guarded = FormulaGuard.on(clean);
        boolean quoted =
                !guarded.equals(clean) || guarded.chars().anyMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
        return quoted ? '"' + guarded.replace("\"", "\"\"") + '"' : guarded;
    }
}
