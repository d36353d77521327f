package org.sambandh.crm.tck;

import org.sambandh.crm.common.InvoiceId;
import org.sambandh.crm.purchase.Invoice;

/** The contract of {@link org.sambandh.crm.purchase.InvoiceRepository}. */
public abstract class InvoiceRepositoryContract extends RepositoryContract<Invoice, InvoiceId> {

    /** Begins the contract. */
    protected InvoiceRepositoryContract() {
        super(Invoice.class);
    }

    @Override
    protected Invoice changed(Invoice entity) {
        return entity.toBuilder().dueOn(entity.dueOn().plusDays(1)).build();
    }

    @Override
    protected Invoice claiming(Invoice entity, int... keys) {
        return entity.toBuilder().externalRefs(Keys.refs(keys)).build();
    }
}
