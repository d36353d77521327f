package org.sambandh.crm.product;

import java.math.BigDecimal;
import java.util.Currency;
import org.sambandh.crm.common.Invalid;
import org.sambandh.crm.common.Money;

/**
 * What one unit costs from a quantity on.
 *
 * @param from the smallest quantity it is for, at least 0, in the unit of the product; at most nine decimals
 * @param unitPrice the price of one unit, net of tax: a plain decimal of at least 0, finer than the currency if need be, at
 *     most nine decimals
 * @param currency its currency
 */
public record PriceBand(BigDecimal from, BigDecimal unitPrice, Currency currency) {

    /**
     * Checks and copies what it is given.
     *
     * @param from the smallest quantity it is for, at least 0, in the unit of the product; at most nine decimals
     * @param unitPrice the price of one unit, net of tax: a plain decimal of at least 0, finer than the currency if need be, at
     *     most nine decimals
     * @param currency its currency
     */
    public PriceBand {
        from = decimal("priceBand.from", from);
        unitPrice = decimal("priceBand.unitPrice", unitPrice);
    }

    /**
     * Returns the price of any quantity.
     *
     * @param unitPrice the price of one unit
     * @return the band from 0 on
     */
    public static PriceBand of(Money unitPrice) {
        return from(0, unitPrice);
    }

    /**
     * Returns the price from a quantity on.
     *
     * @param quantity the smallest quantity it is for
     * @param unitPrice the price of one unit
     * @return the band
     */
    public static PriceBand from(long quantity, Money unitPrice) {
        return new PriceBand(BigDecimal.valueOf(quantity), unitPrice.amount(), unitPrice.currency());
    }

    /** {@return for example {@code INR 12.5 from 10}} */
    @Override
    public String toString() {
        return currency.getCurrencyCode() + " " + unitPrice.toPlainString() + " from " + from.toPlainString();
    }

    /** Asks for the reach before anything is written out: 1e999999999 is a number too. */
    private static BigDecimal decimal(String path, BigDecimal value) {
        if (value.signum() < 0) {
            throw new Invalid(path, "not below 0");
        }
        BigDecimal plain = value.signum() == 0 ? BigDecimal.ZERO : value.stripTrailingZeros();
        if ((long) plain.precision() - plain.scale() > 18 || plain.scale() > 9) {
            throw new Invalid(path, "at most 18 digits before and 9 behind the point");
        }
        return plain.scale() < 0 ? plain.setScale(0) : plain;
    }
}
