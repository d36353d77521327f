package org.sambandh.crm.store;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.sambandh.crm.common.Moment;
import org.sambandh.crm.common.Revision;
import org.sambandh.crm.condition.Condition;

/**
 * Keeps the entities of one kind, for one tenant ({@link Repositories#tenant}), within one transaction. What was saved
 * before in the same transaction is seen. An id of another tenant, or one that cannot be a key of the table at all, is
 * answered exactly like one that was never given. After any exception the transaction is dead: every further call throws
 * {@link org.sambandh.crm.common.StoreFailure}, and so does {@link CrmStore#inTransaction} in the end, even if its
 * function swallowed the exception. The same holds for calls after the transaction ended.
 *
 * <p>An adapter that can bring its rows answers {@link #find} and {@link #count} with {@link Scan}.
 *
 * @param <T> the entity
 * @param <I> its id
 */
public interface Repository<T, I> {

    /**
     * Returns one entity.
     *
     * @param id its id; not redirected, see {@link Redirects}
     * @return the entity, or nothing
     */
    Optional<T> findById(I id);

    /**
     * Returns several entities.
     *
     * @param ids their ids; repeated ones count once
     * @return those that exist, in the order of {@code ids}; none is no error
     */
    List<T> findAllById(Collection<I> ids);

    /**
     * Returns at most {@code query.limit()} entities that match, in the order of the query; ties break by id. A page
     * that is shorter than its limit is not the last one: only a missing {@link Page#next()} is, because a store stops
     * reading after {@code query.maxScan()} rows.
     *
     * @param query condition, order, moment and cursor
     * @return the page; empty, never null
     * @throws org.sambandh.crm.common.Invalid if the cursor came from another query or the condition names an unknown
     *     field
     */
    Page<T> find(Query<T> query);

    /**
     * Returns how many entities match.
     *
     * @param condition the condition
     * @param moment the moment of the evaluation
     * @return the count
     */
    long count(Condition<T> condition, Moment moment);

    /**
     * Stores entities: inserts those whose revision is {@link Revision#NEW}, replaces the others if their revision is the
     * stored one. All or nothing. Every write gives a revision that the entity never had, even if nothing else changed
     * and even if it was deleted and made anew in between. Unique values are compared as they are after the call, so
     * two entities may swap theirs. What
     * is returned reads like what was given, but for the revision; a column for the time of the last change can be one
     * if it always grows.
     *
     * @param entities each id at most once; none is no error
     * @return what was stored, with the new revisions, in the same order
     * @throws org.sambandh.crm.common.Invalid if an id is there twice
     * @throws org.sambandh.crm.common.StaleRevision naming every entity that is stale or gone; thrown before the next
     * @throws org.sambandh.crm.common.DuplicateKey if an id ({@code id}), or a value of a unique field (by its name), is
     *     taken
     */
    List<T> save(Collection<T> entities);

    /**
     * Removes one entity.
     *
     * @param id its id
     * @param revision the revision that was read
     * @throws org.sambandh.crm.common.NotFound if there is none
     * @throws org.sambandh.crm.common.StaleRevision if another state is stored
     */
    void delete(I id, Revision revision);
}
