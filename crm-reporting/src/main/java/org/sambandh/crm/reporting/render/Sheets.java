package org.sambandh.crm.reporting.render;

import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.dhatim.fastexcel.StyleSetter;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.sambandh.crm.common.Moment;
import org.sambandh.crm.reporting.Cell;
import org.sambandh.crm.reporting.Column;
import org.sambandh.crm.reporting.Label;
import org.sambandh.crm.reporting.Note;
import org.sambandh.crm.reporting.ReportTable;
import org.sambandh.crm.reporting.Row;

/** Fills the sheets of a workbook. */
final class Sheets {

    /** What a cell of a sheet may hold. */
    private static final int MAX_TEXT = 32_000;
    /** A number in a sheet is a double. */
    private static final int MAX_DIGITS = 15;

    private static final int MAX_NAME = 26;

    private final Workbook workbook;
    private final Locale locale;
    private final Set<String> names = new HashSet<>();

    Sheets(Workbook workbook, Locale locale) {
        this.workbook = workbook;
        this.locale = locale;
    }

    void table(ReportTable table) {
        CellText text = new CellText(locale, table.moment().zone());
        Worksheet sheet = workbook.newWorksheet(name(text.text(table.title())));
        int width = table.columns().size();
        for (int c = 0; c < width; c++) {
            Column column = table.columns().get(c);
            String heading = text.plainHeading(column);
            text(sheet, 0, c, heading);
            sheet.width(c, Math.min(40, Math.max(12, heading.length() + 3)));
        }
        if (width > 0) {
            sheet.range(0, 0, 0, width - 1).style().bold().wrapText(true).set();
        }
        sheet.freezePane(0, 1);
        int at = 1;
        for (Row row : table.rows()) {
            row(sheet, at++, row, table, text);
        }
        for (Row row : table.totals()) {
            row(sheet, at++, row, table, text);
        }
    }

    /** Adds the sheet of what stands beside the figures. */
    void about(Label title, List<ReportTable> tables, Moment moment) {
        CellText text = new CellText(locale, moment.zone());
        Worksheet sheet = workbook.newWorksheet(name(text.words().get("sheet.about")));
        sheet.width(0, 40);
        sheet.width(1, 90);
        text(sheet, 0, 0, text.text(title));
        text(
                sheet,
                0,
                1,
                text.words().fill("page.asOf", text.formats().instant(moment.at(), moment.zone())) + " ("
                        + moment.zone().getId() + ")");
        sheet.range(0, 0, 0, 1).style().bold().set();
        int at = 1;
        for (ReportTable table : tables) {
            text(sheet, at, 0, text.text(table.title()));
            text(sheet, at++, 1, text.text(table.filter()));
            for (Note note : table.notes()) {
                text(sheet, at++, 1, NoteText.of(note, text));
            }
        }
    }

    private void row(Worksheet sheet, int at, Row row, ReportTable table, CellText text) {
        boolean total = row.kind() == Row.Kind.TOTAL;
        for (int c = 0; c < row.cells().size(); c++) {
            Cell cell = row.cells().get(c);
            Column column = table.columns().get(c);
            StyleSetter style = sheet.style(at, c);
            if (total) {
                style.bold();
            }
            if (value(sheet, at, c, cell, table, text)) {
                style.format(format(column));
                style.set();
            } else if (total) {
                style.set();
            }
        }
    }

    /** Writes a cell; returns whether it became something to calculate with. */
    private static boolean value(Worksheet sheet, int row, int column, Cell cell, ReportTable table, CellText text) {
        if (cell instanceof Cell.Numeric number) {
            return number(sheet, row, column, number.value());
        }
        if (cell instanceof Cell.Amount amount) {
            return number(sheet, row, column, amount.money().amount());
        }
        if (cell instanceof Cell.Ratio ratio) {
            return number(sheet, row, column, ratio.value());
        }
        // A sheet counts its days from 1900 on.
        if (cell instanceof Cell.Day day
                && day.date().getYear() >= 1901
                && day.date().getYear() < 10_000) {
            sheet.value(row, column, day.date());
            return true;
        }
        if (cell instanceof Cell.Time time) {
            var local = time.at().atZone(table.moment().zone()).toLocalDateTime();
            if (local.getYear() >= 1901 && local.getYear() < 10_000) {
                sheet.value(row, column, local);
                return true;
            }
        }
        text(sheet, row, column, text.text(cell));
        return false;
    }

    private static boolean number(Worksheet sheet, int row, int column, BigDecimal value) {
        BigDecimal plain = value.signum() == 0 ? BigDecimal.ZERO : value.stripTrailingZeros();
        boolean exact = plain.precision() <= MAX_DIGITS && Math.abs((long) plain.scale()) <= 100;
        if (exact) {
            sheet.value(row, column, plain.doubleValue());
        } else {
            text(sheet, row, column, PlainValue.number(value));
        }
        return exact;
    }

    private static void text(Worksheet sheet, int row, int column, String text) {
        String clean = CleanText.of(text.length() > MAX_TEXT ? text.substring(0, MAX_TEXT) : text);
        sheet.value(row, column, literal(FormulaGuard.on(clean)));
    }

    /** A sheet reads {@code _x003D_} as a sign of that number; the underscore is written in that way itself. */
    private static String literal(String text) {
        return text.replace("_x", "_x005F_x");
    }

    private String format(Column column) {
        boolean indian =
                locale.getCountry().equals("IN") || locale.getLanguage().equals("hi");
        return switch (column.unit()) {
            case COUNT -> indian ? indian("") : "#,##0";
            case MONEY -> money(column, indian);
            case PERCENT -> "0.0%";
            case DAYS -> "0.0";
            case DATE -> "yyyy-mm-dd";
            case INSTANT -> "yyyy-mm-dd hh:mm";
            case NUMBER, TEXT, PERIOD, BAND -> "General";
        };
    }

    private static String money(Column column, boolean indian) {
        int decimals =
                column.currency() == null ? 2 : Math.max(0, column.currency().getDefaultFractionDigits());
        String point = decimals == 0 ? "" : "." + "0".repeat(decimals);
        return indian ? indian(point) : "#,##0" + point;
    }

    /** Groups of 3, 2, 2, which a format can only tell by size; what is negative is grouped as the program does. */
    private static String indian(String point) {
        return "[>=10000000]##\\,##\\,##\\,##0" + point + ";[>=100000]##\\,##\\,##0" + point + ";#,##0" + point;
    }

    /** Returns a name that a sheet may have and no other has. */
    private String name(String title) {
        StringBuilder name = new StringBuilder();
        for (int i = 0; i < title.length() && name.length() < MAX_NAME; i++) {
            char c = title.charAt(i);
            boolean refused = "[]:*?/\\'".indexOf(c) >= 0 || Character.isSurrogate(c) || Character.isISOControl(c);
            name.append(refused ? ' ' : c);
        }
        String first = CleanText.of(name.toString()).strip();
        String free = first.isEmpty() ? "1" : first;
        // A program compares names without regard to case.
        for (int i = 2; !names.add(free.toLowerCase(Locale.ROOT)); i++) {
            free = first + " " + i;
        }
        return free;
    }
}
