package org.sambandh.crm.store;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sambandh.crm.common.Entity;
import org.sambandh.crm.common.Id;
import org.sambandh.crm.common.Moment;
import org.sambandh.crm.common.Revision;
import org.sambandh.crm.condition.Condition;

/**
 * Lets every call of a repository, ours or the host's, count for the life and death of the transaction, and tells who
 * watches the transaction what was written.
 */
final class GuardedRepository<T extends Entity<I>, I extends Id> extends ForwardingRepository<T, I> {

    private final StoreTransaction transaction;
    private final Class<T> type;
    private final boolean outermost;

    /** One that a replacement wraps is not watched: the replacement is, and may know more of the entity. */
    GuardedRepository(
            StoreTransaction transaction, EntityType<T, I, ?> type, Repository<T, I> inner, boolean outermost) {
        super(inner);
        this.transaction = transaction;
        this.type = type.type();
        this.outermost = outermost;
    }

    @Override
    public Optional<T> findById(I id) {
        return transaction.call(() -> {
            Optional<T> found = super.findById(id);
            found.ifPresent(entity -> see(List.of(entity)));
            return found;
        });
    }

    @Override
    public List<T> findAllById(Collection<I> ids) {
        return transaction.call(() -> {
            List<T> found = super.findAllById(ids);
            see(found);
            return found;
        });
    }

    @Override
    public Page<T> find(Query<T> query) {
        return transaction.call(() -> {
            Page<T> page = super.find(query);
            see(page.items());
            return page;
        });
    }

    @Override
    public long count(Condition<T> condition, Moment moment) {
        return transaction.call(() -> super.count(condition, moment));
    }

    @Override
    public List<T> save(Collection<T> entities) {
        return transaction.call(() -> {
            WriteWatch watch = watch();
            if (watch == null || entities.isEmpty()) {
                return super.save(entities);
            }
            transaction.beforeWriting();
            Map<I, T> before = before(entities);
            List<T> stored = super.save(entities);
            see(stored);
            stored.forEach(entity -> watch.wrote(type, before.get(entity.id()), entity));
            return stored;
        });
    }

    @Override
    public void delete(I id, Revision revision) {
        transaction.call(() -> {
            WriteWatch watch = watch();
            if (watch == null) {
                super.delete(id, revision);
                return true;
            }
            transaction.beforeWriting();
            T known = transaction.states().known(type, id, revision);
            T before = known != null ? known : super.findById(id).orElse(null);
            super.delete(id, revision);
            transaction.states().forget(type, id);
            watch.wrote(type, before, null);
            return true;
        });
    }

    private Map<I, T> before(Collection<T> entities) {
        Map<I, T> before = new HashMap<>();
        List<I> unknown = new ArrayList<>();
        for (T entity : entities) {
            if (!entity.revision().isNew()) {
                T known = transaction.states().known(type, entity.id(), entity.revision());
                if (known == null) {
                    unknown.add(entity.id());
                } else {
                    before.put(entity.id(), known);
                }
            }
        }
        if (!unknown.isEmpty()) {
            super.findAllById(unknown).forEach(entity -> before.put(entity.id(), entity));
        }
        return before;
    }

    private void see(List<T> entities) {
        if (watch() != null) {
            entities.forEach(entity -> transaction.states().see(type, entity));
        }
    }

    private @Nullable WriteWatch watch() {
        return outermost ? transaction.watch() : null;
    }
}
