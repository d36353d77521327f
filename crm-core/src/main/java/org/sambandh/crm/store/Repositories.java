package org.sambandh.crm.store;

import org.sambandh.crm.common.TenantId;
import org.sambandh.crm.condition.Facts;
import org.sambandh.crm.field.Catalog;
import org.sambandh.crm.settings.DatedSettings;

/** What one transaction of one tenant can reach. Valid until the transaction ends; used by one thread. */
public interface Repositories {

    /** {@return whose data it is: what a repository over a table of all tenants restricts itself to} */
    TenantId tenant();

    /**
     * Returns the repository of a type.
     *
     * @param type for example {@code CustomerRepository.class}
     * @param <R> the type
     * @return the repository, replaced ones included
     * @throws org.sambandh.crm.common.StoreFailure if the store has none of this type
     */
    <R extends Repository<?, ?>> R get(Class<R> type);

    /**
     * Returns the repository of an entity.
     *
     * @param entity the class of the entity
     * @param <T> the entity
     * @return the repository, replaced ones included
     * @throws org.sambandh.crm.common.StoreFailure if the store keeps no such entity
     */
    <T> Repository<T, ?> of(Class<T> entity);

    /** {@return the way to related facts, through the same repositories} */
    Facts facts();

    /** {@return the tenant's catalogue} */
    Catalog catalog();

    /** {@return the tenant's settings} */
    DatedSettings settings();

    /** {@return which party a merged one became} */
    Redirects redirects();

    /**
     * Runs an action after the transaction was committed. Dropped when it fails and before it is run again. What the
     * action throws is logged and reaches nobody.
     *
     * @param action the action
     */
    void afterCommit(Runnable action);

    /**
     * Runs an action when the unit of work fails: for a repository over something that the store's transaction does not
     * hold, which puts back there what it changed. The action given last runs first, before anybody else sees the
     * tenant's data; the repositories are of no use to it any more. Dropped when the unit succeeds. What the action throws
     * is logged, and the others run.
     *
     * <p>A store that joins the host's transaction cannot know what becomes of it after the unit: tables that are to
     * follow the host belong into the host's transaction.
     *
     * @param action the action
     */
    void onRollback(Runnable action);

    /**
     * Lets somebody see every write of this transaction from now on. Without one nothing is remembered for it.
     *
     * @param watch sees them; a second one takes the place of the first
     */
    void watch(WriteWatch watch);

    /**
     * Waits until no other transaction of the tenant that has its turn is under way, and keeps the turn until this one
     * ends. What the others committed is read from then on, so that who counts facts and writes what follows from them
     * misses none. Saving events takes the turn too. Asked again, nothing happens.
     */
    void awaitTurn();
}
