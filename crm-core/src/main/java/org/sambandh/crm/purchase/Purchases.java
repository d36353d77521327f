package org.sambandh.crm.purchase;

import static org.sambandh.crm.condition.Conditions.all;
import static org.sambandh.crm.condition.Conditions.count;
import static org.sambandh.crm.condition.Conditions.not;
import static org.sambandh.crm.condition.Conditions.sum;
import static org.sambandh.crm.condition.Conditions.where;
import static org.sambandh.crm.condition.Tests.atLeast;
import static org.sambandh.crm.condition.Tests.atMost;
import static org.sambandh.crm.condition.Tests.is;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sambandh.crm.common.CustomerId;
import org.sambandh.crm.common.EntityRef;
import org.sambandh.crm.common.ExternalRef;
import org.sambandh.crm.common.Money;
import org.sambandh.crm.common.ProductId;
import org.sambandh.crm.common.PurchaseId;
import org.sambandh.crm.common.PurchaseReturnId;
import org.sambandh.crm.common.RuleViolation;
import org.sambandh.crm.condition.Condition;
import org.sambandh.crm.condition.Window;
import org.sambandh.crm.customer.Customer;
import org.sambandh.crm.store.Cursor;
import org.sambandh.crm.store.Order;
import org.sambandh.crm.store.Page;
import org.sambandh.crm.store.Query;
import org.sambandh.crm.store.Unit;
import org.sambandh.crm.store.Units;
import org.sambandh.crm.store.Upserted;

/**
 * Takes in what was bought and what came back, and tells what it comes to.
 *
 * <p><b>Twice is once.</b> A delivery is known by its external reference. The same content again writes nothing and tells
 * nobody. Other content under a known reference is refused ({@code purchase-conflict}), because facts are not edited: who
 * knows that the first was wrong says so by {@link #correct} or {@link #withdraw}.
 *
 * <p><b>The party.</b> A purchase establishes a provisional party and makes it a customer, in the lifecycle too where the
 * tenant has that stage. It never moves anybody back.
 */
public final class Purchases {

    private final Units units;

    /**
     * Makes the service.
     *
     * @param units where its units of work come from
     */
    public Purchases(Units units) {
        this.units = units;
    }

    /**
     * Records a purchase.
     *
     * @param ref how the other system names it
     * @param purchase what was bought
     * @return the purchase: created, or unchanged with nothing written or told; never updated
     * @throws org.sambandh.crm.common.NotFound if there is no such party
     * @throws RuleViolation {@code purchase-conflict} if it is known with other content, {@code one-currency} if its lines
     *     are in several
     * @throws org.sambandh.crm.common.Invalid if it has no line, or two of one key
     */
    public Upserted<Purchase> record(ExternalRef ref, NewPurchase purchase) {
        return units.run(unit -> {
            Ledger ledger = new Ledger(unit);
            Purchase draft = ledger.draft(purchase).toBuilder()
                    .externalRefs(List.of(ref))
                    .build();
            Optional<Purchase> known = ledger.purchase(ref);
            if (known.isEmpty()) {
                return new Upserted.Created<>(ledger.insert(draft, PurchaseEvents.RECORDED, Map.of()));
            }
            if (!known.get().erased() && !Ledger.same(known.get(), draft)) {
                throw new RuleViolation(
                        "purchase-conflict",
                        Ledger.ref(known.get().id()),
                        "It is known under that reference with other content. Correct or withdraw it.");
            }
            return new Upserted.Unchanged<>(known.get());
        });
    }

    /**
     * Records what came back of a purchase.
     *
     * @param ref how the other system names the return
     * @param given what came back
     * @return the return: created, or unchanged with nothing written or told; never updated
     * @throws org.sambandh.crm.common.NotFound if there is no such purchase
     * @throws RuleViolation {@code over-return} if more would have come back, or been given back, than was bought;
     *     {@code return-before-purchase}; {@code no-such-line}; {@code purchase-withdrawn}; {@code one-currency};
     *     {@code return-conflict} if it is known with other content
     * @throws org.sambandh.crm.common.Invalid if it has no line, a quantity is not above zero or in another unit
     */
    public Upserted<PurchaseReturn> recordReturn(ExternalRef ref, NewReturn given) {
        return units.run(unit -> {
            Ledger ledger = new Ledger(unit);
            Optional<PurchaseReturn> known = ledger.returned(ref);
            if (known.isEmpty()) {
                return new Upserted.Created<>(ledger.takeBack(ref, given));
            }
            if (!known.get().erased() && known.get().isValid() && !ledger.same(known.get(), given)) {
                throw new RuleViolation(
                        "return-conflict",
                        Ledger.ref(known.get().id()),
                        "It is known under that reference with other content. Withdraw it and record the right one.");
            }
            return new Upserted.Unchanged<>(known.get());
        });
    }

    /**
     * Puts another entry in the place of one that was recorded wrongly. The new one has its references and its returns; the
     * old one is kept and counts no longer.
     *
     * @param id the entry that is wrong
     * @param right what was bought
     * @param reason why, at most 500 characters
     * @return the entry that counts now; the one there is if it says the same
     * @throws org.sambandh.crm.common.NotFound if there is no such purchase or party
     * @throws RuleViolation {@code purchase-withdrawn} if it counts no longer; {@code over-return}, {@code no-such-line},
     *     {@code return-before-purchase} or {@code one-currency} if what came back is not in the right one
     */
    public Purchase correct(PurchaseId id, NewPurchase right, String reason) {
        return units.run(unit -> {
            Ledger ledger = new Ledger(unit);
            Purchase wrong = counting(ledger, id);
            Purchase draft = ledger.draft(right);
            if (Ledger.same(wrong, draft)) {
                return wrong;
            }
            List<PurchaseReturn> returns = ledger.returnsOf(id);
            OpenLines open = new OpenLines(draft);
            for (PurchaseReturn given : returns) {
                ledger.notBefore(draft, given);
                given.lines().forEach(open::take);
            }
            Withdrawal how = new Withdrawal(unit.now(), reason, draft.id());
            ledger.save(wrong.withdraw(how).toBuilder().externalRefs(List.of()).build());
            Purchase stored = ledger.insert(
                    open.applied().toBuilder()
                            .corrects(id)
                            .externalRefs(wrong.externalRefs())
                            .build(),
                    PurchaseEvents.CORRECTED,
                    Map.of("corrects", id.value()));
            for (PurchaseReturn given : returns) {
                ledger.save(given.toBuilder()
                        .purchase(stored.id())
                        .customer(stored.customer())
                        .build());
            }
            return stored;
        });
    }

    /**
     * Takes a purchase out of the figures: an order that was never placed, or cancelled before anything was delivered. It is
     * kept, and the same delivery is known even so.
     *
     * @param id the purchase
     * @param reason why, at most 500 characters
     * @return the purchase
     * @throws org.sambandh.crm.common.NotFound if there is none
     * @throws RuleViolation {@code purchase-withdrawn} if it counts no longer, {@code purchase-has-returns} if something of
     *     it came back
     */
    public Purchase withdraw(PurchaseId id, String reason) {
        return units.run(unit -> {
            Ledger ledger = new Ledger(unit);
            Purchase before = counting(ledger, id);
            if (!ledger.returnsOf(id).isEmpty()) {
                throw new RuleViolation(
                        "purchase-has-returns", Ledger.ref(id), "Withdraw its returns first, or return the rest.");
            }
            Purchase after = ledger.save(before.withdraw(new Withdrawal(unit.now(), reason, null)));
            ledger.record(PurchaseEvents.WITHDRAWN, before, after, Map.of());
            return after;
        });
    }

    /**
     * Takes a return out of the figures: it did not happen. It is kept, and the same delivery is known even so.
     *
     * @param id the return
     * @param reason why, at most 500 characters
     * @return the return
     * @throws org.sambandh.crm.common.NotFound if there is none
     * @throws RuleViolation {@code return-withdrawn} if it counts no longer
     */
    public PurchaseReturn withdrawReturn(PurchaseReturnId id, String reason) {
        return units.run(unit -> {
            Ledger ledger = new Ledger(unit);
            PurchaseReturn before = ledger.load(id);
            if (!before.isValid()) {
                throw new RuleViolation("return-withdrawn", Ledger.ref(id), "It counts no longer already.");
            }
            Purchase purchase = ledger.load(before.purchase());
            OpenLines open = new OpenLines(purchase);
            before.lines().forEach(open::putBack);
            ledger.save(open.applied());
            PurchaseReturn after = ledger.save(before.toBuilder()
                    .withdrawal(new Withdrawal(unit.now(), reason, null))
                    .build());
            unit.record(
                    PurchaseEvents.RETURN_WITHDRAWN,
                    PurchaseReturn.class,
                    before,
                    after,
                    List.of(Ledger.ref(purchase.id()), EntityRef.of(after.customer())),
                    Map.of());
            return after;
        });
    }

    /**
     * Returns one purchase, also one that counts no longer.
     *
     * @param id its id
     * @return the purchase
     * @throws org.sambandh.crm.common.NotFound if there is none
     */
    public Purchase get(PurchaseId id) {
        return units.run(unit -> new Ledger(unit).load(id));
    }

    /**
     * Returns one return, also one that counts no longer.
     *
     * @param id its id
     * @return the return
     * @throws org.sambandh.crm.common.NotFound if there is none
     */
    public PurchaseReturn getReturn(PurchaseReturnId id) {
        return units.run(unit -> new Ledger(unit).load(id));
    }

    /**
     * Returns the purchase that another system names.
     *
     * @param ref how it is named there
     * @return the entry that has the reference now, or nothing
     */
    public Optional<Purchase> findByRef(ExternalRef ref) {
        return units.run(unit -> new Ledger(unit).purchase(ref));
    }

    /**
     * Returns the return that another system names.
     *
     * @param ref how it is named there
     * @return the return, or nothing
     */
    public Optional<PurchaseReturn> findReturnByRef(ExternalRef ref) {
        return units.run(unit -> new Ledger(unit).returned(ref));
    }

    /**
     * Returns what came back of a purchase.
     *
     * @param id the purchase
     * @return the returns that count, by id
     * @throws org.sambandh.crm.common.NotFound if there is no such purchase
     */
    public List<PurchaseReturn> returnsOf(PurchaseId id) {
        return units.run(unit -> {
            Ledger ledger = new Ledger(unit);
            return ledger.returnsOf(ledger.load(id).id());
        });
    }

    /**
     * Returns the purchases of a party that count, the latest first.
     *
     * @param customer the party, also under an id that was merged
     * @param limit the most purchases of the page, 1 to 1,000
     * @return the first page; empty for a party that does not exist
     */
    public Page<Purchase> latest(CustomerId customer, int limit) {
        return latest(customer, limit, null);
    }

    /**
     * Returns a page of {@link #latest(CustomerId, int)}.
     *
     * @param customer the party, also under an id that was merged
     * @param limit the most purchases of the page, 1 to 1,000
     * @param after where the page before ended, or null for the first
     * @return the page
     * @throws org.sambandh.crm.common.Invalid if the cursor came from another query
     */
    public Page<Purchase> latest(CustomerId customer, int limit, @Nullable Cursor after) {
        return units.run(unit -> {
            Query<Purchase> query = Query.of(boughtBy(unit, customer), unit.moment())
                    .orderBy(Order.descending(PurchaseFields.PURCHASED_AT))
                    .limit(Reading.limit(limit));
            return unit.get(PurchaseRepository.class).find(after == null ? query : query.after(after));
        });
    }

    /**
     * Returns what a party bought in figures, over all its purchases up to now. Reads them all.
     *
     * @param customer the party, also under an id that was merged
     * @return the figures
     * @throws org.sambandh.crm.common.NotFound if there is no such party
     */
    public PurchaseSummary summaryOf(CustomerId customer) {
        return units.run(unit -> {
            PurchaseSummary.Figures figures = new PurchaseSummary.Figures();
            CustomerId party = Reading.party(unit, customer);
            Reading.each(unit, PurchaseRepository.class, boughtBy(unit, party), figures::add);
            return figures.summary(true);
        });
    }

    /**
     * Returns the condition of having bought lately: at least one purchase that counts.
     *
     * @param time how far back it may lie
     * @return the condition; it can be a segment, a criterion of a score, or part of one
     */
    public static Condition<Customer> boughtWithin(Duration time) {
        return count(PurchaseFields.PURCHASES, Window.last(time), atLeast(1));
    }

    /**
     * Returns the condition of having bought before, and not lately.
     *
     * @param time how far back the latest purchase lies at least
     * @return the condition; it never holds of who has not bought at all
     */
    public static Condition<Customer> notBoughtWithin(Duration time) {
        return all(count(PurchaseFields.PURCHASES, Window.ever(), atLeast(1)), not(boughtWithin(time)));
    }

    /**
     * Returns the condition of having bought a product.
     *
     * @param product the product
     * @param window when
     * @return the condition
     */
    public static Condition<Customer> bought(ProductId product, Window window) {
        return count(PurchaseFields.PURCHASES, where(PurchaseFields.PRODUCTS, is(product)), window, atLeast(1));
    }

    /**
     * Returns the condition of a net revenue: what purchases in the currency came to, less what was given back for them.
     *
     * @param amount at least how much, net of tax; purchases in other currencies are not seen
     * @param window when it was bought
     * @return the condition
     */
    public static Condition<Customer> netRevenueAtLeast(Money amount, Window window) {
        return sum(
                PurchaseFields.NET_VALUE,
                PurchaseFields.PURCHASES,
                where(PurchaseFields.CURRENCY, is(amount.currency().getCurrencyCode())),
                window,
                atLeast(amount.amount()));
    }

    /** What counts and is no later than the moment, as conditions see it. */
    private static Condition<Purchase> boughtBy(Unit unit, CustomerId customer) {
        return all(
                where(PurchaseFields.BUYER, is(unit.repositories().redirects().resolve(customer))),
                where(PurchaseFields.PURCHASED_AT, atMost(unit.now())));
    }

    private static Purchase counting(Ledger ledger, PurchaseId id) {
        Purchase purchase = ledger.load(id);
        if (!purchase.isValid()) {
            throw new RuleViolation("purchase-withdrawn", Ledger.ref(id), "It counts no longer already.");
        }
        return purchase;
    }
}
