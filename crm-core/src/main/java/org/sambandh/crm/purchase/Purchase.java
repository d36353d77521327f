package org.sambandh.crm.purchase;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Currency;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.sambandh.crm.common.CustomerId;
import org.sambandh.crm.common.Entity;
import org.sambandh.crm.common.ExternalRef;
import org.sambandh.crm.common.Invalid;
import org.sambandh.crm.common.Money;
import org.sambandh.crm.common.PurchaseId;
import org.sambandh.crm.common.Revision;
import org.sambandh.crm.common.Text;

/**
 * One order that was placed: who bought what, when, for how much. A fact from the host's ERP or shop: immutable and never
 * edited. What was recorded wrongly is corrected by another entry that takes its place ({@link Purchases#correct}), or
 * withdrawn. All amounts are net of discounts and of tax, in one currency.
 *
 * <p>Returns are facts of their own ({@link PurchaseReturn}). A purchase carries what came back of each line, so that its net
 * revenue is one look-up and two returns at once cannot exceed a line.
 */
public final class Purchase implements Entity<PurchaseId> {

    /** The most lines of one purchase. */
    static final int MAX_LINES = 5_000;

    private final PurchaseId id;
    private final Revision revision;
    private final CustomerId customer;
    private final Instant purchasedAt;
    private final LocalDate purchasedOn;
    private final List<PurchaseLine> lines;
    private final @Nullable String paymentMethod;
    private final @Nullable String purpose;
    private final Instant recordedAt;
    private final @Nullable PurchaseId corrects;
    private final @Nullable Withdrawal withdrawal;
    private final boolean erased;
    private final List<ExternalRef> externalRefs;

    private Purchase(Builder b) {
        id = b.id;
        revision = b.revision;
        customer = Needed.of("purchase.customer", b.customer);
        purchasedAt = Needed.instant("purchase.purchasedAt", Needed.of("purchase.purchasedAt", b.purchasedAt));
        purchasedOn = Needed.day("purchase.purchasedOn", Needed.of("purchase.purchasedOn", b.purchasedOn));
        lines = List.copyOf(b.lines);
        paymentMethod = Text.orMissing("purchase.paymentMethod", b.paymentMethod, 200);
        purpose = Text.orMissing("purchase.purpose", b.purpose, 200);
        recordedAt = Needed.of("purchase.recordedAt", b.recordedAt).truncatedTo(ChronoUnit.MICROS);
        corrects = b.corrects;
        withdrawal = b.withdrawal;
        erased = b.erased;
        externalRefs = List.copyOf(new LinkedHashSet<>(b.externalRefs));

        Set<String> keys = new HashSet<>();
        for (PurchaseLine line : lines) {
            if (!keys.add(line.key())) {
                throw new Invalid("purchase.lines", "each key once");
            }
        }
        if (lines.isEmpty() || lines.size() > MAX_LINES) {
            throw new Invalid("purchase.lines", "1 to 5,000, found " + lines.size());
        }
        Amounts.inReach("purchase.lines", total());
    }

    /**
     * Returns a builder of one to fill: customer, purchasedAt, purchasedOn, recordedAt are needed.
     *
     * @param id its id
     * @return the builder
     */
    public static Builder builder(PurchaseId id) {
        return new Builder(id);
    }

    /** {@return a builder that holds everything of this} */
    public Builder toBuilder() {
        Builder b = new Builder(id);
        b.revision = revision;
        b.customer = customer;
        b.purchasedAt = purchasedAt;
        b.purchasedOn = purchasedOn;
        b.lines = lines;
        b.paymentMethod = paymentMethod;
        b.purpose = purpose;
        b.recordedAt = recordedAt;
        b.corrects = corrects;
        b.withdrawal = withdrawal;
        b.erased = erased;
        b.externalRefs = externalRefs;
        return b;
    }

    @Override
    public PurchaseId id() {
        return id;
    }

    @Override
    public Revision revision() {
        return revision;
    }

    /** {@return who bought} */
    public CustomerId customer() {
        return customer;
    }

    /** {@return when, to the microsecond} */
    public Instant purchasedAt() {
        return purchasedAt;
    }

    /** {@return on which day in the zone of the tenant} */
    public LocalDate purchasedOn() {
        return purchasedOn;
    }

    /** {@return what was bought; at least one and at most 5,000, each key once} */
    public List<PurchaseLine> lines() {
        return lines;
    }

    /**
     * {@return how it was paid; a code of the tenant's of at most 200 characters: {@code upi}, {@code invoice}}
     */
    public Optional<String> paymentMethod() {
        return Optional.ofNullable(paymentMethod);
    }

    /**
     * {@return what it was bought for; a code of the tenant's of at most 200 characters: {@code own use}, {@code
     * resale}}
     */
    public Optional<String> purpose() {
        return Optional.ofNullable(purpose);
    }

    /** {@return when we learned of it, to the microsecond} */
    public Instant recordedAt() {
        return recordedAt;
    }

    /** {@return the entry it takes the place of} */
    public Optional<PurchaseId> corrects() {
        return Optional.ofNullable(corrects);
    }

    /** {@return since when and why it counts no longer} */
    public Optional<Withdrawal> withdrawal() {
        return Optional.ofNullable(withdrawal);
    }

    /** {@return whether what was personal in it was destroyed; the same delivery is known even so} */
    public boolean erased() {
        return erased;
    }

    @Override
    public List<ExternalRef> externalRefs() {
        return externalRefs;
    }

    /** {@return the currency of all its lines} */
    public Currency currency() {
        return lines.get(0).total().currency();
    }

    /** {@return whether it counts: it was not withdrawn and not corrected by another entry} */
    public boolean isValid() {
        return withdrawal == null;
    }

    /**
     * Returns the gross revenue: the sum of the lines, before anything came back.
     *
     * @return the sum, net of tax
     * @throws org.sambandh.crm.common.RuleViolation {@code one-currency} if the lines are in several
     */
    public Money total() {
        return Amounts.sum(currency(), lines, PurchaseLine::total);
    }

    /** {@return what was given back for what came back} */
    public Money refunded() {
        return Amounts.sum(currency(), lines, PurchaseLine::refunded);
    }

    /** {@return the net revenue: the sum of the lines less what was given back} */
    public Money netRevenue() {
        return total().minus(refunded());
    }

    /**
     * Returns the line of a key.
     *
     * @param key its key
     * @return the line, or nothing
     */
    public Optional<PurchaseLine> line(String key) {
        return lines.stream().filter(line -> line.key().equals(key)).findFirst();
    }

    /**
     * Returns this purchase, counting no longer.
     *
     * @param how since when and why
     * @return a changed copy
     */
    Purchase withdraw(Withdrawal how) {
        return toBuilder().withdrawal(how).build();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Purchase that && id.equals(that.id);
    }

    @Override
    public int hashCode() {
        return id.hashCode();
    }

    /** {@return kind, id and revision} */
    @Override
    public String toString() {
        return "purchase " + id + " revision " + revision.value();
    }

    /** Fills a purchase. Not safe for concurrent use. */
    public static final class Builder {

        private final PurchaseId id;
        private Revision revision = Revision.NEW;
        private @Nullable CustomerId customer;
        private @Nullable Instant purchasedAt;
        private @Nullable LocalDate purchasedOn;
        private List<PurchaseLine> lines = List.of();
        private @Nullable String paymentMethod;
        private @Nullable String purpose;
        private @Nullable Instant recordedAt;
        private @Nullable PurchaseId corrects;
        private @Nullable Withdrawal withdrawal;
        private boolean erased = false;
        private List<ExternalRef> externalRefs = List.of();

        private Builder(PurchaseId id) {
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
         * @param value who bought
         * @return this
         */
        public Builder customer(@Nullable CustomerId value) {
            customer = value;
            return this;
        }

        /**
         * Sets purchasedAt.
         *
         * @param value when, to the microsecond
         * @return this
         */
        public Builder purchasedAt(@Nullable Instant value) {
            purchasedAt = value;
            return this;
        }

        /**
         * Sets purchasedOn.
         *
         * @param value on which day in the zone of the tenant
         * @return this
         */
        public Builder purchasedOn(@Nullable LocalDate value) {
            purchasedOn = value;
            return this;
        }

        /**
         * Sets lines.
         *
         * @param value what was bought
         * @return this
         */
        public Builder lines(List<PurchaseLine> value) {
            lines = value;
            return this;
        }

        /**
         * Sets paymentMethod.
         *
         * @param value how it was paid, or null
         * @return this
         */
        public Builder paymentMethod(@Nullable String value) {
            paymentMethod = value;
            return this;
        }

        /**
         * Sets purpose.
         *
         * @param value what it was bought for, or null
         * @return this
         */
        public Builder purpose(@Nullable String value) {
            purpose = value;
            return this;
        }

        /**
         * Sets recordedAt.
         *
         * @param value when we learned of it, to the microsecond
         * @return this
         */
        public Builder recordedAt(@Nullable Instant value) {
            recordedAt = value;
            return this;
        }

        /**
         * Sets corrects.
         *
         * @param value the entry it takes the place of, or null
         * @return this
         */
        public Builder corrects(@Nullable PurchaseId value) {
            corrects = value;
            return this;
        }

        /**
         * Sets withdrawal.
         *
         * @param value since when and why it counts no longer, or null
         * @return this
         */
        public Builder withdrawal(@Nullable Withdrawal value) {
            withdrawal = value;
            return this;
        }

        /**
         * Sets erased.
         *
         * @param value whether what was personal in it was destroyed
         * @return this
         */
        public Builder erased(boolean value) {
            erased = value;
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
         * @return the purchase
         * @throws org.sambandh.crm.common.Invalid if something needed is missing or out of its range
         */
        public Purchase build() {
            return new Purchase(this);
        }
    }
}
