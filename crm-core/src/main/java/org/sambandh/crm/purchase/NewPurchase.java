package org.sambandh.crm.purchase;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sambandh.crm.common.CustomerId;
import org.sambandh.crm.common.Invalid;
import org.sambandh.crm.common.Money;
import org.sambandh.crm.common.ProductId;
import org.sambandh.crm.common.Quantity;

/**
 * A purchase as the other system tells it: {@code NewPurchase.by(asha, at).line("1", drill, Quantity.of(2, "piece"),
 * Money.of(900, "INR"))}. Immutable; every method returns a changed copy.
 */
public final class NewPurchase {

    private final CustomerId customer;
    private final Instant at;
    private final @Nullable LocalDate day;
    private final List<PurchaseLine> lines;
    private final @Nullable String paymentMethod;
    private final @Nullable String purpose;

    private NewPurchase(
            CustomerId customer,
            Instant at,
            @Nullable LocalDate day,
            List<PurchaseLine> lines,
            @Nullable String paymentMethod,
            @Nullable String purpose) {
        this.customer = customer;
        this.at = at;
        this.day = day;
        this.lines = List.copyOf(lines);
        this.paymentMethod = paymentMethod;
        this.purpose = purpose;
    }

    /**
     * Returns a purchase to describe further; at least one line is needed.
     *
     * @param customer who bought
     * @param at when; its day is that of the tenant's zone unless {@link #on} says otherwise
     * @return the purchase
     */
    public static NewPurchase by(CustomerId customer, Instant at) {
        return new NewPurchase(customer, at, null, List.of(), null, null);
    }

    /**
     * Sets the day where the other system counts it on another one than the tenant's zone says.
     *
     * @param localDay the day
     * @return a changed copy
     */
    public NewPurchase on(LocalDate localDay) {
        return new NewPurchase(customer, at, localDay, lines, paymentMethod, purpose);
    }

    /**
     * Adds a line.
     *
     * @param line the line; what came back of it is recorded by returns and left out here
     * @return a changed copy
     * @throws Invalid if it has 5,000 lines already
     */
    public NewPurchase line(PurchaseLine line) {
        if (lines.size() == Purchase.MAX_LINES) {
            throw new Invalid("purchase.lines", "1 to 5,000");
        }
        List<PurchaseLine> more = new ArrayList<>(lines);
        more.add(line.untouched());
        return new NewPurchase(customer, at, day, more, paymentMethod, purpose);
    }

    /**
     * Adds a line of a product.
     *
     * @param key names it within the purchase
     * @param product the product
     * @param quantity how much, above zero
     * @param total what it came to, net of discounts and tax
     * @return a changed copy
     * @throws org.sambandh.crm.common.RuleViolation {@code negative-quantity} or {@code amount-below-zero}
     */
    public NewPurchase line(String key, ProductId product, Quantity quantity, Money total) {
        return line(PurchaseLine.of(key, product, quantity, total));
    }

    /**
     * Sets how it was paid.
     *
     * @param code a code of the tenant's, or null
     * @return a changed copy
     */
    public NewPurchase paymentMethod(@Nullable String code) {
        return new NewPurchase(customer, at, day, lines, code, purpose);
    }

    /**
     * Sets what it was bought for.
     *
     * @param code a code of the tenant's, or null
     * @return a changed copy
     */
    public NewPurchase purpose(@Nullable String code) {
        return new NewPurchase(customer, at, day, lines, paymentMethod, code);
    }

    CustomerId customer() {
        return customer;
    }

    Instant at() {
        return at;
    }

    @Nullable
    LocalDate day() {
        return day;
    }

    Purchase.Builder content(Purchase.Builder builder) {
        return builder.purchasedAt(at).lines(lines).paymentMethod(paymentMethod).purpose(purpose);
    }

    /** {@return nothing of the content: it may be personal} */
    @Override
    public String toString() {
        return "NewPurchase";
    }
}
