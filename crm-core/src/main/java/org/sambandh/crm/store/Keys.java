package org.sambandh.crm.store;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.sambandh.crm.common.Invalid;
import org.sambandh.crm.common.Text;
import org.sambandh.crm.field.Field;
import org.sambandh.crm.field.FieldType;

/**
 * The texts under which values are found in an index. Two values of one field have the same key exactly when a condition
 * takes them for equal, so that 2.5 and 2.50 share one. Relations join by these keys.
 */
public final class Keys {

    private Keys() {}

    /**
     * Returns the key of one element.
     *
     * @param type the type of the field
     * @param value the element
     * @param <V> its class
     * @return its key: the text form, a number without trailing zeros
     */
    public static <V> String of(FieldType<V> type, V value) {
        if (value instanceof BigDecimal number) {
            return (number.signum() == 0 ? BigDecimal.ZERO : number.stripTrailingZeros()).toPlainString();
        }
        return type.toText(value);
    }

    /**
     * Returns the keys of all elements of a field.
     *
     * @param field a field of the entity itself
     * @param entity the entity
     * @param <S> the entity
     * @param <V> one element
     * @return a key for each element, none of them blank; empty where the value is missing
     * @throws Invalid for a path: its values stand in another entity
     */
    public static <S, V> List<String> of(Field<S, V> field, S entity) {
        if (field instanceof Field.One<S, V> one) {
            V value = one.get(entity);
            return value == null ? List.of() : List.of(of(field.type(), value));
        }
        if (field instanceof Field.Many<S, V> many) {
            List<String> keys = new ArrayList<>();
            for (V value : many.get(entity)) {
                if (!(value instanceof String text && Text.isBlank(text))) {
                    keys.add(of(field.type(), value));
                }
            }
            return keys;
        }
        throw new Invalid(field.name(), "a path has no keys of its own");
    }
}
