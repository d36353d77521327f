package org.sambandh.crm.settings;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Currency;
import org.sambandh.crm.common.Money;

/** What came of converting an amount: the money, or the rate that is missing. */
public sealed interface MoneyConversion {

    /**
     * The amount in the other currency.
     *
     * @param exact the quotient to 10 decimals, half up
     * @param rounded the money, rounded once from the exact quotient and not from {@code exact}
     */
    record Converted(BigDecimal exact, Money rounded) implements MoneyConversion {}

    /**
     * No rate of a currency is valid on the day.
     *
     * @param currency whose rate is missing; the currency converted from, if both are
     * @param on the day
     */
    record NoRate(Currency currency, LocalDate on) implements MoneyConversion {}
}
