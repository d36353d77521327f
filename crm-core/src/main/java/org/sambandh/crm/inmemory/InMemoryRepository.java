package org.sambandh.crm.inmemory;

import java.util.ArrayList;
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
import org.sambandh.crm.condition.Condition;
import org.sambandh.crm.field.Field;
import org.sambandh.crm.store.EntityType;
import org.sambandh.crm.store.Equality;
import org.sambandh.crm.store.Lookup;
import org.sambandh.crm.store.Page;
import org.sambandh.crm.store.Query;
import org.sambandh.crm.store.Repository;
import org.sambandh.crm.store.Scan;
import org.sambandh.crm.store.Sorting;

/** The rows of one table as one transaction sees and changes them. */
final class InMemoryRepository<T extends Entity<I>, I extends Id> implements Repository<T, I> {

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
        return Scan.page(
                transaction,
                type.type(),
                query,
                behind -> table.behind(behind.orElse(null), sorting, query.orders(), lookup(query.condition())));
    }

    @Override
    public long count(Condition<T> condition, Moment moment) {
        if (condition instanceof Condition.Always) {
            return table.size();
        }
        Iterator<T> rows = table.behind(null, Sorting.of(List.of()), List.of(), lookup(condition));
        return Scan.count(transaction, type.type(), condition, moment, rows);
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
        transaction.undoBy(() -> table.replace(id, before));
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
}
