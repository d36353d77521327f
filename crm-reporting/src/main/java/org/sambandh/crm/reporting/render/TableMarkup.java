package org.sambandh.crm.reporting.render;

import java.util.List;
import org.sambandh.crm.reporting.Cell;
import org.sambandh.crm.reporting.Column;
import org.sambandh.crm.reporting.Note;
import org.sambandh.crm.reporting.ReportTable;
import org.sambandh.crm.reporting.Row;

/** Writes a result as a table, or as big figures where it is one row without dimensions, and the notes beside it. */
final class TableMarkup {

    private final Markup page;
    private final CellText text;

    TableMarkup(Markup page, CellText text) {
        this.page = page;
        this.text = text;
    }

    /** Returns whether it is nothing but figures. */
    static boolean isFigures(ReportTable table) {
        return table.rows().size() == 1 && table.columns().stream().allMatch(Column::isMeasure);
    }

    void figures(ReportTable table) {
        page.open(Tag.DL, Attr.cssClass("figures"));
        for (int i = 0; i < table.columns().size(); i++) {
            Column column = table.columns().get(i);
            Cell cell = table.rows().get(0).cells().get(i);
            page.open(Tag.DIV);
            page.element(Tag.DT, text.text(column.label()));
            String exact = text.text(cell, column);
            String glance = text.glance(cell, column);
            page.element(Tag.DD, glance, Attr.cssClass(isMissing(cell) ? "figure none" : "figure"));
            if (!glance.equals(exact)) {
                page.element(Tag.DD, exact, Attr.cssClass("quiet"));
            }
            page.close();
        }
        page.close();
    }

    /** Writes the table in a region of its own that scrolls where there is no room; it is named by {@code headingId}. */
    void table(ReportTable table, String headingId) {
        if (table.rows().isEmpty()) {
            page.element(Tag.P, text.words().get("table.empty"), Attr.cssClass("none"));
            return;
        }
        page.open(
                Tag.DIV,
                Attr.cssClass("scroll"),
                Attr.of(Attr.Name.ROLE, "region"),
                Attr.of(Attr.Name.ARIA_LABELLEDBY, headingId),
                Attr.of(Attr.Name.TABINDEX, "0"));
        page.open(Tag.TABLE);
        page.element(Tag.CAPTION, text.text(table.title()), Attr.cssClass("hidden"));
        page.open(Tag.THEAD).open(Tag.TR);
        for (Column column : table.columns()) {
            page.element(
                    Tag.TH,
                    text.heading(column),
                    Attr.of(Attr.Name.SCOPE, "col"),
                    Attr.cssClass(isNumber(column) ? "number" : ""));
        }
        page.close().close();
        boolean[] whole = new boolean[table.columns().size()];
        for (int i = 0; i < whole.length; i++) {
            whole[i] = CellText.isWhole(i, table.rows()) && CellText.isWhole(i, table.totals());
        }
        rows(Tag.TBODY, table, table.rows(), whole);
        if (!table.totals().isEmpty()) {
            rows(Tag.TFOOT, table, table.totals(), whole);
        }
        page.close().close();
        boolean told = table.notes().stream().anyMatch(note -> note.code().equals("interval"));
        if (hasIntervals(table) && !told) {
            page.element(Tag.P, text.words().get("table.shareHint"), Attr.cssClass("quiet"));
        }
    }

    private void rows(Tag part, ReportTable table, List<Row> rows, boolean[] whole) {
        page.open(part);
        for (Row row : rows) {
            page.open(Tag.TR, Attr.cssClass(row.kind() == Row.Kind.OTHER ? "rest" : ""));
            for (int i = 0; i < row.cells().size(); i++) {
                Cell cell = row.cells().get(i);
                boolean unnamed = i == 0 && row.kind() == Row.Kind.TOTAL && isMissing(cell);
                cell(unnamed ? total() : cell, table.columns().get(i), i == 0, whole[i]);
            }
            page.close();
        }
        page.close();
    }

    private Cell total() {
        return new Cell.Text(text.words().get("table.total"));
    }

    private void cell(Cell cell, Column column, boolean first, boolean whole) {
        String classes = (isNumber(column) ? "number" : "words") + (isMissing(cell) ? " none" : "");
        String words = text.tableText(cell, whole);
        if (first && !column.isMeasure()) {
            page.element(Tag.TH, words, Attr.of(Attr.Name.SCOPE, "row"), Attr.cssClass(classes));
            return;
        }
        page.open(Tag.TD, Attr.cssClass(classes)).text(words);
        if (cell instanceof Cell.Ratio ratio && ratio.interval() != null) {
            page.element(
                    Tag.SPAN,
                    text.words()
                            .fill(
                                    "share.interval",
                                    text.formats().percent(ratio.interval().low(), 1),
                                    text.formats().percent(ratio.interval().high(), 1)),
                    Attr.cssClass("interval"));
        }
        page.close();
    }

    void notes(ReportTable table) {
        if (table.notes().isEmpty()) {
            return;
        }
        page.open(Tag.UL, Attr.cssClass("notes"));
        for (Note note : table.notes()) {
            page.open(Tag.LI);
            note(note);
            page.close();
        }
        page.close();
    }

    /** Writes the words of a note; its values stand apart, so that no text among them can turn the others around. */
    private void note(Note note) {
        NoteText.pieces(note, text).forEach(piece -> {
            if (piece.isValue()) {
                page.element(Tag.BDI, piece.words());
            } else {
                page.text(piece.words());
            }
        });
    }

    private static boolean isMissing(Cell cell) {
        return cell instanceof Cell.NoData;
    }

    private static boolean isNumber(Column column) {
        return switch (column.unit()) {
            case COUNT, NUMBER, MONEY, PERCENT, DAYS -> true;
            case TEXT, DATE, INSTANT, PERIOD, BAND -> false;
        };
    }

    private static boolean hasIntervals(ReportTable table) {
        return table.rows().stream()
                .anyMatch(row -> row.cells().stream()
                        .anyMatch(cell -> cell instanceof Cell.Ratio ratio && ratio.interval() != null));
    }
}
