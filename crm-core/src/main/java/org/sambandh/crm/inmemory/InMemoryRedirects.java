package org.sambandh.crm.inmemory;

import java.util.List;
import org.sambandh.crm.common.CustomerId;
import org.sambandh.crm.common.EntityRef;
import org.sambandh.crm.common.RuleViolation;
import org.sambandh.crm.store.Redirects;

/** The redirects of a tenant as one transaction sees and changes them. */
final class InMemoryRedirects implements Redirects {

    private final Transaction transaction;

    InMemoryRedirects(Transaction transaction) {
        this.transaction = transaction;
    }

    @Override
    public CustomerId resolve(CustomerId id) {
        return transaction.call(() -> table().resolve(id));
    }

    @Override
    public List<CustomerId> leadingTo(CustomerId survivor) {
        return transaction.call(() -> table().leadingTo(survivor));
    }

    @Override
    public void redirect(CustomerId from, CustomerId to) {
        transaction.call(() -> {
            CustomerId survivor = table().resolve(to);
            if (survivor.equals(from)) {
                throw new RuleViolation(
                        "redirect-to-itself",
                        EntityRef.of(from),
                        "Cannot redirect customer " + from + " to customer " + to
                                + ": both are the same in the end. Merge two different parties.");
            }
            table().leadingTo(from).forEach(id -> set(id, survivor));
            set(from, survivor);
            return true;
        });
    }

    private void set(CustomerId id, CustomerId survivor) {
        CustomerId before = table().set(id, survivor);
        transaction.onRollback(() -> table().set(id, before));
    }

    private RedirectTable table() {
        return transaction.data().redirects();
    }
}
