package org.sambandh.crm.jpa;

import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sambandh.crm.field.FieldType;
import org.sambandh.crm.store.Keys;

/** Where one value of a field stands in a query: in a column of its row, or in a row of the table of elements. */
sealed interface Place<V> {

    /** The type of the value. */
    FieldType<V> type();

    /** Adds the expression of a text. */
    String text();

    /** Adds the expression by which values with an order compare. */
    String number();

    /** Adds the expression of the currency of money. */
    String currency();

    /** A value as it is compared with {@link #number()}. */
    Object bound(V value);

    /** Adds a test whether the value is one of some. */
    void isOneOf(Jpql query, Collection<V> values);

    /** A column of the row. */
    record Column<T, V>(String row, FieldColumn<T, V> column) implements Place<V> {

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

    /** A row of the table of elements. */
    record Element<V>(String alias, FieldType<V> type) implements Place<V> {

        @Override
        public String text() {
            return alias + ".text";
        }

        @Override
        public String number() {
            return alias + ".number";
        }

        @Override
        public String currency() {
            return text();
        }

        @Override
        public Object bound(V value) {
            return ValueClauses.bound(type, value, Element::numbered);
        }

        private static <V> Object numbered(V value) {
            @Nullable Object number = Elements.number(value);
            return number == null ? value : number;
        }

        @Override
        public void isOneOf(Jpql query, Collection<V> values) {
            List<String> keys = values.stream()
                    .map(value -> ItemKey.of(Keys.of(type, value)))
                    .distinct()
                    .toList();
            query.add(alias + ".itemKey in ").bind(keys);
        }
    }
}
