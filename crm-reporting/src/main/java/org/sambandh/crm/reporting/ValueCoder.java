package org.sambandh.crm.reporting;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.sambandh.crm.condition.Labels;
import org.sambandh.crm.field.FieldType;
import org.sambandh.crm.store.Sorting;

/** A heading for each value: its {@code long} form where it has one, else its text form. */
final class ValueCoder<V> extends Coder {

    private final FieldType<V> type;
    private final Map<String, String> names = new HashMap<>();

    ValueCoder(FieldType<V> type) {
        this.type = type;
    }

    /** Says what the things are called that ids stand for. */
    void name(Map<String, String> nameById) {
        names.putAll(nameById);
    }

    @Override
    Object headingOf(long form) {
        return form;
    }

    @Override
    Object headingOf(Object value) {
        V element = type.valueClass().cast(value);
        return type.isLong() ? (Object) type.toLong(element) : type.toText(element);
    }

    @Override
    int compare(Object left, Object right) {
        if (left instanceof Long a && right instanceof Long b) {
            return Long.compare(a, b);
        }
        String a = (String) left;
        String b = (String) right;
        if (!type.codes().isEmpty()) {
            return Integer.compare(type.codes().indexOf(a), type.codes().indexOf(b));
        }
        int named = Sorting.compareText(names.getOrDefault(a, a), names.getOrDefault(b, b));
        return named == 0 ? Sorting.compareText(a, b) : named;
    }

    @Override
    Cell cell(Object heading) {
        if (heading instanceof Long form) {
            return ofLong(type, form);
        }
        String text = (String) heading;
        if (!type.codes().isEmpty()) {
            return new Cell.Named(
                    text, Label.of(Labels.code(type, text, Locale.ENGLISH), Labels.code(type, text, Phrases.HINDI)));
        }
        String name = names.get(text);
        return name == null ? new Cell.Text(text) : new Cell.Named(text, Label.of(Phrases.shortened(name)));
    }

    /** Returns a value of a number, a day, an instant or a truth as a cell. */
    static Cell ofLong(FieldType<?> type, long form) {
        Object value = type.ofLong(form);
        if (value instanceof BigDecimal number) {
            return new Cell.Numeric(number);
        } else if (value instanceof LocalDate day) {
            return new Cell.Day(day);
        } else if (value instanceof Instant at) {
            return new Cell.Time(at);
        } else if (value instanceof Boolean truth) {
            return new Cell.Named(
                    truth.toString(),
                    Label.of(Labels.truth(truth, Locale.ENGLISH), Labels.truth(truth, Phrases.HINDI)));
        }
        return Cell.NoData.NO_VALUE;
    }
}
