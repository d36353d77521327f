package org.sambandh.crm.common;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Currency;
import java.util.List;
import java.util.stream.IntStream;

/**
 * An amount in one currency, held in the currency's own number of decimals (INR 2, JPY 0, KWD 3); may be negative.
 * Immutable. Amounts in different currencies refuse to be added: {@code RuleViolation("one-currency")}.
 *
 * @param amount at most 18 digits; more decimals than the currency has are refused unless they are zeros
 * @param currency an ISO 4217 currency
 */
public record Money(BigDecimal amount, Currency currency) {

    private static final int MAX_DIGITS = 18;

    /** The longest amount that is read: digits are read in quadratic time. */
    private static final int MAX_TEXT = 100;

    /** How far factors, weights and unrounded amounts may reach to either side of the point. */
    private static final int MAX_REACH = 1_000;

    /**
     * Checks the amount and gives it the scale of the currency.
     *
     * @param amount at most 18 digits; more decimals than the currency has are refused unless they are zeros
     * @param currency an ISO 4217 currency
     */
    public Money {
        int scale = scaleOf(currency);
        // The precision is asked first: 1e999999999 must not be written out before it is refused.
        if ((long) amount.precision() - amount.scale() > MAX_DIGITS) {
            throw new Invalid("money.amount", "at most " + MAX_DIGITS + " digits");
        }
        BigDecimal plain = amount.signum() == 0 ? BigDecimal.ZERO : amount.stripTrailingZeros();
        if (plain.scale() > scale) {
            throw new Invalid(
                    "money.amount",
                    currency.getCurrencyCode() + " has " + scale + " decimals, found " + plain.scale()
                            + "; round the amount first (Money.rounded)");
        }
        amount = plain.setScale(scale, RoundingMode.UNNECESSARY);
        if (amount.precision() > MAX_DIGITS) {
            throw new Invalid("money.amount", "at most " + MAX_DIGITS + " digits, found " + amount.precision());
        }
    }

    /**
     * Returns an amount written as a plain decimal.
     *
     * @param amount for example {@code "1054.50"}
     * @param currency an ISO 4217 code, for example {@code "INR"}
     * @return the money
     * @throws Invalid if the amount is no decimal, has too many decimals, or the currency is unknown
     */
    public static Money of(String amount, String currency) {
        return new Money(decimal(amount), currencyOf(currency));
    }

    /**
     * Returns a whole amount.
     *
     * @param amount units of the currency, not its minor units
     * @param currency an ISO 4217 code
     * @return the money
     * @throws Invalid if the currency is unknown
     */
    public static Money of(long amount, String currency) {
        return new Money(BigDecimal.valueOf(amount), currencyOf(currency));
    }

    /**
     * Returns nothing, in a currency.
     *
     * @param currency the currency
     * @return zero
     */
    public static Money zero(Currency currency) {
        return new Money(BigDecimal.ZERO, currency);
    }

    /**
     * Returns a finer amount rounded once to the decimals of its currency.
     *
     * @param amount any decimal
     * @param currency the currency
     * @param rounding how to round; HALF_UP rounds halves away from zero
     * @return the money
     * @throws Invalid if it has more than 18 digits, or more than 1,000 decimals before it is rounded
     */
    public static Money rounded(BigDecimal amount, Currency currency, RoundingMode rounding) {
        if ((long) amount.precision() - amount.scale() > MAX_DIGITS || amount.scale() > MAX_REACH) {
            throw new Invalid(
                    "money.amount", "at most " + MAX_DIGITS + " digits, and " + MAX_REACH + " decimals to be rounded");
        }
        return new Money(amount.setScale(scaleOf(currency), rounding), currency);
    }

    /**
     * Returns the currency of an ISO 4217 code.
     *
     * @param code three letters
     * @return the currency
     * @throws Invalid if there is none
     */
    public static Currency currencyOf(String code) {
        try {
            return Currency.getInstance(code);
        } catch (IllegalArgumentException e) {
            throw new Invalid("money.currency", "no ISO 4217 currency code of three capital letters");
        }
    }

    /**
     * Returns the sum.
     *
     * @param other money of the same currency
     * @return this plus the other
     * @throws RuleViolation {@code one-currency} if the currencies differ
     */
    public Money plus(Money other) {
        return new Money(amount.add(sameCurrency(other).amount), currency);
    }

    /**
     * Returns the difference.
     *
     * @param other money of the same currency
     * @return this minus the other
     * @throws RuleViolation {@code one-currency} if the currencies differ
     */
    public Money minus(Money other) {
        return new Money(amount.subtract(sameCurrency(other).amount), currency);
    }

    /**
     * Returns a multiple, rounded once.
     *
     * @param factor any decimal
     * @param rounding how to round to the decimals of the currency
     * @return this times the factor
     * @throws Invalid if the factor reaches more than 1,000 digits to either side of the point, or the product has more
     *     than 18 digits
     */
    public Money times(BigDecimal factor, RoundingMode rounding) {
        if (Math.abs((long) factor.scale()) > MAX_REACH) {
            throw new Invalid("factor", "at most " + MAX_REACH + " digits on either side of the point");
        }
        return rounded(amount.multiply(factor), currency, rounding);
    }

    /** {@return the same amount with the other sign} */
    public Money negated() {
        return new Money(amount.negate(), currency);
    }

    /** {@return -1, 0 or 1 for an amount below, at or above zero} */
    public int signum() {
        return amount.signum();
    }

    /**
     * Splits this amount in proportion to the weights. The shares add up to this amount exactly: each is rounded
     * towards zero, then the minor units that are left go one each to the largest remainders, equal ones to the earlier
     * share (method of the largest remainder, Hamilton 1792).
     *
     * @param weights at least one, none negative, not all zero
     * @return as many shares as weights, in their order
     * @throws Invalid if the weights are not as described, or one reaches more than 1,000 digits to either side of the
     *     point
     */
    public List<Money> shares(List<BigDecimal> weights) {
        if (weights.stream().anyMatch(w -> Math.abs((long) w.scale()) > MAX_REACH)) {
            throw new Invalid("weights", "at most " + MAX_REACH + " digits on either side of the point");
        }
        BigDecimal total = weights.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        if (total.signum() <= 0 || weights.stream().anyMatch(w -> w.signum() < 0)) {
            throw new Invalid("weights", "at least one weight above zero and none below, found " + weights);
        }
        int scale =
                Math.max(0, weights.stream().mapToInt(BigDecimal::scale).max().orElse(0));
        BigInteger whole = total.setScale(scale).unscaledValue();
        BigInteger minor = amount.unscaledValue();
        BigInteger[] parts = new BigInteger[weights.size()];
        BigInteger[] remainders = new BigInteger[weights.size()];
        BigInteger left = minor;
        for (int i = 0; i < parts.length; i++) {
            BigInteger[] split = minor.multiply(weights.get(i).setScale(scale).unscaledValue())
                    .divideAndRemainder(whole);
            parts[i] = split[0];
            remainders[i] = split[1].abs();
            left = left.subtract(split[0]);
        }
        BigInteger unit = BigInteger.valueOf(left.signum());
        IntStream.range(0, parts.length)
                .boxed()
                .sorted(Comparator.comparing((Integer i) -> remainders[i]).reversed())
                .limit(left.abs().intValueExact())
                .forEach(i -> parts[i] = parts[i].add(unit));
        List<Money> shares = new ArrayList<>(parts.length);
        for (BigInteger part : parts) {
            shares.add(new Money(new BigDecimal(part, amount.scale()), currency));
        }
        return List.copyOf(shares);
    }

    /** {@return the currency code, a blank and the plain amount: {@code INR 1054.50}} */
    @Override
    public String toString() {
        return currency.getCurrencyCode() + " " + amount.toPlainString();
    }

    private Money sameCurrency(Money other) {
        if (!currency.equals(other.currency)) {
            throw new RuleViolation(
                    "one-currency",
                    "money",
                    "cannot combine " + currency.getCurrencyCode() + " with " + other.currency.getCurrencyCode()
                            + "; convert one of them first (ExchangeRates)");
        }
        return other;
    }

    private static int scaleOf(Currency currency) {
        return Math.max(0, currency.getDefaultFractionDigits());
    }

    private static BigDecimal decimal(String amount) {
        if (amount.length() > MAX_TEXT) {
            throw new Invalid("money.amount", "at most " + MAX_TEXT + " characters, found " + amount.length());
        }
        try {
            return new BigDecimal(amount);
        } catch (NumberFormatException e) {
            throw new Invalid("money.amount", "no plain decimal such as 1054.50");
        }
    }
}
