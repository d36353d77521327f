package org.sambandh.crm.jpa;

import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sambandh.crm.field.FieldType;
import org.sambandh.crm.store.Keys;

/** A row of the table of elements. */
record ElementPlace<V>(String alias, FieldType<V> type) implements Place<V> {

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
        return ValueClauses.bound(type, value, ElementPlace::numbered);
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
