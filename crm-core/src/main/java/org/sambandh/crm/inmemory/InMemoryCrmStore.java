package org.sambandh.crm.inmemory;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import org.sambandh.crm.common.StoreFailure;
import org.sambandh.crm.common.TenantId;
import org.sambandh.crm.store.AfterCommit;
import org.sambandh.crm.store.CrmStore;
import org.sambandh.crm.store.Entrance;
import org.sambandh.crm.store.Registry;
import org.sambandh.crm.store.Replacement;
import org.sambandh.crm.store.Repositories;
import org.sambandh.crm.store.Repository;
import org.sambandh.crm.store.Schema;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps everything in the memory of this process, with real transactions: each runs alone in its tenant, sees what it
 * wrote itself, and leaves nothing behind when its function throws. Transactions of different tenants run side by side.
 * Nothing outlives the process.
 *
 * <p>Actions after the commit run on the calling thread when the transaction has ended, in the order in which they were
 * given; they may call the store again. What they throw is logged, by its class only, and reaches nobody.
 *
 * <p>Indexed fields are found through a hash index, and pages are read from where the one before ended. Safe for
 * concurrent use.
 */
public final class InMemoryCrmStore implements CrmStore {

    private static final Logger LOG = LoggerFactory.getLogger(InMemoryCrmStore.class);

    private final Registry registry;
    private final Map<TenantId, TenantData> tenants = new ConcurrentHashMap<>();
    private final Entrance entrance = new Entrance();

    /** One counter for the whole store: an entity that is deleted and made anew never gets an old revision back. */
    private final AtomicLong revisions = new AtomicLong();

    private InMemoryCrmStore(Registry registry) {
        this.registry = registry;
    }

    /**
     * Returns a store to fill in.
     *
     * @param schema what it keeps, and for whom
     * @return the builder
     */
    public static Builder builder(Schema schema) {
        return new Builder(schema);
    }

    /**
     * {@inheritDoc}
     *
     * <p>The function runs once. It is refused when this thread is inside a transaction of this store already, even one
     * of another tenant, because waiting for each other's lock could last forever.
     */
    @Override
    public <R> R inTransaction(TenantId tenant, Function<Repositories, R> work) {
        Outcome<R> outcome = entrance.run(() -> run(tenant, work));
        AfterCommit.run(outcome.actions(), LOG);
        return outcome.result();
    }

    private <R> Outcome<R> run(TenantId tenant, Function<Repositories, R> work) {
        TenantData data = enter(tenant);
        try {
            Transaction transaction = new Transaction(registry, revisions, tenant, data);
            boolean committed = false;
            try {
                R result = work.apply(transaction);
                List<Runnable> actions = transaction.commit();
                committed = true;
                return new Outcome<>(result, actions);
            } finally {
                if (!committed) {
                    transaction.undoAll();
                }
            }
        } finally {
            leave(tenant, data);
        }
    }

    private record Outcome<R>(R result, List<Runnable> actions) {}

    private TenantData enter(TenantId tenant) {
        while (true) {
            TenantData data = tenants.computeIfAbsent(tenant, t -> new TenantData());
            if (data.enter()) {
                return data;
            }
        }
    }

    private void leave(TenantId tenant, TenantData data) {
        try {
            if (data.discardIfEmpty()) {
                tenants.remove(tenant, data);
            }
        } finally {
            data.leave();
        }
    }

    int tenantsInMemory() {
        return tenants.size();
    }

    /** Fills in a store. Not safe for concurrent use. */
    public static final class Builder {

        private final Schema schema;
        private final List<Replacement<?>> replacements = new ArrayList<>();

        private Builder(Schema schema) {
            this.schema = schema;
        }

        /**
         * Puts another repository in the place of one of this store, in the same transaction: whatever looks up entities
         * of its kind, related facts and path fields included, asks it from then on.
         *
         * <p>Rows that the repository keeps elsewhere are not undone by this store. Either it says with
         * {@link Repositories#onRollback} how to put back what it changed, or the host calls the library inside a
         * transaction of its own database and rolls that back when the call throws.
         *
         * @param type the feature's repository type, for example {@code CustomerRepository.class}
         * @param make makes it when a transaction first needs it, from the repositories of that transaction, whose
         *     tenant it must respect. Asked for {@code type} itself while it is made, they give the one that is replaced,
         *     so that it can be wrapped, can keep what the host's table has no column for, or returned for tenants whose
         *     rows are not the host's
         * @param <R> the type
         * @return this
         */
        public <R extends Repository<?, ?>> Builder replace(Class<R> type, Function<Repositories, R> make) {
            replacements.add(new Replacement<>(type, make));
            return this;
        }

        /**
         * Returns the store, empty.
         *
         * @return the store
         * @throws StoreFailure if a repository is to be replaced that the schema does not know
         */
        public InMemoryCrmStore build() {
            return new InMemoryCrmStore(new Registry(schema, replacements));
        }
    }
}
