package org.sambandh.crm.store;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sambandh.crm.common.Entity;
import org.sambandh.crm.common.Invalid;
import org.sambandh.crm.field.Field;
import org.sambandh.crm.field.FieldType;

/**
 * Compares entities by some orders. Missing values come last in both directions; false comes before true; codes and ids
 * sort by their texts. Text sorts by code point, by its first {@link #textLength()} of them, so that a cursor stays
 * short. Ties break by id, ascending. Immutable.
 *
 * @param <T> the entity
 */
public final class Sorting<T extends Entity<?>> implements Comparator<SortKey> {

    /** The most orders of one query. */
    public static final int MAX_ORDERS = 8;

    private static final int MAX_TEXT = 200;
    private static final int MAX_TEXT_OF_ALL = 600;

    private final List<Order<T>> orders;
    private final int textLength;

    private Sorting(List<Order<T>> orders) {
        this.orders = List.copyOf(orders);
        this.textLength = orders.isEmpty() ? MAX_TEXT : Math.min(MAX_TEXT, MAX_TEXT_OF_ALL / orders.size());
    }

    /**
     * Returns how some orders sort.
     *
     * @param orders most significant first; none sorts by id
     * @param <T> the entity
     * @return the sorting
     * @throws Invalid for more than {@link #MAX_ORDERS} orders
     */
    public static <T extends Entity<?>> Sorting<T> of(List<Order<T>> orders) {
        if (orders.size() > MAX_ORDERS) {
            throw new Invalid("query.orders", "at most " + MAX_ORDERS + ", found " + orders.size());
        }
        return new Sorting<>(orders);
    }

    /** {@return whether the id alone decides} */
    public boolean isById() {
        return orders.isEmpty();
    }

    /** {@return how many code points of a text count: 200, or 600 shared evenly among more than three orders} */
    public int textLength() {
        return textLength;
    }

    /**
     * Returns where an entity stands.
     *
     * @param entity the entity
     * @return its key
     */
    public SortKey key(T entity) {
        String id = entity.id().value();
        if (orders.isEmpty()) {
            return new SortKey(List.of(), id);
        }
        List<@Nullable Object> values = new ArrayList<>(orders.size());
        for (Order<T> order : orders) {
            values.add(value(order.field(), entity));
        }
        return new SortKey(values, id);
    }

    private <V> @Nullable Object value(Field.One<T, V> field, T entity) {
        if (field.type().isLong()) {
            long form = field.getLong(entity);
            return form == FieldType.MISSING ? null : form;
        }
        V value = field.get(entity);
        return value == null ? null : shortened(field.type().toText(value));
    }

    private String shortened(String text) {
        return text.length() <= textLength || text.codePointCount(0, text.length()) <= textLength
                ? text
                : text.substring(0, text.offsetByCodePoints(0, textLength));
    }

    /**
     * Compares two places. Both must be keys of this sorting.
     *
     * @param left one
     * @param right the other
     * @return negative, zero or positive; zero exactly for equal ids in equal places
     */
    @Override
    public int compare(SortKey left, SortKey right) {
        for (int i = 0; i < orders.size(); i++) {
            Object a = left.values().get(i);
            Object b = right.values().get(i);
            if (a == null || b == null) {
                if (a != b) {
                    return a == null ? 1 : -1;
                }
                continue;
            }
            int difference = a instanceof Long x && b instanceof Long y
                    ? Long.compare(x, y)
                    : compareText((String) a, (String) b);
            if (difference != 0) {
                return orders.get(i).descending() ? -difference : difference;
            }
        }
        return left.id().compareTo(right.id());
    }

    /**
     * Compares two texts by code point, which differs from {@link String#compareTo} beyond the basic plane.
     *
     * @param left one
     * @param right the other
     * @return negative, zero or positive
     */
    public static int compareText(String left, String right) {
        int common = Math.min(left.length(), right.length());
        for (int i = 0; i < common; i++) {
            char a = left.charAt(i);
            char b = right.charAt(i);
            if (a != b) {
                boolean beyond = Character.isSurrogate(a);
                return beyond == Character.isSurrogate(b) ? a - b : beyond ? 1 : -1;
            }
        }
        return left.length() - right.length();
    }
}
