package org.sambandh.examples.contactcentre;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToLongBiFunction;
import org.sambandh.crm.CrmSession;
import org.sambandh.crm.common.CustomerId;
import org.sambandh.crm.common.ExternalRef;
import org.sambandh.crm.common.Money;
import org.sambandh.crm.common.ProductId;
import org.sambandh.crm.customer.Customer;
import org.sambandh.crm.customer.NewCustomer;
import org.sambandh.crm.field.Field;
import org.sambandh.crm.field.FieldType;
import org.sambandh.crm.purchase.NewPurchase;
import org.sambandh.crm.purchase.NewReturn;
import org.sambandh.crm.store.Upserted;

/** Takes in the orders of the shop, many in one unit: all rows of a unit are kept, or none. */
final class Shop {

    /** The country as the shop writes it: a field of our own, as some are none, such as Channel Islands. */
    static final Field.One<Customer, String> MARKET = Field.attribute(Customer.class, "market", FieldType.TEXT);

    private static final int TOGETHER = 1_000;

    private final CrmSession crm;
    private final Map<String, CustomerId> buyers = new HashMap<>();
    private final Map<String, ProductId> products = new HashMap<>();

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
     * @param lines how many lines of orders are known
     * @param back what became of the lines taken back
     * @param returns how many returns were written; a second delivery writes none
     */
    record Delivery(
            long written,
            Map<OrderRow.Kind, Integer> rows,
            Money cancelled,
            int cancellations,
            long lines,
            Takebacks back,
            long returns) {

        Delivery {
            rows = Map.copyOf(rows);
        }
    }

    Delivery deliver(List<OrderRow> rows, List<LineRow> lines) {
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
        Map<String, List<LineRow>> linesOf = new HashMap<>();
        for (LineRow line : lines) {
            linesOf.computeIfAbsent(line.invoice(), invoice -> new ArrayList<>())
                    .add(line);
        }
        long written = together(orders, (unit, some) -> record(unit, some, linesOf));
        long known = orders.stream()
                .mapToLong(order ->
                        linesOf.getOrDefault(order.invoice(), List.of()).size())
                .sum();
        Takebacks back = Takebacks.of(orders, linesOf, lines);
        long returns = together(List.copyOf(back.returns().entrySet()), Shop::takeBack);
        return new Delivery(written, kinds, cancelled, cancellations, known, back, returns);
    }

    private <T> long together(List<T> all, ToLongBiFunction<CrmSession, List<T>> work) {
        long written = 0;
        for (int from = 0; from < all.size(); from += TOGETHER) {
            List<T> some = all.subList(from, Math.min(from + TOGETHER, all.size()));
            written += crm.inTransaction(unit -> work.applyAsLong(unit, some));
        }
        return written;
    }

    private static long takeBack(CrmSession unit, List<Map.Entry<ExternalRef, NewReturn>> returns) {
        return returns.stream()
                .filter(given ->
                        unit.purchases().recordReturn(given.getKey(), given.getValue()) instanceof Upserted.Created<?>)
                .count();
    }

    private long record(CrmSession unit, List<OrderRow> orders, Map<String, List<LineRow>> linesOf) {
        long written = 0;
        for (OrderRow order : orders) {
            CustomerId buyer = buyers.computeIfAbsent(order.buyer(), number -> buyer(unit, order));
            NewPurchase purchase = order.purchase(
                    buyer, linesOf.getOrDefault(order.invoice(), List.of()), line -> product(unit, line));
            if (unit.purchases().record(order.ref(), purchase) instanceof Upserted.Created<?>) {
                written++;
            }
        }
        return written;
    }

    /** The first words that the file has for a product are its name. */
    private ProductId product(CrmSession unit, LineRow line) {
        return products.computeIfAbsent(
                line.code(),
                code -> unit.products()
                        .upsert(line.productRef(), line.product())
                        .entity()
                        .id());
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
