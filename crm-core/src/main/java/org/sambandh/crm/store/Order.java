package org.sambandh.crm.store;

import org.sambandh.crm.common.Invalid;
import org.sambandh.crm.field.Field;
import org.sambandh.crm.field.FieldType;

/**
 * By what entities are sorted. A missing value comes last in both directions; text sorts as the store sorts it.
 *
 * @param field no money, which has no order across currencies
 * @param descending whether the largest comes first
 * @param <T> the entity
 */
public record Order<T>(Field.One<T, ?> field, boolean descending) {

    /**
     * Checks and copies what it is given.
     *
     * @param field no money, which has no order across currencies
     * @param descending whether the largest comes first
     */
    public Order {
        if (field.type().kind() == FieldType.Kind.MONEY) {
            throw new Invalid(field.name(), "money cannot be sorted; sort by a number of one currency");
        }
    }

    /**
     * Returns the order with the smallest first.
     *
     * @param field the field
     * @param <T> the entity
     * @return the order
     */
    public static <T> Order<T> by(Field.One<T, ?> field) {
        return new Order<>(field, false);
    }

    /**
     * Returns the order with the largest first.
     *
     * @param field the field
     * @param <T> the entity
     * @return the order
     */
    public static <T> Order<T> descending(Field.One<T, ?> field) {
        return new Order<>(field, true);
    }
}
