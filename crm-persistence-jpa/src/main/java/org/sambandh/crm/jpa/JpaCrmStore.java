package org.sambandh.crm.jpa;

import com.google.common.cache.Cache;
import com.google.common.cache.CacheBuilder;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import org.sambandh.crm.common.StoreFailure;
import org.sambandh.crm.common.TenantId;
import org.sambandh.crm.field.Catalog;
import org.sambandh.crm.store.CrmStore;
import org.sambandh.crm.store.Entrance;
import org.sambandh.crm.store.Registry;
import org.sambandh.crm.store.Replacement;
import org.sambandh.crm.store.Repositories;
import org.sambandh.crm.store.Repository;
import org.sambandh.crm.store.Schema;

/**
 * Keeps everything in a relational database, through the persistence provider of the host. The host's persistence unit
 * lists {@link #entityClasses()}; {@link Migrations} makes the tables.
 *
 * <p>An <em>owning</em> store begins and ends a transaction for each unit, and runs a unit again, up to five times, that
 * lost against another one; so the work must have no effects outside. A <em>joining</em> store takes part in the transaction that the
 * host began and leaves it to the host to end it: it writes at once, forgets only its own rows, and runs nothing twice.
 *
 * <p>Concurrent units of one tenant run side by side. Of two that change the same entity one loses. An owning store lets
 * it read and change anew, so that {@link org.sambandh.crm.common.StaleRevision} reaches only a caller who had read the
 * entity before the unit began; a joining store leaves that to the host. Safe for concurrent use.
 */
public final class JpaCrmStore implements CrmStore {

    private final Registry registry;
    private final Units units;

    /** By the catalogue itself; tenants whose catalogues are alike share one. */
    private final Cache<Catalog, CatalogPlan> plans =
            CacheBuilder.newBuilder().weakKeys().maximumSize(1_000).build();

    private final Entrance entrance = new Entrance();

    private JpaCrmStore(Registry registry, Units units) {
        this.registry = registry;
        this.units = units;
    }

    /** How a unit gets its entity manager, and what becomes of its transaction. */
    interface Units {

        /** Runs the work; returns what it returned. */
        <R> R run(Entrance entrance, Work<R> work);
    }

    /** What a unit does with an entity manager. */
    interface Work<R> {

        /**
         * Does it.
         *
         * @param em in a transaction
         * @param late what an earlier run of the same unit came too late for: this one locks it first
         */
        Unit<R> with(EntityManager em, Set<Overtaken.State> late);
    }

    /** A unit whose work is done: what it returned, what is to be run after the commit, and what if that fails. */
    record Unit<R>(R result, List<Runnable> afterCommit, Runnable onRollback) {}

    /**
     * Returns a store that begins and ends transactions itself.
     *
     * @param emf makes entity managers with resource-local transactions
     * @param schema what it keeps, and for whom
     * @return the builder
     */
    public static Builder owning(EntityManagerFactory emf, Schema schema) {
        return new Builder(schema, new OwningUnits(emf));
    }

    /**
     * Returns a store that takes part in the transactions of the host.
     *
     * @param em an entity manager, or a proxy for that of the calling thread; in a transaction whenever the store is
     *     called
     * @param afterCommit lets an action run after the commit of the host's transaction, and drops it after a rollback;
     *     for example over {@code TransactionSynchronizationRegistry}
     * @param schema what it keeps, and for whom
     * @return the builder
     */
    public static Builder joining(EntityManager em, Consumer<Runnable> afterCommit, Schema schema) {
        return new Builder(schema, new JoiningUnits(em, afterCommit));
    }

    /**
     * Returns the classes that the host's persistence unit must list.
     *
     * @return entities, mapped superclasses and converters
     */
    public static List<Class<?>> entityClasses() {
        return RowTypes.entityClasses();
    }

    @Override
    public <R> R inTransaction(TenantId tenant, Function<Repositories, R> work) {
        return units.run(entrance, (em, late) -> {
            JpaTransaction transaction = new JpaTransaction(registry, tenant, em, plan(tenant));
            try {
                transaction.lock(late);
                R result = work.apply(transaction);
                return new Unit<>(result, transaction.commit(), transaction::rollback);
            } finally {
                transaction.end();
            }
        });
    }

    private CatalogPlan plan(TenantId tenant) {
        Catalog catalog = registry.schema().catalog(tenant);
        CatalogPlan known = plans.getIfPresent(catalog);
        if (known == null) {
            known = new CatalogPlan(catalog);
            plans.put(catalog, known);
        }
        return known;
    }

    /** Fills in a store. Not safe for concurrent use. */
    public static final class Builder {

        private final Schema schema;
        private final Units units;
        private final List<Replacement<?>> replacements = new ArrayList<>();

        private Builder(Schema schema, Units units) {
            this.schema = schema;
            this.units = units;
        }

        /**
         * Puts another repository in the place of one of this store, in the same transaction: whatever looks up entities
         * of its kind, related facts and path fields included, asks it from then on.
         *
         * @param type the feature's repository type, for example {@code CustomerRepository.class}
         * @param make makes it when a transaction first needs it, from the repositories of that transaction. Asked for
         *     {@code type} itself while it is made, they give the one that is replaced, so that it can be wrapped
         * @param <R> the type
         * @return this
         */
        public <R extends Repository<?, ?>> Builder replace(Class<R> type, Function<Repositories, R> make) {
            replacements.add(new Replacement<>(type, make));
            return this;
        }

        /**
         * Returns the store. Reads nothing from the database yet.
         *
         * @return the store
         * @throws StoreFailure if a repository is to be replaced that the schema does not know
         */
        public JpaCrmStore build() {
            return new JpaCrmStore(new Registry(schema, replacements), units);
        }
    }
}
