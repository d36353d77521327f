package org.sambandh.crm.store;

import java.util.ArrayList;
import java.util.List;
import org.sambandh.crm.common.CustomerId;
import org.sambandh.crm.common.EntityRef;
import org.sambandh.crm.common.RuleViolation;

/** Redirects as every store keeps them: flattened when one is recorded, so that a look-up is one step. */
public abstract class StoreRedirects implements Redirects {

    private final StoreTransaction transaction;

    /**
     * Makes the redirects of a transaction.
     *
     * @param transaction the transaction
     */
    protected StoreRedirects(StoreTransaction transaction) {
        this.transaction = transaction;
    }

    /**
     * Returns where an id leads.
     *
     * @param id the id
     * @return the survivor that {@link #put} gave it, or {@code id} itself
     */
    protected abstract CustomerId survivor(CustomerId id);

    /**
     * Returns which ids lead to a party.
     *
     * @param survivor the party
     * @return the ids, ordered
     */
    protected abstract List<CustomerId> merged(CustomerId survivor);

    /**
     * Lets ids lead to a party, wherever they led before.
     *
     * @param ids the ids
     * @param survivor the party
     */
    protected abstract void put(List<CustomerId> ids, CustomerId survivor);

    @Override
    public final CustomerId resolve(CustomerId id) {
        return transaction.call(() -> survivor(id));
    }

    @Override
    public final List<CustomerId> leadingTo(CustomerId survivor) {
        return transaction.call(() -> merged(survivor));
    }

    @Override
    public final void redirect(CustomerId from, CustomerId to) {
        transaction.call(() -> {
            CustomerId survivor = survivor(to);
            if (survivor.equals(from)) {
                throw new RuleViolation(
                        "redirect-to-itself",
                        EntityRef.of(from),
                        "Cannot redirect customer " + from + " to customer " + to
                                + ": both are the same in the end. Merge two different parties.");
            }
            List<CustomerId> ids = new ArrayList<>(merged(from));
            ids.add(from);
            put(ids, survivor);
            return true;
        });
    }
}
