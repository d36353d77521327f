package org.sambandh.crm.inmemory;

import java.util.List;
import org.sambandh.crm.common.CustomerId;
import org.sambandh.crm.store.StoreRedirects;

/** The redirects of a tenant as one transaction sees and changes them. */
final class InMemoryRedirects extends StoreRedirects {

    private final Transaction transaction;

    InMemoryRedirects(Transaction transaction) {
        super(transaction);
        this.transaction = transaction;
    }

    @Override
    protected CustomerId survivor(CustomerId id) {
        return table().resolve(id);
    }

    @Override
    protected List<CustomerId> merged(CustomerId survivor) {
        return table().leadingTo(survivor);
    }

    @Override
    protected void put(List<CustomerId> ids, CustomerId survivor) {
        for (CustomerId id : ids) {
            CustomerId before = table().set(id, survivor);
            transaction.undoBy(() -> table().set(id, before));
        }
    }

    private RedirectTable table() {
        return transaction.data().redirects();
    }
}
