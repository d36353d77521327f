package org.sambandh.crm.jpa;

import java.util.Collection;
import java.util.List;
import org.sambandh.crm.field.FieldType;

/** A column of the row. */
record ColumnPlace<T, V>(String row, FieldColumn<T, V> column) implements Place<V> {

    @Override
    public FieldType<V> type() {
        return column.field().type();
    }

    @Override
    public String text() {
        return row + "." + column.attribute();
    }

    @Override
    public String number() {
        return text();
    }

    @Override
    public String currency() {
        return row + "." + column.field().name() + "Currency";
    }

    @Override
    public Object bound(V value) {
        return ValueClauses.bound(type(), value, column::stored);
    }

    @Override
    public void isOneOf(Jpql query, Collection<V> values) {
        if (type().kind() == FieldType.Kind.MONEY) {
            ValueClauses.eachMoney(query, this, values);
            return;
        }
        List<Object> stored = values.stream().map(this::bound).distinct().toList();
        if (type().kind() == FieldType.Kind.INSTANT) {
            // Hibernate converts one parameter, and not the elements of a list.
            String word = "(";
            for (Object value : stored) {
                query.add(word + text() + " = ").bind(value);
                word = " or ";
            }
            query.add(")");
        } else {
            query.add(text() + " in ").bind(stored);
        }
    }
}
