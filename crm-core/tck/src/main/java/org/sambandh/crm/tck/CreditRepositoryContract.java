package org.sambandh.crm.tck;

import org.sambandh.crm.common.CreditId;
import org.sambandh.crm.common.CustomerId;
import org.sambandh.crm.purchase.Credit;

/** The contract of {@link org.sambandh.crm.purchase.CreditRepository}. */
public abstract class CreditRepositoryContract extends RepositoryContract<Credit, CreditId> {

    /** Begins the contract. */
    protected CreditRepositoryContract() {
        super(Credit.class);
    }

    @Override
    protected Credit changed(Credit entity) {
        return entity.toBuilder().customer(new CustomerId("changed")).build();
    }

    @Override
    protected Credit claiming(Credit entity, int... keys) {
        return entity.toBuilder().externalRefs(Keys.refs(keys)).build();
    }
}
