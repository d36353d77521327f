package org.sambandh.crm.store;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.sambandh.crm.common.Moment;
import org.sambandh.crm.common.Revision;
import org.sambandh.crm.condition.Condition;

/**
 * A repository that hands every call to another one: the base of what stores return for a feature's own repository type,
 * and of guards around any repository.
 *
 * @param <T> the entity
 * @param <I> its id
 */
public abstract class ForwardingRepository<T, I> implements Repository<T, I> {

    private final Repository<T, I> inner;

    /**
     * Wraps a repository.
     *
     * @param inner gets every call
     */
    protected ForwardingRepository(Repository<T, I> inner) {
        this.inner = inner;
    }

    @Override
    public Optional<T> findById(I id) {
        return inner.findById(id);
    }

    @Override
    public List<T> findAllById(Collection<I> ids) {
        return inner.findAllById(ids);
    }

    @Override
    public Page<T> find(Query<T> query) {
        return inner.find(query);
    }

    @Override
    public long count(Condition<T> condition, Moment moment) {
        return inner.count(condition, moment);
    }

    @Override
    public List<T> save(Collection<T> entities) {
        return inner.save(entities);
    }

    @Override
    public void delete(I id, Revision revision) {
        inner.delete(id, revision);
    }
}
