package org.sambandh.crm.inmemory;

import com.google.common.collect.Iterators;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.NoSuchElementException;
import java.util.PriorityQueue;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.sambandh.crm.common.Entity;
import org.sambandh.crm.common.Id;
import org.sambandh.crm.field.Field;
import org.sambandh.crm.store.EntityType;
import org.sambandh.crm.store.Equality;
import org.sambandh.crm.store.Lookup;
import org.sambandh.crm.store.Order;
import org.sambandh.crm.store.SortKey;
import org.sambandh.crm.store.Sorting;

/**
 * The entities of one kind and one tenant, with their indexes. Indexes are built when they are first needed, and kept
 * from then on; so a workload that only writes pays for the unique fields alone. Guarded by the tenant's lock.
 */
final class Table<T extends Entity<I>, I extends Id> {

    private static final Comparator<Entity<?>> BY_ID =
            Comparator.comparing(entity -> entity.id().value());
    private static final int MOST_ORDERED_INDEXES = 8;
    private static final int MOST_KEYED_ORDERS = 8;

    /** Up to so many rows are sorted for a page; more of them are read through an ordered index instead. */
    private static final int SORTED_AT_ONCE = 1_000;

    private final EntityType<T, I, ?> type;
    private final NavigableMap<String, T> rows = new TreeMap<>();
    private final Map<Field<T, ?>, HashIndex<T>> indexes = new HashMap<>();
    private final Map<List<Order<T>>, OrderedIndex<T>> ordered = new LinkedHashMap<>(16, 0.75f, true);
    private final Map<FieldInOrder<T>, KeyedOrder<T>> keyed = new LinkedHashMap<>(16, 0.75f, true);

    Table(EntityType<T, I, ?> type) {
        this.type = type;
        type.unique().forEach(field -> indexes.put(field, new HashIndex<>(field)));
    }

    /** Rows in one order. */
    private record OrderedIndex<T extends Entity<?>>(Sorting<T> sorting, NavigableMap<SortKey, T> rows) {}

    /** By what rows are found, and how those found are sorted. */
    private record FieldInOrder<T>(Field<T, ?> field, List<Order<T>> orders) {}

    EntityType<T, I, ?> type() {
        return type;
    }

    int size() {
        return rows.size();
    }

    @Nullable
    T get(String id) {
        return rows.get(id);
    }

    Collection<T> all() {
        return Collections.unmodifiableCollection(rows.values());
    }

    /** Puts {@code now} under an id, or removes what is there if it is null; returns what was there. */
    @Nullable
    T replace(String id, @Nullable T now) {
        T before = rows.get(id);
        // Every reader of a field runs before the first index is touched: one that throws leaves all as it was.
        List<Runnable> steps = new ArrayList<>(2 * (indexes.size() + ordered.size()));
        for (HashIndex<T> index : indexes.values()) {
            List<String> old = before == null ? List.of() : index.keys(before);
            List<String> keys = now == null ? List.of() : index.keys(now);
            steps.add(() -> {
                index.remove(old, id);
                if (now != null) {
                    index.add(keys, now);
                }
            });
        }
        for (OrderedIndex<T> index : ordered.values()) {
            SortKey old = before == null ? null : index.sorting().key(before);
            SortKey key = now == null ? null : index.sorting().key(now);
            steps.add(() -> {
                if (old != null) {
                    index.rows().remove(old);
                }
                if (key != null && now != null) {
                    index.rows().put(key, now);
                }
            });
        }
        keyed.values().forEach(order -> steps.add(order.change(before, now)));
        steps.forEach(Runnable::run);
        if (now == null) {
            rows.remove(id);
        } else {
            rows.put(id, now);
        }
        return before;
    }

    HashIndex<T> index(Field<T, ?> field) {
        HashIndex<T> known = indexes.get(field);
        if (known != null) {
            return known;
        }
        HashIndex<T> built = new HashIndex<>(field);
        rows.values().forEach(row -> built.add(built.keys(row), row));
        indexes.put(field, built);
        return built;
    }

    /** How many rows an equality finds, or {@link Lookup#NO_INDEX}. */
    long cost(Equality<T, ?> equality) {
        if (equality.field().equals(type.id())) {
            return equality.values().size();
        }
        HashIndex<T> index = indexes.get(equality.field());
        if (index == null) {
            return Lookup.NO_INDEX;
        }
        return equality.keys().stream().mapToLong(index::size).sum();
    }

    /**
     * The rows behind a place, in order. With a look-up only rows that it finds, where that reads fewer; so the caller
     * tests the whole condition on each.
     */
    Iterator<T> behind(@Nullable SortKey place, Sorting<T> sorting, List<Order<T>> orders, @Nullable Lookup<T> lookup) {
        boolean useful = lookup != null && lookup.cost() < rows.size();
        if (sorting.isById()) {
            String id = place == null ? null : place.id();
            if (lookup != null && useful) {
                return found(lookup, id);
            }
            return (id == null ? rows : rows.tailMap(id, false)).values().iterator();
        }
        if (lookup != null && useful && lookup.cost() > SORTED_AT_ONCE && hasOneKey(lookup)) {
            Equality<T, ?> equality = lookup.anyOf().get(0);
            String key = equality.keys().iterator().next();
            return keyed(equality.field(), orders, sorting).behind(key, place);
        }
        if (lookup != null && useful && (lookup.cost() <= SORTED_AT_ONCE || lookup.cost() < rows.size() / 4)) {
            return sorted(found(lookup, null), sorting, place);
        }
        NavigableMap<SortKey, T> index = ordered(orders, sorting).rows();
        return (place == null ? index : index.tailMap(place, false)).values().iterator();
    }

    private OrderedIndex<T> ordered(List<Order<T>> orders, Sorting<T> sorting) {
        OrderedIndex<T> known = ordered.get(orders);
        if (known != null) {
            return known;
        }
        if (ordered.size() >= MOST_ORDERED_INDEXES) {
            ordered.remove(ordered.keySet().iterator().next());
        }
        NavigableMap<SortKey, T> keys = new TreeMap<>(sorting);
        rows.values().forEach(row -> keys.put(sorting.key(row), row));
        OrderedIndex<T> built = new OrderedIndex<>(sorting, keys);
        ordered.put(orders, built);
        return built;
    }

    private boolean hasOneKey(Lookup<T> lookup) {
        return lookup.anyOf().size() == 1 && lookup.anyOf().get(0).keys().size() == 1;
    }

    private KeyedOrder<T> keyed(Field<T, ?> field, List<Order<T>> orders, Sorting<T> sorting) {
        FieldInOrder<T> what = new FieldInOrder<>(field, orders);
        KeyedOrder<T> known = keyed.get(what);
        if (known != null) {
            return known;
        }
        if (keyed.size() >= MOST_KEYED_ORDERS) {
            keyed.remove(keyed.keySet().iterator().next());
        }
        KeyedOrder<T> built = new KeyedOrder<>(index(field), sorting);
        rows.values().forEach(row -> built.change(null, row).run());
        keyed.put(what, built);
        return built;
    }

    private Iterator<T> found(Lookup<T> lookup, @Nullable String id) {
        List<Iterator<T>> parts = new ArrayList<>();
        for (Equality<T, ?> equality : lookup.anyOf()) {
            for (String key : equality.keys()) {
                parts.add(
                        equality.field().equals(type.id())
                                ? row(key, id)
                                : index(equality.field()).behind(key, id));
            }
        }
        return parts.size() == 1 ? parts.get(0) : new Distinct<>(Iterators.mergeSorted(parts, BY_ID));
    }

    private Iterator<T> row(String key, @Nullable String id) {
        T row = rows.get(key);
        return row == null || (id != null && key.compareTo(id) <= 0)
                ? Collections.emptyIterator()
                : List.of(row).iterator();
    }

    private Iterator<T> sorted(Iterator<T> found, Sorting<T> sorting, @Nullable SortKey place) {
        record Placed<T>(SortKey key, T row) {}
        // A heap sorts no more than is read of it.
        PriorityQueue<Placed<T>> heap = new PriorityQueue<>((a, b) -> sorting.compare(a.key(), b.key()));
        while (found.hasNext()) {
            T row = found.next();
            SortKey key = sorting.key(row);
            if (place == null || sorting.compare(key, place) > 0) {
                heap.add(new Placed<>(key, row));
            }
        }
        return new Iterator<>() {
            @Override
            public boolean hasNext() {
                return !heap.isEmpty();
            }

            @Override
            public T next() {
                return heap.remove().row();
            }
        };
    }

    /** Leaves out a row that is the same as the one before. */
    private static final class Distinct<T> implements Iterator<T> {
        private final Iterator<T> inner;
        private @Nullable T ahead;

        Distinct(Iterator<T> inner) {
            this.inner = inner;
            this.ahead = inner.hasNext() ? inner.next() : null;
        }

        @Override
        public boolean hasNext() {
            return ahead != null;
        }

        @Override
        public T next() {
            T row = ahead;
            if (row == null) {
                throw new NoSuchElementException();
            }
            do {
                ahead = inner.hasNext() ? inner.next() : null;
            } while (ahead == row);
            return row;
        }
    }
}
