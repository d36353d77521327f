package org.sambandh.crm.settings;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import org.sambandh.crm.common.Invalid;
import org.sambandh.crm.common.Money;
import org.sambandh.crm.settings.MoneyConversion.Converted;
import org.sambandh.crm.settings.MoneyConversion.NoRate;

/**
 * What currencies are worth on a day. To implement by a host that has rates, or to use with {@link #of}. An
 * implementation must be safe for use by many threads, should answer from memory, and must give the same answer for a
 * past day each time, else a report changes by itself.
 */
public interface ExchangeRates {

    /**
     * Returns what one unit of a currency is worth.
     *
     * @param currency the currency; of the base currency it is 1 on every day
     * @param on the day
     * @return units of the base currency, above zero; empty if no rate is valid on the day
     */
    Optional<BigDecimal> rate(Currency currency, LocalDate on);

    /**
     * Returns rates that are kept in memory. A rate is valid from its day until the next one of its currency.
     *
     * @param base the currency in which the rates are given; it needs none itself
     * @param rates in any order
     * @return the rates
     * @throws Invalid if a currency has two rates from one day, or the base currency one that is not 1
     */
    static ExchangeRates of(Currency base, List<DatedRate> rates) {
        return new RatesInMemory(base, rates);
    }

    /**
     * Converts an amount: {@code amount * rate(from) / rate(to)}, with the rates of the day. An amount stays what it is
     * in its own currency, whether that has a rate or not.
     *
     * @param amount a plain decimal, may be finer than the decimals of its currency; at most 18 digits before and 18
     *     behind the point
     * @param from the currency of the amount
     * @param to the currency wanted
     * @param on the day whose rates count
     * @param rounding how the money is rounded to the decimals of its currency
     * @return the money, or which rate is missing; never an error for a missing rate
     * @throws Invalid if the amount, or the converted amount, has too many digits, a rate is not above zero, or
     *     the rounding is {@code UNNECESSARY}
     */
    default MoneyConversion convert(
            BigDecimal amount, Currency from, Currency to, LocalDate on, RoundingMode rounding) {
        BigDecimal plain = amount.signum() == 0 ? BigDecimal.ZERO : amount.stripTrailingZeros();
        if ((long) plain.precision() - plain.scale() > 18 || plain.scale() > 18) {
            throw new Invalid("amount", "at most 18 digits before and 18 behind the point");
        }
        if (rounding == RoundingMode.UNNECESSARY) {
            throw new Invalid("rounding", "a way to round; converted amounts are hardly ever exact");
        }
        boolean same = from.equals(to);
        Optional<BigDecimal> fromRate = same ? Optional.of(BigDecimal.ONE) : rate(from, on);
        if (fromRate.isEmpty()) {
            return new NoRate(from, on);
        }
        Optional<BigDecimal> toRate = same ? Optional.of(BigDecimal.ONE) : rate(to, on);
        if (toRate.isEmpty()) {
            return new NoRate(to, on);
        }
        BigDecimal inBase = plain.multiply(DatedRate.checked(fromRate.get()));
        BigDecimal divisor = DatedRate.checked(toRate.get());
        int decimals = Math.max(0, to.getDefaultFractionDigits());
        return new Converted(
                inBase.divide(divisor, 10, RoundingMode.HALF_UP),
                new Money(inBase.divide(divisor, decimals, rounding), to));
    }

    /**
     * Converts money.
     *
     * @param money the money
     * @param to the currency wanted
     * @param on the day whose rates count
     * @param rounding how the money is rounded to the decimals of its currency
     * @return the money, or which rate is missing; never an error for a missing rate
     * @throws Invalid if the converted amount has too many digits, a rate is not above zero, or the rounding is
     *     {@code UNNECESSARY}
     */
    default MoneyConversion convert(Money money, Currency to, LocalDate on, RoundingMode rounding) {
        return convert(money.amount(), money.currency(), to, on, rounding);
    }
}
