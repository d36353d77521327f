package org.sambandh.crm.store;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Set;
import org.sambandh.crm.field.Field;

/**
 * That a field of the entity itself equals one of some values; with several elements, that any of them does. What an
 * index can answer.
 *
 * @param field no path
 * @param values none makes it false
 * @param <S> the entity
 * @param <V> one element of the field
 */
public record Equality<S, V>(Field<S, V> field, Collection<V> values) {

    /** {@return the keys of the values in an index, see {@link Keys}} */
    public Set<String> keys() {
        Set<String> keys = new LinkedHashSet<>();
        values.forEach(value -> keys.add(Keys.of(field.type(), value)));
        return keys;
    }
}
