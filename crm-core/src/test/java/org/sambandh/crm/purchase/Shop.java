package org.sambandh.crm.purchase;

import java.time.Duration;
import java.time.Instant;
import org.sambandh.crm.common.CustomerId;
import org.sambandh.crm.common.ExternalRef;
import org.sambandh.crm.common.Money;
import org.sambandh.crm.common.ProductId;
import org.sambandh.crm.common.Quantity;
import org.sambandh.crm.condition.Condition;
import org.sambandh.crm.customer.Customer;
import org.sambandh.crm.customer.NewCustomer;
import org.sambandh.crm.interaction.World;

/** A shop with one buyer, whose deliveries tests write short. */
final class Shop {

    static final ProductId DRILL = new ProductId("drill");
    static final ProductId SAW = new ProductId("saw");

    final World world = new World();
    final Purchases purchases = new Purchases(world.units());
    final Invoices invoices = new Invoices(world.units());
    final Credits credits = new Credits(world.units());
    final CustomerId asha = world.customers()
            .register(NewCustomer.person("Asha Rao").email("asha@example.in"))
            .id();

    static ExternalRef order(String value) {
        return new ExternalRef("shop", "order", value);
    }

    static ExternalRef back(String value) {
        return new ExternalRef("shop", "return", value);
    }

    static Money rupees(String amount) {
        return Money.of(amount, "INR");
    }

    static Quantity pieces(long count) {
        return Quantity.of(count, "piece");
    }

    Instant daysAgo(long days) {
        return world.clock().instant().minus(Duration.ofDays(days));
    }

    /** Ten drills for 1,000.00 on line "1". */
    NewPurchase drills(long daysAgo) {
        return NewPurchase.by(asha, daysAgo(daysAgo)).line("1", DRILL, pieces(10), rupees("1000.00"));
    }

    Purchase bought(String ref, NewPurchase purchase) {
        return purchases.record(order(ref), purchase).entity();
    }

    PurchaseReturn returned(String ref, Purchase purchase, long pieces) {
        return purchases
                .recordReturn(
                        back(ref),
                        NewReturn.of(purchase.id(), world.clock().instant()).line("1", pieces(pieces)))
                .entity();
    }

    boolean holds(Condition<Customer> condition) {
        return world.customers().find(condition).items().stream()
                .anyMatch(customer -> customer.id().equals(asha));
    }
}
