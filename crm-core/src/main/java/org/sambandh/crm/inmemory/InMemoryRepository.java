package org.sambandh.crm.inmemory;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sambandh.crm.common.DuplicateKey;
import org.sambandh.crm.common.Entity;
import org.sambandh.crm.common.EntityRef;
import org.sambandh.crm.common.Id;
import org.sambandh.crm.common.Invalid;
import org.sambandh.crm.common.Moment;
import org.sambandh.crm.common.NotFound;
import org.sambandh.crm.common.Revision;
import org.sambandh.crm.common.StaleRevision;
import org.sambandh.crm.condition.CompiledCondition;
import org.sambandh.crm.condition.Condition;
import org.sambandh.crm.field.Field;
import org.sambandh.crm.store.Cursor;
import org.sambandh.crm.store.Cursors;
import org.sambandh.crm.store.EntityType;
import org.sambandh.crm.store.Equality;
import org.sambandh.crm.store.Lookup;
import org.sambandh.crm.store.Page;
import org.sambandh.crm.store.Query;
import org.sambandh.crm.store.Repository;
import org.sambandh.crm.store.Sorting;

/** The rows of one table as one transaction sees and changes them. */
final class InMemoryRepository<T extends Entity<I>, I extends Id> implements Repository<T, I> {

    private static final int FIRST_CHUNK = 64;
    private static final int LARGEST_CHUNK = 4_096;

    private final Transaction transaction;
    private final Table<T, I> table;
    private final EntityType<T, I, ?> type;

    InMemoryRepository(Transaction transaction, Table<T, I> table) {
        this.transaction = transaction;
        this.table = table;
        this.type = table.type();
    }

    @Override
    public Optional<T> findById(I id) {
        return Optional.ofNullable(table.get(id.value()));
    }

    @Override
    public List<T> findAllById(Collection<I> ids) {
        List<T> found = new ArrayList<>();
        for (I id : new LinkedHashSet<>(ids)) {
            T row = table.get(id.value());
            if (row != null) {
                found.add(row);
            }
        }
        return found;
    }

    @Override
    public Page<T> find(Query<T> query) {
        Sorting<T> sorting = Sorting.of(query.orders());
        Cursors.Start start = Cursors.start(transaction.tenant(), query);
        Predicate<T> predicate = predicate(query.condition(), start.moment());
        Iterator<T> rows =
                table.behind(start.behind().orElse(null), sorting, query.orders(), lookup(query.condition()));
        List<T> items = new ArrayList<>();
        int read = 0;
        int size = FIRST_CHUNK;
        T last = null;
        while (rows.hasNext() && read < query.maxScan() && items.size() < query.limit()) {
            List<T> chunk = take(rows, Math.min(size, query.maxScan() - read));
            BitSet matching = predicate.test(chunk);
            read += chunk.size();
            size = Math.min(2 * size, LARGEST_CHUNK);
            int at = matching.nextSetBit(0);
            for (; at >= 0 && items.size() < query.limit(); at = matching.nextSetBit(at + 1)) {
                last = chunk.get(at);
                items.add(last);
            }
            if (at >= 0) {
                return new Page<>(items, Optional.of(cursor(query, start.moment(), sorting, last)));
            }
            last = chunk.get(chunk.size() - 1);
        }
        return new Page<>(
                items, rows.hasNext() ? Optional.of(cursor(query, start.moment(), sorting, last)) : Optional.empty());
    }

    @Override
    public long count(Condition<T> condition, Moment moment) {
        if (condition instanceof Condition.Always) {
            return table.size();
        }
        Predicate<T> predicate = predicate(condition, moment);
        Iterator<T> rows = table.behind(null, Sorting.of(List.of()), List.of(), lookup(condition));
        long count = 0;
        while (rows.hasNext()) {
            count += predicate.test(take(rows, LARGEST_CHUNK)).cardinality();
        }
        return count;
    }

    @Override
    public List<T> save(Collection<T> entities) {
        Map<String, T> given = new LinkedHashMap<>();
        for (T entity : entities) {
            if (given.put(entity.id().value(), entity) != null) {
                throw new Invalid(
                        type.name(), "saved twice in one call: " + type.ref(entity) + "; save its last state only");
            }
        }
        refuseStale(given.values());
        for (Field<T, ?> field : type.unique()) {
            refuseTaken(field, given);
        }
        List<T> stored = new ArrayList<>(given.size());
        for (T entity : given.values()) {
            stored.add(type.stamp().apply(entity, transaction.nextRevision()));
        }
        for (T entity : stored) {
            replace(entity.id().value(), entity);
        }
        return stored;
    }

    @Override
    public void delete(I id, Revision revision) {
        T row = table.get(id.value());
        EntityRef ref = new EntityRef(type.name(), id.value());
        if (row == null) {
            throw new NotFound(ref);
        }
        if (!row.revision().equals(revision)) {
            throw new StaleRevision(List.of(ref));
        }
        replace(id.value(), null);
    }

    private void replace(String id, @Nullable T now) {
        T before = table.replace(id, now);
        transaction.onRollback(() -> table.replace(id, before));
    }

    private void refuseStale(Collection<T> entities) {
        List<EntityRef> stale = new ArrayList<>();
        T taken = null;
        for (T entity : entities) {
            T row = table.get(entity.id().value());
            if (entity.revision().isNew()) {
                taken = taken == null && row != null ? entity : taken;
            } else if (row == null || !row.revision().equals(entity.revision())) {
                stale.add(type.ref(entity));
            }
        }
        if (!stale.isEmpty()) {
            throw new StaleRevision(stale);
        }
        if (taken != null) {
            throw new DuplicateKey(type.ref(taken), "id");
        }
    }

    // Compared with the state after the call, so that two entities may swap their keys in one.
    private void refuseTaken(Field<T, ?> field, Map<String, T> given) {
        HashIndex<T> index = table.index(field);
        Map<String, String> claimed = new HashMap<>();
        given.forEach((id, entity) -> {
            for (String key : index.keys(entity)) {
                String other = claimed.put(key, id);
                boolean taken = other != null && !other.equals(id);
                for (T row : index.get(key)) {
                    taken |= !given.containsKey(row.id().value());
                }
                if (taken) {
                    throw new DuplicateKey(type.ref(entity), field.name());
                }
            }
        });
    }

    private @Nullable Lookup<T> lookup(Condition<T> condition) {
        return Lookup.cheapest(condition, this::cost).orElse(null);
    }

    // The index is built with the reader of the catalogue: that of a field of the same name may read something else.
    private long cost(Equality<T, ?> equality) {
        Field<T, ?> declared = transaction
                .catalog()
                .findField(type.type(), equality.field().name())
                .orElse(null);
        if (declared != null && declared.indexed()) {
            table.index(declared);
        }
        return table.cost(equality);
    }

    private Cursor cursor(Query<T> query, Moment moment, Sorting<T> sorting, @Nullable T last) {
        if (last == null) {
            throw new IllegalStateException("no row was read");
        }
        return Cursors.next(transaction.tenant(), query, moment, sorting.key(last));
    }

    /** A condition at a moment, over a chunk of rows. */
    private interface Predicate<T> {
        BitSet test(List<T> chunk);
    }

    private Predicate<T> predicate(Condition<T> condition, Moment moment) {
        if (condition instanceof Condition.Always) {
            return chunk -> {
                BitSet all = new BitSet();
                all.set(0, chunk.size());
                return all;
            };
        }
        CompiledCondition<T> compiled = CompiledCondition.of(condition, type.type(), transaction.catalog());
        return chunk -> compiled.testAll(chunk, transaction.facts(), moment);
    }

    private static <T> List<T> take(Iterator<T> rows, int most) {
        List<T> chunk = new ArrayList<>(Math.min(most, LARGEST_CHUNK));
        while (chunk.size() < most && rows.hasNext()) {
            chunk.add(rows.next());
        }
        return chunk;
    }
}
