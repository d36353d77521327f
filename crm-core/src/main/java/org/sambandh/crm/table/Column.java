package org.sambandh.crm.table;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sambandh.crm.common.Money;
import org.sambandh.crm.field.Field;
import org.sambandh.crm.field.FieldType;

/**
 * One field of a table, and the dictionary of its values where it has one.
 *
 * @param <T> the subject or fact
 * @param <V> one element
 */
final class Column<T, V> {

    private final Field<T, V> field;
    private final Dictionary<V> values;
    private final Dictionary<Currency> currencies;

    Column(String path, Field<T, V> field, int distinctValues) {
        this.field = field;
        this.values = new Dictionary<>(
                path, distinctValues, v -> field.type().toText(v).length());
        this.currencies = new Dictionary<>(path, distinctValues, c -> 3);
    }

    Field<T, V> field() {
        return field;
    }

    FieldType<V> type() {
        return field.type();
    }

    boolean isMoney() {
        return type().kind() == FieldType.Kind.MONEY;
    }

    /** {@return whether its values are in a dictionary} */
    boolean isCoded() {
        return !type().isLong() && !isMoney();
    }

    Dictionary<V> values() {
        return values;
    }

    Dictionary<Currency> currencies() {
        return currencies;
    }

    long dictionaryBytes() {
        return values.bytes() + currencies.bytes();
    }

    Cells read(Values<T> rows) {
        if (!field.isMany()) {
            return cells(rows.one(field));
        }
        List<@Nullable V> elements = new ArrayList<>();
        List<List<V>> lists = rows.many(field);
        int[] ends = new int[lists.size()];
        for (int i = 0; i < ends.length; i++) {
            elements.addAll(lists.get(i));
            ends[i] = elements.size();
        }
        return new Cells.Many(Codes.of(ends), cells(elements));
    }

    private Cells cells(List<@Nullable V> column) {
        if (type().isLong()) {
            return longs(column);
        } else if (isMoney()) {
            return amounts(column);
        }
        int[] codes = new int[column.size()];
        for (int i = 0; i < codes.length; i++) {
            V value = column.get(i);
            codes[i] = value == null ? 0 : values.codeOf(value);
        }
        return new Cells.Coded(Codes.of(codes));
    }

    private Cells longs(List<@Nullable V> column) {
        long[] forms = new long[column.size()];
        Map<Integer, Instant> beyond = new HashMap<>();
        for (int i = 0; i < forms.length; i++) {
            V value = column.get(i);
            forms[i] = type().toLong(value);
            boolean isEdge = forms[i] == Long.MAX_VALUE || forms[i] == FieldType.MISSING + 1;
            if (isEdge && value instanceof Instant instant) {
                beyond.put(i, instant);
            }
        }
        return Cells.Longs.of(forms, beyond);
    }

    private Cells amounts(List<@Nullable V> column) {
        int[] codes = new int[column.size()];
        long[] minor = new long[column.size()];
        for (int i = 0; i < codes.length; i++) {
            Money money = (Money) column.get(i);
            codes[i] = money == null ? 0 : currencies.codeOf(money.currency());
            minor[i] = money == null
                    ? FieldType.MISSING
                    : money.amount().unscaledValue().longValueExact();
        }
        return new Cells.Amounts(Codes.of(codes), LongBlock.of(minor));
    }
}
