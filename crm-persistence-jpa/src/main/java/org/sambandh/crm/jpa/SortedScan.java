package org.sambandh.crm.jpa;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.sambandh.crm.common.Entity;
import org.sambandh.crm.common.Id;
import org.sambandh.crm.field.Field;
import org.sambandh.crm.field.FieldType;
import org.sambandh.crm.store.Order;
import org.sambandh.crm.store.SortKey;
import org.sambandh.crm.store.Sorting;

/**
 * Rows in an order that the database makes. Missing values come last: with one order they are read by a second query
 * when the others are used up, so that both are ranges of an index; with several, by an expression.
 */
final class SortedScan<T extends Entity<I>, I extends Id> implements Scan<T> {

    /** Begins the query: up to a where-clause that is not empty. */
    interface Beginning {
        Jpql begin();
    }

    private final Reader<T, I> reader;
    private final Beginning beginning;
    private final List<Order<T>> orders;
    private final List<String> values;
    private final String id;
    private final int textLength;

    /**
     * @param orders by what
     * @param values an expression for each of them
     * @param id the expression for the id, by which ties break
     */
    SortedScan(Reader<T, I> reader, Beginning beginning, List<Order<T>> orders, List<String> values, String id) {
        this.reader = reader;
        this.beginning = beginning;
        this.orders = orders;
        this.values = values;
        this.id = id;
        this.textLength = Sorting.of(orders).textLength();
    }

    @Override
    public List<T> behind(@Nullable SortKey place, int most) {
        if (orders.size() != 1) {
            Jpql query = beginning.begin();
            if (place != null) {
                query.add(" and ");
                behind(query, place, 0);
            }
            return reader.list(ordered(query, true), most);
        }
        List<T> found = new ArrayList<>();
        boolean missing = place != null && place.values().get(0) == null;
        if (!missing) {
            Jpql query = beginning.begin().add(" and " + values.get(0) + " is not null");
            if (place != null) {
                query.add(" and ");
                behind(query, place, 0);
            }
            found.addAll(reader.list(ordered(query, false), most));
        }
        if (found.size() < most) {
            Jpql query = beginning.begin().add(" and " + values.get(0) + " is null");
            if (missing && place != null) {
                query.add(" and " + id + " > ").bind(place.id());
            }
            found.addAll(reader.list(query.add(" order by " + id), most - found.size()));
        }
        return found;
    }

    private void behind(Jpql query, SortKey place, int at) {
        if (at == orders.size()) {
            query.add(id + " > ").bind(place.id());
            return;
        }
        Object form = place.values().get(at);
        String value = values.get(at);
        if (form == null) {
            query.add("(" + value + " is null and ");
            behind(query, place, at + 1);
            query.add(")");
            return;
        }
        Field.One<T, ?> field = orders.get(at).field();
        String compared = compared(field, value);
        query.add("(" + compared + (orders.get(at).descending() ? " < " : " > "));
        bind(query, field, form);
        if (orders.size() > 1) {
            query.add(" or " + value + " is null");
        }
        query.add(" or (" + compared + " = ");
        bind(query, field, form);
        query.add(" and ");
        behind(query, place, at + 1);
        query.add("))");
    }

    private Jpql ordered(Jpql query, boolean missingLast) {
        query.add(" order by ");
        for (int i = 0; i < orders.size(); i++) {
            String value = values.get(i);
            if (missingLast) {
                query.add("case when " + value + " is null then 1 else 0 end, ");
            }
            query.add(compared(orders.get(i).field(), value) + (orders.get(i).descending() ? " desc, " : ", "));
        }
        return query.add(id);
    }

    /** What is compared: text by its beginning, yes and no by number. */
    private String compared(Field.One<T, ?> field, String value) {
        return switch (field.type().kind()) {
            case TEXT -> "substring(" + value + ", 1, " + textLength + ")";
            case BOOLEAN -> "case when " + value + " = true then 1 else 0 end";
            default -> value;
        };
    }

    private void bind(Jpql query, Field.One<T, ?> field, Object form) {
        switch (field.type().kind()) {
            // The same function on both sides: a database may count the characters of a text otherwise.
            case TEXT -> query.add("substring(").bind(form).add(", 1, " + textLength + ")");
            case BOOLEAN -> query.bind(((Long) form).intValue());
            case CODE, REFERENCE -> query.bind(form);
            default -> query.bind(Objects.requireNonNull(stored(field.type(), (Long) form)));
        }
    }

    private static <V> @Nullable Object stored(FieldType<V> type, long form) {
        V value = type.ofLong(form);
        return value instanceof BigDecimal number ? number : value;
    }
}
