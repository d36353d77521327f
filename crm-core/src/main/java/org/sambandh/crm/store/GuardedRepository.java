package org.sambandh.crm.store;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.sambandh.crm.common.Moment;
import org.sambandh.crm.common.Revision;
import org.sambandh.crm.condition.Condition;

/** Lets every call of a repository, ours or the host's, count for the life and death of the transaction. */
final class GuardedRepository<T, I> extends ForwardingRepository<T, I> {

    private final StoreTransaction transaction;

    GuardedRepository(StoreTransaction transaction, Repository<T, I> inner) {
        super(inner);
        this.transaction = transaction;
    }

    @Override
    public Optional<T> findById(I id) {
        return transaction.call(() -> super.findById(id));
    }

    @Override
    public List<T> findAllById(Collection<I> ids) {
        return transaction.call(() -> super.findAllById(ids));
    }

    @Override
    public Page<T> find(Query<T> query) {
        return transaction.call(() -> super.find(query));
    }

    @Override
    public long count(Condition<T> condition, Moment moment) {
        return transaction.call(() -> super.count(condition, moment));
    }

    @Override
    public List<T> save(Collection<T> entities) {
        return transaction.call(() -> super.save(entities));
    }

    @Override
    public void delete(I id, Revision revision) {
        transaction.call(() -> {
            super.delete(id, revision);
            return true;
        });
    }
}
