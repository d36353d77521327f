package org.sambandh.crm.purchase;

import static org.sambandh.crm.condition.Conditions.all;
import static org.sambandh.crm.condition.Conditions.count;
import static org.sambandh.crm.condition.Conditions.sum;
import static org.sambandh.crm.condition.Conditions.where;
import static org.sambandh.crm.condition.Tests.ageAtLeast;
import static org.sambandh.crm.condition.Tests.atLeast;
import static org.sambandh.crm.condition.Tests.is;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.sambandh.crm.common.CustomerId;
import org.sambandh.crm.common.EntityRef;
import org.sambandh.crm.common.ExternalRef;
import org.sambandh.crm.common.InvoiceId;
import org.sambandh.crm.common.Money;
import org.sambandh.crm.common.NotFound;
import org.sambandh.crm.common.PurchaseId;
import org.sambandh.crm.common.RuleViolation;
import org.sambandh.crm.condition.Condition;
import org.sambandh.crm.condition.Window;
import org.sambandh.crm.customer.Customer;
import org.sambandh.crm.event.Changes;
import org.sambandh.crm.store.Cursor;
import org.sambandh.crm.store.Order;
import org.sambandh.crm.store.Page;
import org.sambandh.crm.store.Query;
import org.sambandh.crm.store.Unit;
import org.sambandh.crm.store.Units;
import org.sambandh.crm.store.Upserted;

/**
 * Takes in invoices and what settled them, and tells what is overdue and how fast a party pays. As with purchases, the same
 * delivery twice counts once, and other content under a known reference is refused.
 */
public final class Invoices {

    private final Units units;

    /**
     * Makes the service.
     *
     * @param units where its units of work come from
     */
    public Invoices(Units units) {
        this.units = units;
    }

    /**
     * Records an invoice.
     *
     * @param ref how the other system names it
     * @param invoice what is owed
     * @return the invoice: created, or unchanged with nothing written or told; never updated
     * @throws NotFound if there is no such party or purchase
     * @throws RuleViolation {@code invoice-conflict} if it is known with other content
     * @throws org.sambandh.crm.common.Invalid if the amount is not above zero, or it is due before it is issued
     */
    public Upserted<Invoice> issue(ExternalRef ref, NewInvoice invoice) {
        return units.run(unit -> {
            Invoice draft = draft(unit, ref, invoice);
            Optional<Invoice> known = byRef(unit, ref);
            if (known.isEmpty()) {
                return new Upserted.Created<>(written(unit, PurchaseEvents.ISSUED, null, draft));
            }
            Invoice there = known.get();
            boolean rescheduled = !there.dueOn().equals(draft.dueOn());
            boolean same = there.customer().equals(draft.customer())
                    && there.purchase().equals(draft.purchase())
                    && there.issuedOn().equals(draft.issuedOn())
                    && there.amount().equals(draft.amount());
            if (!same || rescheduled) {
                throw new RuleViolation(
                        "invoice-conflict",
                        ref(there.id()),
                        "It is known under that reference with other content. A due day is changed by reschedule; what"
                                + " is not owed is a credit note.");
            }
            return new Upserted.Unchanged<>(there);
        });
    }

    /**
     * Records a payment, a credit note or a reversal. It may come to less than the invoice, and a payment to more.
     *
     * @param id the invoice
     * @param settlement what came in
     * @return the invoice; with nothing written or told if the settlement was known
     * @throws NotFound if there is no such invoice
     * @throws RuleViolation {@code settlement-conflict} if another one of this invoice has its reference;
     *     {@code one-currency}; {@code over-credit}; {@code over-reversal}; {@code credit-before-invoice}
     */
    public Invoice settle(InvoiceId id, Settlement settlement) {
        return change(id, PurchaseEvents.SETTLED, invoice -> invoice.settle(settlement));
    }

    /**
     * Makes an invoice due on another day.
     *
     * @param id the invoice
     * @param dueOn the last day on which it is in time
     * @return the invoice
     * @throws NotFound if there is no such invoice
     * @throws org.sambandh.crm.common.Invalid if the day lies before the day of issue
     */
    public Invoice reschedule(InvoiceId id, LocalDate dueOn) {
        return change(id, PurchaseEvents.RESCHEDULED, invoice -> invoice.reschedule(dueOn));
    }

    /**
     * Returns one invoice.
     *
     * @param id its id
     * @return the invoice
     * @throws NotFound if there is none
     */
    public Invoice get(InvoiceId id) {
        return units.run(unit -> load(unit, id));
    }

    /**
     * Returns the invoice that another system names.
     *
     * @param ref how it is named there
     * @return the invoice, or nothing
     */
    public Optional<Invoice> findByRef(ExternalRef ref) {
        return units.run(unit -> byRef(unit, ref));
    }

    /**
     * Returns the open invoices of a party, the first due first.
     *
     * @param customer the party, also under an id that was merged
     * @param limit the most invoices of the page, 1 to 1,000
     * @return the first page; empty for a party that does not exist
     */
    public Page<Invoice> open(CustomerId customer, int limit) {
        return open(customer, limit, null);
    }

    /**
     * Returns a page of {@link #open(CustomerId, int)}.
     *
     * @param customer the party, also under an id that was merged
     * @param limit the most invoices of the page, 1 to 1,000
     * @param after where the page before ended, or null for the first
     * @return the page
     * @throws org.sambandh.crm.common.Invalid if the cursor came from another query
     */
    public Page<Invoice> open(CustomerId customer, int limit, @Nullable Cursor after) {
        return units.run(unit -> {
            Query<Invoice> query = Query.of(
                            all(
                                    where(
                                            InvoiceFields.CUSTOMER,
                                            is(unit.repositories().redirects().resolve(customer))),
                                    where(InvoiceFields.OPEN, is(true))),
                            unit.moment())
                    .orderBy(Order.by(InvoiceFields.DUE_ON))
                    .limit(Reading.limit(limit));
            return unit.get(InvoiceRepository.class).find(after == null ? query : query.after(after));
        });
    }

    /**
     * Returns what a party owes us today.
     *
     * @param customer the party, also under an id that was merged
     * @return the sums
     * @throws NotFound if there is no such party
     */
    public Receivables receivables(CustomerId customer) {
        return units.run(unit -> receivables(unit, customer, unit.moment().date()));
    }

    /**
     * Returns what a party owed us at the end of a day, by the settlements of that day and before. Reads all its invoices.
     *
     * @param customer the party, also under an id that was merged
     * @param day the day; due days are those of now
     * @return the sums
     * @throws NotFound if there is no such party
     */
    public Receivables receivables(CustomerId customer, LocalDate day) {
        return units.run(unit -> receivables(unit, customer, day));
    }

    /**
     * Returns how many days a party takes to pay: the arithmetic mean of {@link Invoice#daysToPay} over its invoices that
     * are settled and of which something was paid, each counting once whatever its amount:
     * {@code sum(settledOn - issuedOn) / n}. The catalogue's average of {@link InvoiceFields#DAYS_TO_PAY} is the same.
     *
     * @param customer the party, also under an id that was merged
     * @return the days, rounded to two decimals, halves up; nothing where no invoice was paid
     * @throws NotFound if there is no such party
     */
    public Optional<BigDecimal> daysToPay(CustomerId customer) {
        return units.run(unit -> {
            List<Long> days = new ArrayList<>();
            for (Invoice invoice : invoicesOf(unit, Reading.party(unit, customer))) {
                invoice.daysToPay().ifPresent(days::add);
            }
            long sum = days.stream().mapToLong(Long::longValue).sum();
            return days.isEmpty()
                    ? Optional.empty()
                    : Optional.of(
                            BigDecimal.valueOf(sum).divide(BigDecimal.valueOf(days.size()), 2, RoundingMode.HALF_UP));
        });
    }

    /** {@return the condition of an invoice whose due day is over while something of it is open} */
    public static Condition<Invoice> isOverdue() {
        return all(where(InvoiceFields.OPEN, is(true)), where(InvoiceFields.DUE_ON, ageAtLeast(Period.ofDays(1))));
    }

    /** {@return the condition of having an invoice that is overdue} */
    public static Condition<Customer> hasOverdue() {
        return count(InvoiceFields.INVOICES, isOverdue(), Window.ever(), atLeast(1));
    }

    /**
     * Returns the condition of owing so much that is overdue.
     *
     * @param amount at least how much; invoices in other currencies are not seen
     * @return the condition
     */
    public static Condition<Customer> overdueAtLeast(Money amount) {
        return sum(
                InvoiceFields.OPEN_VALUE,
                InvoiceFields.INVOICES,
                all(
                        isOverdue(),
                        where(InvoiceFields.CURRENCY, is(amount.currency().getCurrencyCode()))),
                Window.ever(),
                atLeast(amount.amount()));
    }

    static List<Invoice> invoicesOf(Unit unit, CustomerId party) {
        List<Invoice> invoices = new ArrayList<>();
        Reading.each(unit, InvoiceRepository.class, where(InvoiceFields.CUSTOMER, is(party)), invoices::add);
        return invoices;
    }

    private static Receivables receivables(Unit unit, CustomerId customer, LocalDate day) {
        return Receivables.of(day, invoicesOf(unit, Reading.party(unit, customer)), true);
    }

    private static EntityRef ref(InvoiceId id) {
        return new EntityRef("invoice", id.value());
    }

    private static Invoice load(Unit unit, InvoiceId id) {
        return unit.get(InvoiceRepository.class).findById(id).orElseThrow(() -> new NotFound(ref(id)));
    }

    private static Optional<Invoice> byRef(Unit unit, ExternalRef ref) {
        return Reading.byRef(unit, InvoiceRepository.class, InvoiceFields.EXTERNAL_REFS, ref);
    }

    private static Invoice draft(Unit unit, ExternalRef ref, NewInvoice invoice) {
        PurchaseId purchase = invoice.purchase();
        return Invoice.builder(unit.newId(InvoiceId.class, InvoiceId::new))
                .customer(Reading.party(unit, invoice.customer()))
                .purchase(
                        purchase == null
                                ? null
                                : new Ledger(unit).load(purchase).id())
                .issuedOn(invoice.issuedOn())
                .issuedAt(invoice.issuedOn()
                        .atStartOfDay(Reading.zoneOn(unit, invoice.issuedOn()))
                        .toInstant())
                .dueOn(invoice.dueOn())
                .amount(invoice.amount())
                .externalRefs(List.of(ref))
                .build();
    }

    private Invoice change(InvoiceId id, String event, UnaryOperator<Invoice> verb) {
        return units.run(unit -> {
            Invoice before = load(unit, id);
            Invoice after = verb.apply(before);
            boolean same = after.settlements().equals(before.settlements())
                    && Changes.between(unit.catalog().subject(Invoice.class), before, after)
                            .isEmpty();
            return same ? before : written(unit, event, before, after);
        });
    }

    private static Invoice written(Unit unit, String event, @Nullable Invoice before, Invoice after) {
        Invoice stored = unit.get(InvoiceRepository.class).save(List.of(after)).get(0);
        List<EntityRef> concerned = List.of(EntityRef.of(stored.customer()));
        unit.record(event, Invoice.class, before, stored, concerned, Map.of());
        return stored;
    }
}
