package org.sambandh.crm.common;

import java.math.BigDecimal;

/**
 * How much of something: an amount and a unit. Quantities of different units are never added silently.
 *
 * @param amount at most 18 digits and 9 decimals; the sign is the holder's business
 * @param unit a short name the tenant uses, for example {@code piece}, {@code kg}, {@code seat}
 */
public record Quantity(BigDecimal amount, String unit) {

    /**
     * Checks amount and unit.
     *
     * @param amount at most 18 digits and 9 decimals; the sign is the holder's business
     * @param unit a short name the tenant uses, for example {@code piece}, {@code kg}, {@code seat}
     */
    public Quantity {
        amount = amount.signum() == 0 ? BigDecimal.ZERO : amount.stripTrailingZeros();
        if ((long) amount.precision() - amount.scale() > 18 || amount.scale() > 9) {
            throw new Invalid("quantity.amount", "at most 18 digits before and 9 behind the point");
        }
        if (amount.scale() < 0) {
            amount = amount.setScale(0);
        }
        unit = Text.required("quantity.unit", unit, 40);
    }

    /**
     * Returns a whole quantity.
     *
     * @param amount how many
     * @param unit of what
     * @return the quantity
     */
    public static Quantity of(long amount, String unit) {
        return new Quantity(BigDecimal.valueOf(amount), unit);
    }
}
