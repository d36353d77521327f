package org.sambandh.crm.product;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Currency;
import org.jspecify.annotations.Nullable;
import org.sambandh.crm.common.Money;
import org.sambandh.crm.common.PriceBookId;
import org.sambandh.crm.common.ProductId;
import org.sambandh.crm.common.Quantity;

/** What a quantity of a product costs on a day by our lists. */
public sealed interface ListPrice {

    /** {@return the product} */
    ProductId product();

    /**
     * There is a price.
     *
     * @param product the product
     * @param unitPrice the price of one unit, net of tax
     * @param currency its currency
     * @param quantity how much
     * @param book the book it stands in; null for a price of the product's own
     * @param until the first day on which it no longer holds; null while nobody has decided
     */
    record Found(
            ProductId product,
            BigDecimal unitPrice,
            Currency currency,
            Quantity quantity,
            @Nullable PriceBookId book,
            @Nullable LocalDate until)
            implements ListPrice {

        /** {@return quantity x unit price, rounded once to the decimals of the currency, halves away from zero} */
        public Money total() {
            return Money.rounded(unitPrice.multiply(quantity.amount()), currency, RoundingMode.HALF_UP);
        }
    }

    /**
     * There is none.
     *
     * @param product the product
     * @param reason why
     */
    record None(ProductId product, Reason reason) implements ListPrice {}

    /** Why there is no price. */
    enum Reason {
        /** No list has a price in that currency on that day. */
        NOT_LISTED,
        /** Prices begin at a larger quantity. */
        QUANTITY_TOO_SMALL,
        /** Prices are for another unit, which the product names. */
        OTHER_UNIT,
        /** The book is out of use. */
        BOOK_ARCHIVED
    }
}
