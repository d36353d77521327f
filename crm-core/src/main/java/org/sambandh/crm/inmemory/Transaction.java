package org.sambandh.crm.inmemory;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.atomic.AtomicLong;
import org.sambandh.crm.common.Entity;
import org.sambandh.crm.common.Id;
import org.sambandh.crm.common.Revision;
import org.sambandh.crm.common.TenantId;
import org.sambandh.crm.condition.Facts;
import org.sambandh.crm.store.EntityType;
import org.sambandh.crm.store.Redirects;
import org.sambandh.crm.store.Registry;
import org.sambandh.crm.store.Repository;
import org.sambandh.crm.store.StoreTransaction;

/** One transaction: the rows of its tenant, and how to undo what it did. */
final class Transaction extends StoreTransaction {

    private final Deque<Runnable> undo = new ArrayDeque<>();
    private final AtomicLong revisions;
    private final TenantData data;
    private final Facts facts = new InMemoryFacts(this);
    private final Redirects redirects = new InMemoryRedirects(this);

    Transaction(Registry registry, AtomicLong revisions, TenantId tenant, TenantData data) {
        super(registry, tenant);
        this.revisions = revisions;
        this.data = data;
    }

    @Override
    protected <T extends Entity<I>, I extends Id> Repository<T, I> own(EntityType<T, I, ?> type) {
        return new InMemoryRepository<>(this, data.table(type));
    }

    @Override
    protected Facts ownFacts() {
        return facts;
    }

    @Override
    protected Redirects ownRedirects() {
        return redirects;
    }

    /** A transaction has its tenant for itself. */
    @Override
    protected void ownTurn() {}

    TenantData data() {
        return data;
    }

    Table<?, ?> tableOf(Class<?> entity) {
        return data.table(registry().byEntity(entity));
    }

    Revision nextRevision() {
        return new Revision(revisions.incrementAndGet());
    }

    /** Puts our own rows back, those of a call that failed half-way too. */
    void undoBy(Runnable action) {
        undo.push(action);
    }

    void undoAll() {
        while (!undo.isEmpty()) {
            undo.pop().run();
        }
        rollback();
    }
}
