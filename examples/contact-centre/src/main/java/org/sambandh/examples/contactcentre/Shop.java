package org.sambandh.examples.contactcentre;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.sambandh.crm.CrmSession;
import org.sambandh.crm.common.CustomerId;
import org.sambandh.crm.common.Money;
import org.sambandh.crm.customer.Customer;
import org.sambandh.crm.customer.NewCustomer;
import org.sambandh.crm.field.Field;
import org.sambandh.crm.field.FieldType;
import org.sambandh.crm.store.Upserted;

/** Takes in the orders of the shop, many in one unit: all rows of a unit are kept, or none. */
final class Shop {

    /** The country as the shop writes it: a field of our own, as some are none, such as Channel Islands. */
    static final Field.One<Customer, String> MARKET = Field.attribute(Customer.class, "market", FieldType.TEXT);

    private static final int TOGETHER = 1_000;

    private final CrmSession crm;
    private final Map<String, CustomerId> buyers = new HashMap<>();

    Shop(CrmSession crm) {
        this.crm = crm;
    }

    /**
     * What became of the rows.
     *
     * @param written how many orders were written; a second delivery writes none
     * @param rows how many rows there are of each kind
     * @param cancelled what the cancellations of known buyers come to, below zero
     * @param cancellations how many those are
     */
    record Delivery(long written, Map<OrderRow.Kind, Integer> rows, Money cancelled, int cancellations) {

        Delivery {
            rows = Map.copyOf(rows);
        }
    }

    Delivery deliver(List<OrderRow> rows) {
        Map<OrderRow.Kind, Integer> kinds = new EnumMap<>(OrderRow.Kind.class);
        Money cancelled = Money.zero(Money.currencyOf("GBP"));
        int cancellations = 0;
        List<OrderRow> orders = new ArrayList<>();
        for (OrderRow row : rows) {
            kinds.merge(row.kind(), 1, Integer::sum);
            if (row.kind() == OrderRow.Kind.ORDER) {
                orders.add(row);
            } else if (row.kind() == OrderRow.Kind.CANCELLATION && !row.buyer().isEmpty()) {
                cancelled = cancelled.plus(row.amount());
                cancellations++;
            }
        }
        long written = 0;
        for (int from = 0; from < orders.size(); from += TOGETHER) {
            List<OrderRow> some = orders.subList(from, Math.min(from + TOGETHER, orders.size()));
            written += crm.inTransaction(unit -> record(unit, some));
        }
        return new Delivery(written, kinds, cancelled, cancellations);
    }

    private long record(CrmSession unit, List<OrderRow> orders) {
        long written = 0;
        for (OrderRow order : orders) {
            CustomerId buyer = buyers.computeIfAbsent(order.buyer(), number -> buyer(unit, order));
            if (unit.purchases().record(order.ref(), order.purchase(buyer)) instanceof Upserted.Created<?>) {
                written++;
            }
        }
        return written;
    }

    /** Who they are the shop does not tell; the first purchase makes a customer of them. */
    private CustomerId buyer(CrmSession unit, OrderRow order) {
        NewCustomer buyer = NewCustomer.organization("Buyer " + order.buyer()).set(MARKET, order.country());
        return unit.customers()
                .upsertProvisional(order.buyerRef(), buyer)
                .entity()
                .id();
    }
}
