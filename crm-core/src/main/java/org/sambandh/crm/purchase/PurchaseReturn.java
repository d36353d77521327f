package org.sambandh.crm.purchase;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Currency;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sambandh.crm.common.CustomerId;
import org.sambandh.crm.common.Entity;
import org.sambandh.crm.common.ExternalRef;
import org.sambandh.crm.common.Invalid;
import org.sambandh.crm.common.Money;
import org.sambandh.crm.common.PurchaseId;
import org.sambandh.crm.common.PurchaseReturnId;
import org.sambandh.crm.common.Revision;
import org.sambandh.crm.common.Text;

/**
 * What came back of one purchase, and what was given back for it. A fact: immutable and never edited. It names the purchase
 * and the lines of it.
 */
public final class PurchaseReturn implements Entity<PurchaseReturnId> {

    private final PurchaseReturnId id;
    private final Revision revision;
    private final CustomerId customer;
    private final PurchaseId purchase;
    private final Instant returnedAt;
    private final LocalDate returnedOn;
    private final List<ReturnLine> lines;
    private final @Nullable String reason;
    private final Instant recordedAt;
    private final @Nullable Withdrawal withdrawal;
    private final boolean erased;
    private final List<ExternalRef> externalRefs;

    private PurchaseReturn(Builder b) {
        id = b.id;
        revision = b.revision;
        customer = Needed.of("purchaseReturn.customer", b.customer);
        purchase = Needed.of("purchaseReturn.purchase", b.purchase);
        returnedAt = Needed.instant("purchaseReturn.returnedAt", Needed.of("purchaseReturn.returnedAt", b.returnedAt));
        returnedOn = Needed.day("purchaseReturn.returnedOn", Needed.of("purchaseReturn.returnedOn", b.returnedOn));
        lines = List.copyOf(b.lines);
        reason = Text.orMissing("purchaseReturn.reason", b.reason, 500);
        recordedAt = Needed.of("purchaseReturn.recordedAt", b.recordedAt).truncatedTo(ChronoUnit.MICROS);
        withdrawal = b.withdrawal;
        erased = b.erased;
        externalRefs = List.copyOf(new LinkedHashSet<>(b.externalRefs));

        long named = lines.stream().map(ReturnLine::line).distinct().count();
        if (lines.isEmpty() || named < lines.size()) {
            throw new Invalid("purchaseReturn.lines", "at least one, each line of the purchase once");
        }
        Amounts.inReach("purchaseReturn.lines", total());
    }

    /**
     * Returns a builder of one to fill: customer, purchase, returnedAt, returnedOn, recordedAt are needed.
     *
     * @param id its id
     * @return the builder
     */
    public static Builder builder(PurchaseReturnId id) {
        return new Builder(id);
    }

    /** {@return a builder that holds everything of this} */
    public Builder toBuilder() {
        Builder b = new Builder(id);
        b.revision = revision;
        b.customer = customer;
        b.purchase = purchase;
        b.returnedAt = returnedAt;
        b.returnedOn = returnedOn;
        b.lines = lines;
        b.reason = reason;
        b.recordedAt = recordedAt;
        b.withdrawal = withdrawal;
        b.erased = erased;
        b.externalRefs = externalRefs;
        return b;
    }

    @Override
    public PurchaseReturnId id() {
        return id;
    }

    @Override
    public Revision revision() {
        return revision;
    }

    /** {@return who had bought} */
    public CustomerId customer() {
        return customer;
    }

    /** {@return the purchase} */
    public PurchaseId purchase() {
        return purchase;
    }

    /** {@return when, to the microsecond} */
    public Instant returnedAt() {
        return returnedAt;
    }

    /** {@return on which day in the zone of the tenant} */
    public LocalDate returnedOn() {
        return returnedOn;
    }

    /** {@return what came back; at least one, each line of the purchase once} */
    public List<ReturnLine> lines() {
        return lines;
    }

    /** {@return why, at most 500 characters} */
    public Optional<String> reason() {
        return Optional.ofNullable(reason);
    }

    /** {@return when we learned of it, to the microsecond} */
    public Instant recordedAt() {
        return recordedAt;
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
        return lines.get(0).refund().currency();
    }

    /** {@return whether it counts} */
    public boolean isValid() {
        return withdrawal == null;
    }

    /**
     * Returns what was given back.
     *
     * @return the sum of the lines, net of tax; not below zero
     */
    public Money total() {
        return Amounts.sum(currency(), lines, ReturnLine::refund);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof PurchaseReturn that && id.equals(that.id);
    }

    @Override
    public int hashCode() {
        return id.hashCode();
    }

    /** {@return kind, id and revision} */
    @Override
    public String toString() {
        return "purchaseReturn " + id + " revision " + revision.value();
    }

    /** Fills a purchase return. Not safe for concurrent use. */
    public static final class Builder {

        private final PurchaseReturnId id;
        private Revision revision = Revision.NEW;
        private @Nullable CustomerId customer;
        private @Nullable PurchaseId purchase;
        private @Nullable Instant returnedAt;
        private @Nullable LocalDate returnedOn;
        private List<ReturnLine> lines = List.of();
        private @Nullable String reason;
        private @Nullable Instant recordedAt;
        private @Nullable Withdrawal withdrawal;
        private boolean erased = false;
        private List<ExternalRef> externalRefs = List.of();

        private Builder(PurchaseReturnId id) {
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
         * @param value who had bought
         * @return this
         */
        public Builder customer(@Nullable CustomerId value) {
            customer = value;
            return this;
        }

        /**
         * Sets purchase.
         *
         * @param value the purchase
         * @return this
         */
        public Builder purchase(@Nullable PurchaseId value) {
            purchase = value;
            return this;
        }

        /**
         * Sets returnedAt.
         *
         * @param value when, to the microsecond
         * @return this
         */
        public Builder returnedAt(@Nullable Instant value) {
            returnedAt = value;
            return this;
        }

        /**
         * Sets returnedOn.
         *
         * @param value on which day in the zone of the tenant
         * @return this
         */
        public Builder returnedOn(@Nullable LocalDate value) {
            returnedOn = value;
            return this;
        }

        /**
         * Sets lines.
         *
         * @param value what came back
         * @return this
         */
        public Builder lines(List<ReturnLine> value) {
            lines = value;
            return this;
        }

        /**
         * Sets reason.
         *
         * @param value why, at most 500 characters, or null
         * @return this
         */
        public Builder reason(@Nullable String value) {
            reason = value;
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
         * @return the purchase return
         * @throws org.sambandh.crm.common.Invalid if something needed is missing or out of its range
         */
        public PurchaseReturn build() {
            return new PurchaseReturn(this);
        }
    }
}
