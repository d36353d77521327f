package org.sambandh.crm.tck;

import org.sambandh.crm.common.PurchaseReturnId;
import org.sambandh.crm.purchase.PurchaseReturn;

/** The contract of {@link org.sambandh.crm.purchase.PurchaseReturnRepository}. */
public abstract class PurchaseReturnRepositoryContract extends RepositoryContract<PurchaseReturn, PurchaseReturnId> {

    /** Begins the contract. */
    protected PurchaseReturnRepositoryContract() {
        super(PurchaseReturn.class);
    }

    @Override
    protected PurchaseReturn changed(PurchaseReturn entity) {
        return entity.toBuilder().reason("changed").build();
    }

    @Override
    protected PurchaseReturn claiming(PurchaseReturn entity, int... keys) {
        return entity.toBuilder().externalRefs(Keys.refs(keys)).build();
    }
}
