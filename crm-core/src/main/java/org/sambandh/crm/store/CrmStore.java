package org.sambandh.crm.store;

import java.util.function.Function;
import org.sambandh.crm.common.TenantId;

/**
 * Runs work inside a transaction of one tenant. All or nothing: when the work throws, nothing of it is kept. Safe for
 * concurrent use.
 */
public interface CrmStore {

    /**
     * Runs {@code work} and commits what it saved, or, in a store that joins the host's transaction, leaves the commit to
     * the host. A store may run the work again after a serialisation failure, so it must have no effects outside.
     *
     * @param tenant whose data it sees and writes
     * @param work gets repositories that are valid during the call only
     * @param <R> what the work returns
     * @return what the work returned
     * @throws org.sambandh.crm.common.StoreFailure if the store failed, or is called from inside its own transaction on
     *     the same thread
     */
    <R> R inTransaction(TenantId tenant, Function<Repositories, R> work);
}
