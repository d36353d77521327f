package org.sambandh.crm.purchase;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.sambandh.crm.common.Invalid;
import org.sambandh.crm.common.Money;
import org.sambandh.crm.common.ProductId;
import org.sambandh.crm.common.Quantity;
import org.sambandh.crm.common.RuleViolation;
import org.sambandh.crm.common.Text;

/**
 * One line of a purchase.
 *
 * @param key names it within the purchase, at most 100 characters: what a return refers to
 * @param product the product, or null for what is none; not looked up, because a host may keep its products itself
 * @param text in words, at most 500 characters; null where the product says enough
 * @param quantity how much, above zero
 * @param total what it came to, net of discounts and tax; not below zero
 * @param tax the tax on top of it in the same currency, not below zero; null where nobody told
 * @param returned how much of it came back, in the unit of the quantity, from 0 to the quantity
 * @param refunded what was given back for that, from 0 to the total
 */
public record PurchaseLine(
        String key,
        @Nullable ProductId product,
        @Nullable String text,
        Quantity quantity,
        Money total,
        @Nullable Money tax,
        BigDecimal returned,
        Money refunded) {

    /**
     * Checks and copies what it is given.
     *
     * @param key names it within the purchase, at most 100 characters: what a return refers to
     * @param product the product, or null for what is none; not looked up, because a host may keep its products itself
     * @param text in words, at most 500 characters; null where the product says enough
     * @param quantity how much, above zero
     * @param total what it came to, net of discounts and tax; not below zero
     * @param tax the tax on top of it in the same currency, not below zero; null where nobody told
     * @param returned how much of it came back, in the unit of the quantity, from 0 to the quantity
     * @param refunded what was given back for that, from 0 to the total
     */
    public PurchaseLine {
        key = Text.required("purchaseLine.key", key, 100);
        text = Text.orMissing("purchaseLine.text", text, 500);
        if (product == null && text == null) {
            throw new Invalid("purchaseLine", "a product or a text");
        }
        if (quantity.amount().signum() < 0) {
            throw refused("negative-quantity", "A quantity below zero is a return: record it as one.");
        }
        if (quantity.amount().signum() == 0) {
            throw new Invalid("purchaseLine.quantity", "above zero");
        }
        if (total.signum() < 0 || (tax != null && tax.signum() < 0)) {
            throw refused(
                    "amount-below-zero",
                    "A line cannot come to less than nothing: take a discount off the line it is for, and record"
                            + " what is given back as a return.");
        }
        if (tax != null) {
            Money.zero(total.currency()).plus(tax);
        }
        returned = returned.signum() == 0 ? BigDecimal.ZERO : returned.stripTrailingZeros();
        if (returned.signum() < 0 || returned.compareTo(quantity.amount()) > 0) {
            throw refused("over-return", "No more can come back than the " + quantity.amount() + " bought.");
        }
        if (refunded.signum() < 0 || total.minus(refunded).signum() < 0) {
            throw refused("over-return", "No more can be given back than " + total + ", which was paid.");
        }
        returned = returned.scale() < 0 ? returned.setScale(0) : returned;
    }

    /**
     * Returns a line of a product.
     *
     * @param key names it within the purchase
     * @param product the product
     * @param quantity how much
     * @param total what it came to, net of discounts and tax
     * @return the line, of which nothing came back
     */
    public static PurchaseLine of(String key, ProductId product, Quantity quantity, Money total) {
        return new PurchaseLine(
                key, product, null, quantity, total, null, BigDecimal.ZERO, Money.zero(total.currency()));
    }

    /**
     * Returns a line in words.
     *
     * @param key names it within the purchase
     * @param text what it was
     * @param quantity how much
     * @param total what it came to, net of discounts and tax
     * @return the line, of which nothing came back
     */
    public static PurchaseLine of(String key, String text, Quantity quantity, Money total) {
        return new PurchaseLine(key, null, text, quantity, total, null, BigDecimal.ZERO, Money.zero(total.currency()));
    }

    /**
     * Returns this line with words.
     *
     * @param newText the words, or null
     * @return a changed copy
     */
    public PurchaseLine described(@Nullable String newText) {
        return new PurchaseLine(key, product, newText, quantity, total, tax, returned, refunded);
    }

    /**
     * Returns this line with its tax.
     *
     * @param newTax the tax on top of the total, or null
     * @return a changed copy
     */
    public PurchaseLine taxed(@Nullable Money newTax) {
        return new PurchaseLine(key, product, text, quantity, total, newTax, returned, refunded);
    }

    /** {@return how much of it can still come back} */
    public BigDecimal kept() {
        return quantity.amount().subtract(returned);
    }

    PurchaseLine plusReturned(BigDecimal amount, Money refund) {
        return new PurchaseLine(key, product, text, quantity, total, tax, returned.add(amount), refunded.plus(refund));
    }

    /** The line as it was delivered. */
    PurchaseLine untouched() {
        return new PurchaseLine(
                key, product, text, quantity, total, tax, BigDecimal.ZERO, Money.zero(total.currency()));
    }

    private static RuleViolation refused(String rule, String message) {
        return new RuleViolation(rule, "purchase line", message);
    }
}
