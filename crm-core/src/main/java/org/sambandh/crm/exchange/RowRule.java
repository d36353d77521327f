package org.sambandh.crm.exchange;

import org.jspecify.annotations.Nullable;
import org.sambandh.crm.field.Field;
import org.sambandh.crm.field.FieldType;

/**
 * A rule of the mapping beside what it means in the catalogue.
 *
 * @param rule the rule
 * @param index the index of its column
 * @param field the field, or null where the target has a meaning of its own for the name
 * @param type how the text is read, or null where it stays text
 */
record RowRule(
        ColumnRule rule,
        int index,
        Field.@Nullable One<?, ?> field,
        @Nullable FieldType<?> type) {

    boolean is(String name) {
        return field == null && rule.field().equals(name);
    }
}
