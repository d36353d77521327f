package org.sambandh.crm.tck;

import java.util.function.Function;
import org.sambandh.crm.common.TenantId;
import org.sambandh.crm.store.CrmStore;
import org.sambandh.crm.store.Repositories;

/** What every chapter of the store's own contract stands on. */
interface OnStore {

    /** {@return the store under test} */
    CrmStore store();

    /** {@return a tenant that only the running test uses} */
    TenantId tenant();

    /** {@return another tenant that only the running test uses} */
    TenantId other();

    /**
     * Runs work in a transaction of the tenant.
     *
     * @param work the work
     * @param <X> what it returns
     * @return what it returned
     */
    default <X> X in(Function<Repositories, X> work) {
        return store().inTransaction(tenant(), work);
    }
}
