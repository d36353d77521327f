package org.sambandh.crm.pipeline;

import java.math.BigDecimal;
import org.sambandh.crm.common.Invalid;

/**
 * What is taken off a line.
 *
 * @param kind how it is measured
 * @param value not below zero; a percentage is at most 100
 */
public record Discount(Kind kind, BigDecimal value) {

    /** How a discount is measured. */
    public enum Kind {
        /** A part of the line, 12.5 for one eighth. */
        PERCENT,
        /** An amount off the whole line, in its currency. */
        AMOUNT
    }

    /**
     * Checks the value.
     *
     * @param kind how it is measured
     * @param value not below zero; a percentage is at most 100
     */
    public Discount {
        value = Line.decimal("discount.value", value);
        if (value.signum() < 0 || (kind == Kind.PERCENT && value.compareTo(BigDecimal.valueOf(100)) > 0)) {
            throw new Invalid("discount.value", "not below 0, a percentage at most 100");
        }
    }

    /**
     * Returns a part of the line.
     *
     * @param percent 0 to 100
     * @return the discount
     */
    public static Discount percent(BigDecimal percent) {
        return new Discount(Kind.PERCENT, percent);
    }

    /**
     * Returns an amount off the whole line.
     *
     * @param amount in the currency of the line
     * @return the discount
     */
    public static Discount amount(BigDecimal amount) {
        return new Discount(Kind.AMOUNT, amount);
    }

    BigDecimal off(BigDecimal gross) {
        return switch (kind) {
            case PERCENT -> gross.subtract(gross.multiply(value).movePointLeft(2));
            case AMOUNT -> gross.subtract(value);
        };
    }
}
