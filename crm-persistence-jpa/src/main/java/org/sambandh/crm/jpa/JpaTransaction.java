package org.sambandh.crm.jpa;

import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.sambandh.crm.common.Entity;
import org.sambandh.crm.common.EntityRef;
import org.sambandh.crm.common.Id;
import org.sambandh.crm.common.StaleRevision;
import org.sambandh.crm.common.TenantId;
import org.sambandh.crm.condition.Facts;
import org.sambandh.crm.store.EntityType;
import org.sambandh.crm.store.GroupQuery;
import org.sambandh.crm.store.GroupedReads;
import org.sambandh.crm.store.Redirects;
import org.sambandh.crm.store.Registry;
import org.sambandh.crm.store.Repository;
import org.sambandh.crm.store.StoreTransaction;

/** One transaction over an entity manager, which is ours or the host's. */
final class JpaTransaction extends StoreTransaction implements GroupedReads {

    /** Whoever reads more in one unit than this learns of a lost race by the exception. */
    private static final int MOST_REMEMBERED = 10_000;

    private final EntityManager em;

    /** Revisions are never given twice, so that they name a state by themselves. */
    private final Set<Long> read = new HashSet<>();

    private final CatalogPlan plan;
    private final Facts facts = new JpaFacts(this);
    private final Redirects redirects = new JpaRedirects(this);

    private @Nullable Boolean mayRedirect;
    private boolean hasTurn;

    JpaTransaction(Registry registry, TenantId tenant, EntityManager em, CatalogPlan plan) {
        super(registry, tenant);
        this.em = em;
        this.plan = plan;
    }

    /**
     * Locks the rows that an earlier run of this unit came too late for, in one order for all units, so that this one
     * reads what it will find when it writes.
     */
    void lock(Set<Overtaken.State> late) {
        List<EntityRef> refs = late.stream()
                .map(Overtaken.State::ref)
                .sorted(Comparator.comparing(EntityRef::kind).thenComparing(EntityRef::id))
                .toList();
        for (EntityRef ref : refs) {
            for (EntityType<?, ?, ?> type : registry().schema().entities()) {
                if (type.name().equals(ref.kind())) {
                    Failures.translated(() -> new Jpql()
                            .add("update " + plan(type).entityName()
                                    + " r set r.revision = r.revision where r.tenant = ")
                            .bind(tenant().value())
                            .add(" and r.id = ")
                            .bind(ref.id())
                            .execute(em));
                }
            }
        }
    }

    /** Remembers that an entity was read in this state. */
    void read(long revision) {
        if (read.size() < MOST_REMEMBERED) {
            read.add(revision);
        }
    }

    /** The failure of a write that came too late; a unit that had read all of it itself can be run again. */
    StaleRevision stale(Collection<EntityRef> refs, Set<Overtaken.State> states) {
        boolean ownReads =
                states.stream().allMatch(state -> read.contains(state.revision().value()));
        return ownReads ? Overtaken.stale(refs, states) : new StaleRevision(refs);
    }

    EntityManager em() {
        return em;
    }

    EntityPlan<?, ?> planOf(Class<?> entity) {
        return plan(registry().byEntity(entity));
    }

    <T extends Entity<I>, I extends Id> EntityPlan<T, I> plan(EntityType<T, I, ?> type) {
        return plan.of(type);
    }

    @SuppressWarnings("unchecked") // the registry knows each entity under its class
    <T extends Entity<I>, I extends Id> EntityPlan<T, I> planFor(Class<T> entity) {
        return plan((EntityType<T, I, ?>) registry().byEntity(entity));
    }

    /** Whether any party was merged: they are rare, and cost every path a second look. */
    boolean hasRedirects() {
        if (mayRedirect == null || !mayRedirect) {
            mayRedirect = !new Jpql()
                    .add("select r.id from SambandhRedirect r where r.tenant = ")
                    .bind(tenant().value())
                    .list(em, String.class, 1)
                    .isEmpty();
        }
        return mayRedirect;
    }

    @Override
    protected <T extends Entity<I>, I extends Id> Repository<T, I> own(EntityType<T, I, ?> type) {
        return new JpaRepository<>(this, plan(type));
    }

    @Override
    public <T> Optional<List<GroupQuery.Row>> group(GroupQuery<T> query) {
        return call(() -> Failures.translated(() -> grouped(query)));
    }

    @SuppressWarnings("unchecked") // what is grouped is an entity of the store
    private <T extends Entity<I>, I extends Id> Optional<List<GroupQuery.Row>> grouped(GroupQuery<?> query) {
        return new JpaGroups<>(this, (GroupQuery<T>) query).run();
    }

    @Override
    protected Facts ownFacts() {
        return facts;
    }

    @Override
    protected Redirects ownRedirects() {
        return redirects;
    }

    @Override
    protected void ownTurn() {
        if (!hasTurn) {
            Failures.translated(() -> {
                List<Object> touched = new ArrayList<>();
                new Outbox(this, touched).awaitTurn();
                touched.forEach(em::detach);
                return true;
            });
            hasTurn = true;
        }
    }
}
