package org.sambandh.crm.prediction;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sambandh.crm.common.Moment;
import org.sambandh.crm.condition.Facts;
import org.sambandh.crm.field.Catalog;
import org.sambandh.crm.field.Field;
import org.sambandh.crm.field.FieldType;
import org.sambandh.crm.settings.FiscalCalendar;

/** Rows of a file as subjects of a catalogue: each column is a field, a number if all its values are. */
final class Table {

    static final Moment MOMENT = new Moment(Instant.parse("2026-03-01T00:00:00Z"), ZoneOffset.UTC);

    /** One row: the values of its columns, null where they are missing. */
    record Line(List<@Nullable Object> values) {}

    final List<String> columns;
    final List<Line> lines;
    final BitSet positive = new BitSet();
    final Catalog catalog;

    /** {@code target} is taken out; rows that have {@code positiveValue} there are positive. */
    Table(List<String> header, List<List<String>> rows, String target, String positiveValue, List<String> without) {
        int at = header.indexOf(target);
        if (at < 0) {
            throw new IllegalArgumentException("no column " + target + " among " + header);
        }
        columns = new ArrayList<>();
        List<Field<Line, ?>> fields = new ArrayList<>();
        List<List<@Nullable Object>> values = new ArrayList<>();
        rows.forEach(row -> values.add(new ArrayList<>()));
        for (int c = 0; c < header.size(); c++) {
            if (c == at || without.contains(header.get(c))) {
                continue;
            }
            int column = columns.size();
            String name = name(header.get(c), column);
            columns.add(name);
            FieldType<?> type = type(rows, c);
            fields.add(field(name, type, column));
            for (int r = 0; r < rows.size(); r++) {
                values.get(r).add(type.parse(name, rows.get(r).get(c)));
            }
        }
        for (int r = 0; r < rows.size(); r++) {
            positive.set(r, rows.get(r).get(at).strip().equals(positiveValue));
        }
        lines = values.stream().map(Line::new).toList();
        catalog = Catalog.builder(FiscalCalendar.calendarYear())
                .part(Line.class, "line", fields)
                .build();
    }

    Training<LogisticModel> train(TrainingSettings settings) {
        LogisticTrainer<Line> trainer = LogisticTrainer.of(Line.class, columns, catalog, settings);
        for (int from = 0; from < lines.size(); from += 2_000) {
            int to = Math.min(lines.size(), from + 2_000);
            trainer.add(lines.subList(from, to), positive.get(from, to), Facts.NONE, MOMENT);
        }
        return trainer.train(MOMENT.at());
    }

    private static String name(String header, int column) {
        StringBuilder name = new StringBuilder();
        header.codePoints()
                .filter(c -> Character.isLetterOrDigit(c) || c == '_')
                .limit(50)
                .forEach(name::appendCodePoint);
        boolean legal = name.length() > 0 && Character.isLetter(name.codePointAt(0));
        return (legal ? name.toString() : "c" + name) + "_" + column;
    }

    @SuppressWarnings("unchecked") // the type parsed the value
    private static <V> Field<Line, V> field(String name, FieldType<V> type, int column) {
        return Field.one(Line.class, name, type, line -> (V) line.values().get(column));
    }

    /** A number if every value is one of at most 18 digits; else a text. */
    private static FieldType<?> type(List<List<String>> rows, int column) {
        int scale = 0;
        boolean any = false;
        try {
            for (List<String> row : rows) {
                String text = row.get(column).strip();
                if (!text.isEmpty()) {
                    any = true;
                    scale = Math.max(
                            scale, new BigDecimal(text).stripTrailingZeros().scale());
                }
            }
            FieldType<BigDecimal> type = FieldType.number(Math.max(0, scale));
            for (List<String> row : rows) {
                type.parse("number", row.get(column));
            }
            return any ? type : FieldType.TEXT;
        } catch (RuntimeException e) {
            return FieldType.TEXT;
        }
    }
}
