package org.sambandh.crm.purchase;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sambandh.crm.common.CustomerId;
import org.sambandh.crm.common.Entity;
import org.sambandh.crm.common.EntityRef;
import org.sambandh.crm.common.ExternalRef;
import org.sambandh.crm.common.Invalid;
import org.sambandh.crm.common.InvoiceId;
import org.sambandh.crm.common.Money;
import org.sambandh.crm.common.PurchaseId;
import org.sambandh.crm.common.Revision;
import org.sambandh.crm.common.RuleViolation;

/**
 * What a party owes us for something: an amount, until when, and what settled it. A fact from the host's ERP; only
 * settlements and the due day change. Amounts are to be paid, so tax is in them.
 */
public final class Invoice implements Entity<InvoiceId> {

    private final InvoiceId id;
    private final Revision revision;
    private final CustomerId customer;
    private final @Nullable PurchaseId purchase;
    private final Instant issuedAt;
    private final LocalDate issuedOn;
    private final LocalDate dueOn;
    private final Money amount;
    private final List<Settlement> settlements;
    private final List<ExternalRef> externalRefs;

    private Invoice(Builder b) {
        id = b.id;
        revision = b.revision;
        customer = Needed.of("invoice.customer", b.customer);
        purchase = b.purchase;
        issuedAt = Needed.of("invoice.issuedAt", b.issuedAt).truncatedTo(ChronoUnit.MICROS);
        issuedOn = Needed.day("invoice.issuedOn", Needed.of("invoice.issuedOn", b.issuedOn));
        dueOn = Needed.day("invoice.dueOn", Needed.of("invoice.dueOn", b.dueOn));
        amount = Needed.of("invoice.amount", b.amount);
        settlements = List.copyOf(b.settlements);
        externalRefs = List.copyOf(new LinkedHashSet<>(b.externalRefs));

        if (dueOn.isBefore(issuedOn)) {
            throw new Invalid("invoice.dueOn", "not before the day of issue, " + issuedOn + ", found " + dueOn);
        }
        if (amount.signum() <= 0) {
            throw new Invalid("invoice.amount", "above zero; what is given back is a credit note");
        }
        Amounts.inReach("invoice.amount", amount);
        Settlements.check(new EntityRef("invoice", id.value()), amount, settlements);
    }

    /**
     * Returns a builder of one to fill: customer, issuedAt, issuedOn, dueOn, amount are needed.
     *
     * @param id its id
     * @return the builder
     */
    public static Builder builder(InvoiceId id) {
        return new Builder(id);
    }

    /** {@return a builder that holds everything of this} */
    public Builder toBuilder() {
        Builder b = new Builder(id);
        b.revision = revision;
        b.customer = customer;
        b.purchase = purchase;
        b.issuedAt = issuedAt;
        b.issuedOn = issuedOn;
        b.dueOn = dueOn;
        b.amount = amount;
        b.settlements = settlements;
        b.externalRefs = externalRefs;
        return b;
    }

    @Override
    public InvoiceId id() {
        return id;
    }

    @Override
    public Revision revision() {
        return revision;
    }

    /** {@return who owes it} */
    public CustomerId customer() {
        return customer;
    }

    /** {@return the purchase it is for; missing where it is for several or none} */
    public Optional<PurchaseId> purchase() {
        return Optional.ofNullable(purchase);
    }

    /** {@return the first instant of the day of issue, for windows} */
    public Instant issuedAt() {
        return issuedAt;
    }

    /** {@return the day of issue in the zone of the tenant} */
    public LocalDate issuedOn() {
        return issuedOn;
    }

    /** {@return the last day on which it is in time; not before the day of issue} */
    public LocalDate dueOn() {
        return dueOn;
    }

    /** {@return what is to be paid, tax included; above zero} */
    public Money amount() {
        return amount;
    }

    /** {@return what settled it, in the order of recording; each reference once} */
    public List<Settlement> settlements() {
        return settlements;
    }

    @Override
    public List<ExternalRef> externalRefs() {
        return externalRefs;
    }

    /** {@return what settled it by now: payments and credit notes less reversals} */
    public Money settled() {
        return Settlements.upTo(LocalDate.MAX, amount.currency(), settlements);
    }

    /** {@return what is still to be paid, by all that is known; never below zero} */
    public Money open() {
        return Amounts.notBelowZero(amount.minus(settled()));
    }

    /** {@return what was paid too much; zero mostly} */
    public Money overpaid() {
        return Amounts.notBelowZero(settled().minus(amount));
    }

    /**
     * Returns what was still to be paid at the end of a day.
     *
     * @param day the day; settlements of later days are not seen
     * @return the amount; zero before the day of issue
     */
    public Money openOn(LocalDate day) {
        return day.isBefore(issuedOn)
                ? Money.zero(amount.currency())
                : Amounts.notBelowZero(amount.minus(Settlements.upTo(day, amount.currency(), settlements)));
    }

    /**
     * Returns what was overdue at the end of a day.
     *
     * @param day the day
     * @return the open amount if the due day lies before the day, else zero
     */
    public Money overdueOn(LocalDate day) {
        return dueOn.isBefore(day) ? openOn(day) : Money.zero(amount.currency());
    }

    /** {@return the day since which it has been settled; missing while something is open} */
    public Optional<LocalDate> settledOn() {
        return Settlements.settledOn(amount, settlements);
    }

    /**
     * Returns how long it took to be paid: calendar days from the day of issue to the day since which it has been
     * settled, 0 where it was settled before it was issued.
     *
     * @return the days; missing while something is open, and where nothing was paid but all of it credited
     */
    public Optional<Long> daysToPay() {
        return Settlements.daysToPay(issuedOn, amount, settlements);
    }

    /**
     * Returns this invoice with one more settlement.
     *
     * @param settlement what settled it
     * @return a changed copy; this if it is there
     * @throws RuleViolation {@code settlement-conflict} if another one has its reference, {@code one-currency},
     *     {@code over-credit}, {@code over-reversal} or {@code credit-before-invoice}
     */
    public Invoice settle(Settlement settlement) {
        for (Settlement known : settlements) {
            if (known.ref().equals(settlement.ref())) {
                if (known.equals(settlement)) {
                    return this;
                }
                throw new RuleViolation(
                        "settlement-conflict",
                        new EntityRef("invoice", id.value()),
                        "A settlement of that reference is known with other content. Reverse it under a reference of its"
                                + " own, then record the right one.");
            }
        }
        if (settlement.kind() == Settlement.Kind.CREDIT_NOTE && settlement.on().isBefore(issuedOn)) {
            throw new RuleViolation(
                    "credit-before-invoice",
                    new EntityRef("invoice", id.value()),
                    "The invoice was issued on " + issuedOn + "; a credit note of " + settlement.on()
                            + " cannot be for it.");
        }
        List<Settlement> more = new ArrayList<>(settlements);
        more.add(settlement);
        return toBuilder().settlements(more).build();
    }

    /**
     * Returns this invoice, due on another day.
     *
     * @param newDay the last day on which it is in time
     * @return a changed copy
     */
    public Invoice reschedule(LocalDate newDay) {
        return toBuilder().dueOn(newDay).build();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Invoice that && id.equals(that.id);
    }

    @Override
    public int hashCode() {
        return id.hashCode();
    }

    /** {@return kind, id and revision} */
    @Override
    public String toString() {
        return "invoice " + id + " revision " + revision.value();
    }

    /** Fills a invoice. Not safe for concurrent use. */
    public static final class Builder {

        private final InvoiceId id;
        private Revision revision = Revision.NEW;
        private @Nullable CustomerId customer;
        private @Nullable PurchaseId purchase;
        private @Nullable Instant issuedAt;
        private @Nullable LocalDate issuedOn;
        private @Nullable LocalDate dueOn;
        private @Nullable Money amount;
        private List<Settlement> settlements = List.of();
        private List<ExternalRef> externalRefs = List.of();

        private Builder(InvoiceId id) {
            this.id = id;
        }

        /**
         * Sets revision.
         *
         * @param value given by the store
         * @return this
         */
        public Builder revision(Revision value) {
            revision = value;
            return this;
        }

        /**
         * Sets customer.
         *
         * @param value who owes it
         * @return this
         */
        public Builder customer(@Nullable CustomerId value) {
            customer = value;
            return this;
        }

        /**
         * Sets purchase.
         *
         * @param value the purchase it is for, or null
         * @return this
         */
        public Builder purchase(@Nullable PurchaseId value) {
            purchase = value;
            return this;
        }

        /**
         * Sets issuedAt.
         *
         * @param value the first instant of the day of issue, for windows
         * @return this
         */
        public Builder issuedAt(@Nullable Instant value) {
            issuedAt = value;
            return this;
        }

        /**
         * Sets issuedOn.
         *
         * @param value the day of issue in the zone of the tenant
         * @return this
         */
        public Builder issuedOn(@Nullable LocalDate value) {
            issuedOn = value;
            return this;
        }

        /**
         * Sets dueOn.
         *
         * @param value the last day on which it is in time
         * @return this
         */
        public Builder dueOn(@Nullable LocalDate value) {
            dueOn = value;
            return this;
        }

        /**
         * Sets amount.
         *
         * @param value what is to be paid, tax included
         * @return this
         */
        public Builder amount(@Nullable Money value) {
            amount = value;
            return this;
        }

        /**
         * Sets settlements.
         *
         * @param value what settled it, in the order of recording
         * @return this
         */
        public Builder settlements(List<Settlement> value) {
            settlements = value;
            return this;
        }

        /**
         * Sets externalRefs.
         *
         * @param value how other systems name it
         * @return this
         */
        public Builder externalRefs(List<ExternalRef> value) {
            externalRefs = value;
            return this;
        }

        /**
         * Returns what was filled in.
         *
         * @return the invoice
         * @throws org.sambandh.crm.common.Invalid if something needed is missing or out of its range
         */
        public Invoice build() {
            return new Invoice(this);
        }
    }
}
