package org.sambandh.crm.jpa;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.sambandh.crm.common.Entity;
import org.sambandh.crm.common.Id;
import org.sambandh.crm.field.Field;
import org.sambandh.crm.store.Keys;
import org.sambandh.crm.store.SortKey;
import org.sambandh.crm.store.StoreFacts;

/** Related facts: one query for each relation and thousand keys. */
final class JpaFacts extends StoreFacts {

    private final JpaTransaction transaction;

    JpaFacts(JpaTransaction transaction) {
        super(transaction);
        this.transaction = transaction;
    }

    @Override
    protected <R> Map<String, Collection<R>> byKeys(Field<R, ?> field, Set<String> keys) {
        return Failures.translated(() -> found(transaction.planOf(field.subject()), field, keys));
    }

    @SuppressWarnings("unchecked") // the plan of a class reads entities of that class
    private <R, T extends Entity<I>, I extends Id> Map<String, Collection<R>> found(
            EntityPlan<T, I> plan, Field<R, ?> key, Set<String> keys) {
        Field<T, ?> field = (Field<T, ?>) key;
        Reader<T, I> reader = new Reader<>(transaction, plan);
        Map<String, Collection<T>> found = new HashMap<>();
        FieldColumn<T, ?> column = plan.column(field);
        String elements = plan.elementsOf(field);
        if (column != null) {
            for (List<String> some : Reader.chunks(keys)) {
                Jpql query = reader.select()
                        .add(" and r." + column.attribute() + " in ")
                        .bind(some);
                put(reader.list(query, Integer.MAX_VALUE), field, keys, found);
            }
        } else if (elements != null) {
            for (List<String> some : Reader.chunks(keys)) {
                Jpql query = reader.select()
                        .add(" and r.id in (select v.owner from SambandhValue v where v.tenant = ")
                        .bind(transaction.tenant().value())
                        .add(" and v.kind = ")
                        .bind(plan.kind())
                        .add(" and v.field = ")
                        .bind(elements)
                        .add(" and v.itemKey in ")
                        .bind(some.stream().map(ItemKey::of).toList())
                        .add(")");
                put(reader.list(query, Integer.MAX_VALUE), field, keys, found);
            }
        } else {
            all(plan, reader, field, keys, found);
        }
        return (Map<String, Collection<R>>) (Map<?, ?>) found;
    }

    /** By a field that no table knows: all rows are read. */
    private <T extends Entity<I>, I extends Id> void all(
            EntityPlan<T, I> plan,
            Reader<T, I> reader,
            Field<T, ?> field,
            Set<String> keys,
            Map<String, Collection<T>> found) {
        Scan<T> scan = new Scans<>(transaction, plan, reader).byId(Pushdown.Pushed.NOTHING_KNOWN);
        SortKey place = null;
        List<T> rows;
        do {
            rows = scan.behind(place, Reader.AT_ONCE);
            put(rows, field, keys, found);
            place = rows.isEmpty()
                    ? null
                    : new SortKey(List.of(), rows.get(rows.size() - 1).id().value());
        } while (rows.size() == Reader.AT_ONCE);
    }

    private static <T extends Entity<?>> void put(
            List<T> rows, Field<T, ?> field, Set<String> keys, Map<String, Collection<T>> found) {
        for (T row : rows) {
            for (String key : new LinkedHashSet<>(Keys.of(field, row))) {
                if (keys.contains(key)) {
                    found.computeIfAbsent(key, k -> new ArrayList<>()).add(row);
                }
            }
        }
    }
}
