package org.sambandh.crm.reporting;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Tables as plain text, so that a test shows them as a reader sees them. */
final class Tabled {

    private Tabled() {}

    static List<String> columns(ReportTable table) {
        return table.columns().stream().map(Column::name).toList();
    }

    static List<String> rows(ReportTable table) {
        return table.rows().stream().map(Tabled::text).toList();
    }

    static String total(ReportTable table) {
        return text(table.totals().get(0));
    }

    /** Everything a reader sees but the moment. */
    static List<String> all(ReportTable table) {
        List<String> all = new ArrayList<>();
        all.add(String.join(" | ", columns(table)));
        all.addAll(rows(table));
        table.totals().forEach(total -> all.add(text(total)));
        all.addAll(notes(table));
        all.add(table.filter().in(Locale.ENGLISH));
        return all;
    }

    static List<String> notes(ReportTable table) {
        List<String> notes = new ArrayList<>();
        for (Note note : table.notes()) {
            String words = note.pattern().in(Locale.ENGLISH);
            for (int i = 0; i < note.values().size(); i++) {
                words = words.replace("{" + i + "}", text(note.values().get(i)));
            }
            notes.add(words);
        }
        return notes;
    }

    static BigDecimal number(Cell cell) {
        if (cell instanceof Cell.Numeric numeric) {
            return numeric.value();
        }
        return cell instanceof Cell.Amount amount ? amount.money().amount() : BigDecimal.ZERO;
    }

    private static String text(Row row) {
        return row.cells().stream().map(Tabled::text).collect(Collectors.joining(" | "));
    }

    static String text(Cell cell) {
        if (cell instanceof Cell.Text text) {
            return text.text();
        } else if (cell instanceof Cell.Named named) {
            return named.label().in(Locale.ENGLISH);
        } else if (cell instanceof Cell.Numeric numeric) {
            return numeric.value().toPlainString();
        } else if (cell instanceof Cell.Amount amount) {
            return amount.money().amount().toPlainString();
        } else if (cell instanceof Cell.Ratio ratio) {
            Cell.Interval interval = ratio.interval();
            return ratio.value() + (interval == null ? "" : " (" + interval.low() + " to " + interval.high() + ")");
        } else if (cell instanceof Cell.Period period) {
            return period.name();
        } else if (cell instanceof Cell.Day day) {
            return day.date().toString();
        } else if (cell instanceof Cell.Time time) {
            return time.at().toString();
        } else if (cell instanceof Cell.Band band) {
            return band.from() + " to " + band.below();
        }
        return ((Cell.NoData) cell).why().toString();
    }
}
