package org.sambandh.crm.purchase;

import java.time.Instant;
import org.sambandh.crm.common.CustomerId;
import org.sambandh.crm.customer.Customer;
import org.sambandh.crm.customer.CustomerFields;
import org.sambandh.crm.customer.Customers;
import org.sambandh.crm.customer.LifecycleStage;
import org.sambandh.crm.customer.Lifecycles;
import org.sambandh.crm.store.Unit;
import org.sambandh.crm.store.Units;

/** What a purchase says of the party: it is there, and it is a customer. */
final class Buying {

    private Buying() {}

    /**
     * Establishes the party and advances its lifecycle to customer, where the tenant has that stage. A former customer
     * comes back by a purchase made since, not by one of long ago that is only recorded now.
     */
    static void shows(Unit unit, CustomerId id, Instant purchasedAt) {
        Customers customers = new Customers(Units.joining(unit));
        Customer party = customers.establish(id);
        boolean former =
                party.lifecycleStage().filter(LifecycleStage.FORMER::equals).isPresent();
        Instant since = CustomerFields.LIFECYCLE_SINCE.get(party);
        boolean longAgo = former && since != null && purchasedAt.isBefore(since);
        boolean known = new Lifecycles(Units.joining(unit)).get().stages().contains(LifecycleStage.CUSTOMER);
        if (known && !longAgo) {
            customers.advanceLifecycle(id, LifecycleStage.CUSTOMER);
        }
    }
}
