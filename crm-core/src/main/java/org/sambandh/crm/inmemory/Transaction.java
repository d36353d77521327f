package org.sambandh.crm.inmemory;

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
import org.sambandh.crm.common.Revision;
import org.sambandh.crm.common.StoreFailure;
import org.sambandh.crm.common.TenantId;
import org.sambandh.crm.condition.Facts;
import org.sambandh.crm.field.Catalog;
import org.sambandh.crm.settings.DatedSettings;
import org.sambandh.crm.store.EntityType;
import org.sambandh.crm.store.Redirects;
import org.sambandh.crm.store.Repositories;
import org.sambandh.crm.store.Repository;

/** One transaction: what it may still do, how to undo what it did, and the repositories as it sees them. */
final class Transaction implements Repositories {

    private final Thread owner = Thread.currentThread();
    private final Deque<Runnable> undo = new ArrayDeque<>();
    private final List<Runnable> afterCommit = new ArrayList<>();
    private final Map<Class<?>, Repository<?, ?>> repositories = new HashMap<>();
    private final Set<Class<?>> beingReplaced = new HashSet<>();

    private final Registry registry;
    private final TenantId tenant;
    private final TenantData data;
    private final Catalog catalog;
    private final DatedSettings settings;
    private final Facts facts = new InMemoryFacts(this);
    private final Redirects redirects = new InMemoryRedirects(this);

    private boolean ended;
    private @Nullable Throwable failure;

    Transaction(Registry registry, TenantId tenant, TenantData data) {
        this.registry = registry;
        this.tenant = tenant;
        this.data = data;
        this.catalog = registry.schema().catalog(tenant);
        this.settings = registry.schema().settings(tenant);
    }

    @Override
    public <R extends Repository<?, ?>> R get(Class<R> type) {
        return call(() -> type.cast(repository(registry.byRepository(type))));
    }

    @Override
    @SuppressWarnings("unchecked") // the registry knows each entity under its class
    public <T> Repository<T, ?> of(Class<T> entity) {
        return call(() -> (Repository<T, ?>) repository(registry.byEntity(entity)));
    }

    @Override
    public Facts facts() {
        check();
        return facts;
    }

    @Override
    public Catalog catalog() {
        check();
        return catalog;
    }

    @Override
    public DatedSettings settings() {
        check();
        return settings;
    }

    @Override
    public Redirects redirects() {
        check();
        return redirects;
    }

    @Override
    public void afterCommit(Runnable action) {
        check();
        afterCommit.add(action);
    }

    TenantId tenant() {
        return tenant;
    }

    TenantData data() {
        return data;
    }

    /** Whether an entity is kept by a repository of the host's, so that its rows are not ours to look into. */
    boolean isReplaced(Class<?> entity) {
        return registry.replacement(registry.byEntity(entity).repository()) != null;
    }

    <T extends Entity<I>, I extends Id> Table<T, I> table(EntityType<T, I, ?> type) {
        return data.table(type);
    }

    Table<?, ?> tableOf(Class<?> entity) {
        return table(registry.byEntity(entity));
    }

    Revision nextRevision() {
        return registry.nextRevision();
    }

    void onRollback(Runnable action) {
        undo.push(action);
    }

    /** Runs one call of a repository; after any exception the transaction is dead. */
    <R> R call(Supplier<R> work) {
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

    /** Ends the transaction for good; throws, if it is dead, instead of committing it. */
    List<Runnable> commit() {
        check();
        ended = true;
        return afterCommit;
    }

    void rollback() {
        ended = true;
        while (!undo.isEmpty()) {
            undo.pop().run();
        }
    }

    private Repository<?, ?> repository(EntityType<?, ?, ?> type) {
        Repository<?, ?> known = repositories.get(type.repository());
        if (known != null) {
            return known;
        }
        Replacement<?> replacement = registry.replacement(type.repository());
        if (replacement == null) {
            Repository<?, ?> own = own(type);
            repositories.put(type.repository(), own);
            return own;
        }
        if (!beingReplaced.add(type.repository())) {
            // The replacement asks for what it replaces: it gets ours, to wrap it.
            return own(type);
        }
        Repository<?, ?> made = replaced(type, replacement);
        repositories.put(type.repository(), made);
        return made;
    }

    private <T extends Entity<I>, I extends Id, R extends Repository<T, I>> R own(EntityType<T, I, R> type) {
        return type.typed().apply(new GuardedRepository<>(this, new InMemoryRepository<>(this, table(type))));
    }

    @SuppressWarnings("unchecked") // the registry knows each replacement under the type of its repository
    private <T extends Entity<I>, I extends Id, R extends Repository<T, I>> R replaced(
            EntityType<T, I, R> type, Replacement<?> replacement) {
        R hosts = ((Replacement<R>) replacement).make().apply(this);
        return type.typed().apply(new GuardedRepository<>(this, hosts));
    }
}
