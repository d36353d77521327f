package org.sambandh.crm.tck;

import org.sambandh.crm.common.PurchaseId;
import org.sambandh.crm.purchase.Purchase;

/** The contract of {@link org.sambandh.crm.purchase.PurchaseRepository}. */
public abstract class PurchaseRepositoryContract extends RepositoryContract<Purchase, PurchaseId> {

    /** Begins the contract. */
    protected PurchaseRepositoryContract() {
        super(Purchase.class);
    }

    @Override
    protected Purchase changed(Purchase entity) {
        return entity.toBuilder().purpose("changed").build();
    }

    @Override
    protected Purchase claiming(Purchase entity, int... keys) {
        return entity.toBuilder().externalRefs(Keys.refs(keys)).build();
    }
}
