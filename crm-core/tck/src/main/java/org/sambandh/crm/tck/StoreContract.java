package org.sambandh.crm.tck;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.sambandh.crm.common.TenantId;
import org.sambandh.crm.store.CrmStore;
import org.sambandh.crm.store.Schema;

/**
 * Every rule of {@link CrmStore}, {@link org.sambandh.crm.store.Repositories}, {@link org.sambandh.crm.store.Redirects}
 * and {@link org.sambandh.crm.condition.Facts}, and of the outbox and the change feed over them, as a test in the same
 * words. An adapter extends this class and says how its store is made; {@link WholeStoreContract} holds it too.
 */
public abstract class StoreContract
        implements TransactionChapter, RedirectsChapter, FactsChapter, OutboxChapter, TurnsChapter {

    private static final Schema SCHEMA = Samples.schema();

    private final TenantId tenant = Bench.newTenant();
    private final TenantId other = Bench.newTenant();
    private @Nullable CrmStore store;

    /** Begins the contract. */
    protected StoreContract() {}

    /**
     * Returns the store under test. Called before each test; it may be the same store each time, over the same data.
     *
     * @param schema what it keeps; the same one each time
     * @return the store
     */
    protected abstract CrmStore store(Schema schema);

    @Override
    public final CrmStore store() {
        if (store == null) {
            throw new IllegalStateException("no test is running");
        }
        return store;
    }

    @Override
    public final TenantId tenant() {
        return tenant;
    }

    @Override
    public final TenantId other() {
        return other;
    }

    /** Prepares a test. */
    @BeforeEach
    final void begin() {
        store = store(SCHEMA);
    }

    /** Forgets the tenants of a test. */
    @AfterEach
    final void end() {
        SCHEMA.refresh(tenant);
        SCHEMA.refresh(other);
    }
}
