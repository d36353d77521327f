package org.sambandh.crm.pipeline;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Currency;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sambandh.crm.common.Invalid;
import org.sambandh.crm.common.Money;
import org.sambandh.crm.common.ProductId;
import org.sambandh.crm.common.Quantity;
import org.sambandh.crm.common.RuleViolation;
import org.sambandh.crm.common.Text;

/**
 * One item of a deal. Net of tax.
 *
 * @param number which line of the deal, from 1; 0 lets the deal give the next free number
 * @param product the product, or null for an item that is none
 * @param description in words, at most 500 characters; null where the product says enough
 * @param quantity how much, above zero
 * @param unitPrice the price of one unit (and one period): a plain decimal, finer than the currency if need be, at most
 *     nine decimals; null while nobody has quoted one
 * @param currency the currency of price and discount
 * @param discount what is taken off; null for nothing
 * @param billing how often it is paid
 */
public record Line(
        int number,
        @Nullable ProductId product,
        @Nullable String description,
        Quantity quantity,
        @Nullable BigDecimal unitPrice,
        Currency currency,
        @Nullable Discount discount,
        Billing billing) {

    /**
     * Checks the numbers.
     *
     * @param number which line of the deal, from 1; 0 lets the deal give the next free number
     * @param product the product, or null for an item that is none
     * @param description in words, at most 500 characters; null where the product says enough
     * @param quantity how much, above zero
     * @param unitPrice the price of one unit (and one period): a plain decimal, finer than the currency if need be, at most
     *     nine decimals; null while nobody has quoted one
     * @param currency the currency of price and discount
     * @param discount what is taken off; null for nothing
     * @param billing how often it is paid
     */
    public Line {
        description = Text.orMissing("line.description", description, 2_000);
        if (description != null) {
            description = Text.required("line.description", description, 500);
        }
        unitPrice = unitPrice == null ? null : decimal("line.unitPrice", unitPrice);
        if (number < 0) {
            throw new Invalid("line.number", "not below 0, found " + number);
        }
        if (product == null && description == null) {
            throw new Invalid("line", "a product or a description");
        }
        if (quantity.amount().signum() <= 0) {
            throw new Invalid("line.quantity", "above zero; a return is no line of a deal");
        }
        if (unitPrice != null && exact(quantity, unitPrice, discount, billing).signum() < 0) {
            throw new RuleViolation(
                    "amount-below-zero",
                    "line " + number,
                    "A line of a deal cannot be below zero; check unit price and discount");
        }
    }

    /**
     * Returns one time some pieces of a product.
     *
     * @param product the product
     * @param pieces how many
     * @param unitPrice the price of one
     * @return the line, without a discount
     */
    public static Line of(ProductId product, long pieces, Money unitPrice) {
        return new Line(
                0,
                product,
                null,
                Quantity.of(pieces, "piece"),
                unitPrice.amount(),
                unitPrice.currency(),
                null,
                Billing.oneTime());
    }

    /**
     * Returns one piece of a product without a price.
     *
     * @param product the product
     * @param currency the currency it would be sold in
     * @return the line; a deal that has one has no amount but the one it is given
     */
    public static Line unpriced(ProductId product, Currency currency) {
        return new Line(0, product, null, Quantity.of(1, "piece"), null, currency, null, Billing.oneTime());
    }

    /**
     * Returns this line with a discount.
     *
     * @param newDiscount what is taken off
     * @return the changed line
     */
    public Line less(Discount newDiscount) {
        return new Line(number, product, description, quantity, unitPrice, currency, newDiscount, billing);
    }

    /**
     * Returns this line paid otherwise.
     *
     * @param newBilling how often it is paid
     * @return the changed line
     */
    public Line billed(Billing newBilling) {
        return new Line(number, product, description, quantity, unitPrice, currency, discount, newBilling);
    }

    /**
     * Returns the total: quantity x unit price x periods, less the discount, rounded once to the decimals of the currency,
     * halves away from zero.
     *
     * @return the total, or nothing where there is no price
     */
    public Optional<Money> total() {
        return unitPrice == null
                ? Optional.empty()
                : Optional.of(
                        Money.rounded(exact(quantity, unitPrice, discount, billing), currency, RoundingMode.HALF_UP));
    }

    Line numbered(int newNumber) {
        return new Line(newNumber, product, description, quantity, unitPrice, currency, discount, billing);
    }

    private static BigDecimal exact(
            Quantity quantity, BigDecimal unitPrice, @Nullable Discount discount, Billing billing) {
        BigDecimal gross = quantity.amount().multiply(unitPrice).multiply(BigDecimal.valueOf(billing.times()));
        return discount == null ? gross : discount.off(gross);
    }

    static BigDecimal decimal(String path, BigDecimal value) {
        if (value.signum() == 0) {
            return BigDecimal.ZERO;
        }
        BigDecimal plain = value.stripTrailingZeros();
        if (plain.scale() > 9 || (long) plain.precision() - plain.scale() > 18) {
            throw new Invalid(path, "at most 18 digits before and 9 behind the point");
        }
        return plain.scale() < 0 ? plain.setScale(0) : plain;
    }

    /** {@return the number and product: a description may name a person} */
    @Override
    public String toString() {
        return "Line[" + number + ", " + product + "]";
    }
}
