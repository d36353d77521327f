package org.sambandh.crm.store;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.sambandh.crm.common.Entity;
import org.sambandh.crm.common.Id;
import org.sambandh.crm.common.StoreFailure;
import org.sambandh.crm.common.TenantId;
import org.sambandh.crm.condition.Facts;
import org.sambandh.crm.field.Catalog;
import org.sambandh.crm.settings.DatedSettings;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One transaction of a store, as far as every store is alike: the repositories in it, replaced ones included, the thread
 * it belongs to, and its death with the first exception of any repository. A store makes one for each call of
 * {@link CrmStore#inTransaction}, runs the work with it, and commits its own data only after {@link #commit} returned.
 */
public abstract class StoreTransaction implements Repositories {

    private static final Logger LOG = LoggerFactory.getLogger(StoreTransaction.class);

    private final Thread owner = Thread.currentThread();
    private final List<Runnable> afterCommit = new ArrayList<>();
    private final Deque<Runnable> onRollback = new ArrayDeque<>();
    private final Map<Class<?>, Repository<?, ?>> repositories = new HashMap<>();
    private final Set<Class<?>> beingReplaced = new HashSet<>();

    private final Registry registry;
    private final TenantId tenant;
    private final Catalog catalog;
    private final DatedSettings settings;

    private final States states = new States();
    private @Nullable WriteWatch watch;
    private boolean wrote;
    private boolean ended;
    private @Nullable Throwable failure;

    /**
     * Begins a transaction of the calling thread.
     *
     * @param registry what the store keeps
     * @param tenant whose data
     */
    protected StoreTransaction(Registry registry, TenantId tenant) {
        this.registry = registry;
        this.tenant = tenant;
        this.catalog = registry.schema().catalog(tenant);
        this.settings = registry.schema().settings(tenant);
    }

    /**
     * Returns the store's own repository of one kind of entity. Asked at most twice in a transaction for each kind: for
     * use, and to be wrapped by a replacement.
     *
     * @param type the kind
     * @param <T> the entity
     * @param <I> its id
     * @return the repository; its calls are guarded by this transaction
     */
    protected abstract <T extends Entity<I>, I extends Id> Repository<T, I> own(EntityType<T, I, ?> type);

    /** {@return the way to related facts, see {@link StoreFacts}; always the same one} */
    protected abstract Facts ownFacts();

    /** {@return the redirects, see {@link StoreRedirects}; always the same ones} */
    protected abstract Redirects ownRedirects();

    /** Waits for the turn, see {@link #awaitTurn}; called through this class only. */
    protected abstract void ownTurn();

    @Override
    public final <R extends Repository<?, ?>> R get(Class<R> type) {
        return call(() -> type.cast(repository(registry.byRepository(type))));
    }

    @Override
    @SuppressWarnings("unchecked") // the registry knows each entity under its class
    public final <T> Repository<T, ?> of(Class<T> entity) {
        return call(() -> (Repository<T, ?>) repository(registry.byEntity(entity)));
    }

    @Override
    public final Facts facts() {
        check();
        return ownFacts();
    }

    @Override
    public final Catalog catalog() {
        check();
        return catalog;
    }

    @Override
    public final DatedSettings settings() {
        check();
        return settings;
    }

    @Override
    public final Redirects redirects() {
        check();
        return ownRedirects();
    }

    @Override
    public final void afterCommit(Runnable action) {
        check();
        afterCommit.add(action);
    }

    @Override
    public final void onRollback(Runnable action) {
        check();
        onRollback.push(action);
    }

    @Override
    public final void watch(WriteWatch newWatch) {
        check();
        watch = newWatch;
    }

    @Override
    public final void awaitTurn() {
        call(() -> {
            ownTurn();
            return true;
        });
    }

    @Nullable
    WriteWatch watch() {
        return watch;
    }

    /** What was read in this transaction, as long as somebody watches what becomes of it. */
    States states() {
        return states;
    }

    void beforeWriting() {
        if (watch != null && !wrote) {
            wrote = true;
            watch.beforeFirst();
        }
    }

    @Override
    public final TenantId tenant() {
        return tenant;
    }

    /** {@return what the store keeps} */
    public final Registry registry() {
        return registry;
    }

    /**
     * Ends the work: from now on no repository can be used.
     *
     * @return the actions to be run when the store has committed
     * @throws StoreFailure if the transaction is dead, so that it must be rolled back
     */
    public final List<Runnable> commit() {
        check();
        ended = true;
        return afterCommit;
    }

    /** Ends the transaction as {@link #rollback} does, unless it has ended. */
    public final void end() {
        if (!ended) {
            rollback();
        }
    }

    /**
     * Ends the transaction and runs what was given to {@link #onRollback}, last first and once; what the actions throw is
     * logged, by its class only. A store calls it itself when its own commit fails after {@link #commit} returned, and
     * before it lets anybody else see the tenant's data.
     */
    public final void rollback() {
        ended = true;
        while (!onRollback.isEmpty()) {
            try {
                onRollback.pop().run();
            } catch (Throwable e) {
                // The message may be personal: the action is the host's.
                LOG.error(
                        "An action on rollback failed with {}; what it was to put back may be left changed.",
                        e.getClass().getName());
            }
        }
    }

    /**
     * Runs one call of a repository, of facts or redirects; after any exception the transaction is dead.
     *
     * @param work the call
     * @param <R> what it returns
     * @return what it returned
     * @throws StoreFailure if the transaction is dead or has ended, or belongs to another thread
     */
    protected final <R> R call(Supplier<R> work) {
        check();
        try {
            return work.get();
        } catch (Throwable e) {
            if (failure == null) {
                failure = e;
            }
            throw e;
        }
    }

    private void check() {
        if (Thread.currentThread() != owner) {
            throw new StoreFailure("These repositories belong to the thread that runs the transaction. Read what the"
                    + " other thread needs first, or let it call the store itself.");
        }
        if (ended) {
            throw new StoreFailure("The transaction has ended. Use repositories within the function that was given to"
                    + " inTransaction only; call the store again.");
        }
        if (failure != null) {
            throw new StoreFailure(
                    "The transaction is dead since an earlier call failed with "
                            + failure.getClass().getSimpleName()
                            + ". Nothing of it is kept; let the exception through and call the store again.",
                    failure);
        }
    }

    private Repository<?, ?> repository(EntityType<?, ?, ?> type) {
        Repository<?, ?> known = repositories.get(type.repository());
        if (known != null) {
            return known;
        }
        Replacement<?> replacement = registry.replacement(type.repository());
        if (replacement == null) {
            Repository<?, ?> own = guarded(type, true);
            repositories.put(type.repository(), own);
            return own;
        }
        if (!beingReplaced.add(type.repository())) {
            // The replacement asks for what it replaces: it gets ours, to wrap it.
            return guarded(type, false);
        }
        Repository<?, ?> made = replaced(type, replacement);
        repositories.put(type.repository(), made);
        return made;
    }

    private <T extends Entity<I>, I extends Id, R extends Repository<T, I>> R guarded(
            EntityType<T, I, R> type, boolean outermost) {
        return type.typed().apply(new GuardedRepository<>(this, type, own(type), outermost));
    }

    @SuppressWarnings("unchecked") // the registry knows each replacement under the type of its repository
    private <T extends Entity<I>, I extends Id, R extends Repository<T, I>> R replaced(
            EntityType<T, I, R> type, Replacement<?> replacement) {
        R hosts = ((Replacement<R>) replacement).make().apply(this);
        return type.typed().apply(new GuardedRepository<>(this, type, hosts, true));
    }
}
