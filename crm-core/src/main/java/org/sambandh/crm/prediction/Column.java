package org.sambandh.crm.prediction;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.sambandh.crm.common.Moment;
import org.sambandh.crm.condition.Facts;
import org.sambandh.crm.field.Field;
import org.sambandh.crm.field.FieldType;

/** The values of one field of all rows, as they come in: numbers, or numbers of texts; several behind one another. */
final class Column<S> {

    /** A field with more different texts says who somebody is, not what they are like. */
    static final int MOST_TEXTS = 20_000;

    private final Field<S, ?> field;
    private final FieldValues.Reader<S> reader;
    private final FieldValues.Texts<?> texts;
    private final boolean number;
    private final Map<String, Integer> codes = new HashMap<>();
    private String[] names = new String[16];
    private double[] values = new double[64];
    private int[] starts = new int[64];
    private int count;
    private int rows;
    private boolean tooVaried;

    Column(Field<S, ?> field) {
        this.field = field;
        this.reader = FieldValues.reader(field);
        this.texts = new FieldValues.Texts<>(field.type());
        this.number = Encoding.isNumber(field.type().kind());
    }

    Field<S, ?> field() {
        return field;
    }

    FieldType.Kind kind() {
        return field.type().kind();
    }

    boolean isNumber() {
        return number;
    }

    boolean isTooVaried() {
        return tooVaried;
    }

    int start(int row) {
        return starts[row];
    }

    int end(int row) {
        return starts[row + 1];
    }

    /** A number, or the number of a text. */
    double value(int position) {
        return values[position];
    }

    String text(int code) {
        return names[code];
    }

    int texts() {
        return codes.size();
    }

    void add(List<S> chunk, Facts facts, List<Moment> moments, Moment now) {
        List<? extends List<?>> read = reader.of(chunk, facts, now);
        for (int i = 0; i < chunk.size(); i++) {
            add(read.get(i), moments.get(i));
        }
    }

    private void add(List<?> read, Moment moment) {
        if (!tooVaried) {
            if (number) {
                read.forEach(value -> put(FieldValues.number(value, moment)));
            } else if (read.size() == 1) {
                put(code(texts.of(read.get(0))));
            } else if (!read.isEmpty()) {
                Set<String> distinct = new TreeSet<>();
                read.forEach(value -> distinct.add(texts.of(value)));
                distinct.forEach(text -> put(code(text)));
            }
        }
        rows++;
        if (rows >= starts.length) {
            starts = Arrays.copyOf(starts, starts.length * 2);
        }
        starts[rows] = count;
    }

    private int code(String text) {
        Integer known = codes.get(text);
        if (known != null) {
            return known;
        }
        int code = codes.size();
        if (code >= MOST_TEXTS) {
            // What was read so far is of no use: which values it holds depends on the order of the rows.
            tooVaried = true;
            codes.clear();
            names = new String[0];
            values = new double[0];
            starts = new int[starts.length];
            count = 0;
            return 0;
        }
        codes.put(text, code);
        if (code >= names.length) {
            names = Arrays.copyOf(names, names.length * 2);
        }
        names[code] = text;
        return code;
    }

    private void put(double value) {
        if (tooVaried) {
            return;
        }
        if (count >= values.length) {
            values = Arrays.copyOf(values, values.length * 2);
        }
        values[count++] = value;
    }
}
