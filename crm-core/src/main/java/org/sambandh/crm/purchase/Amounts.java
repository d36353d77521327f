package org.sambandh.crm.purchase;

import java.math.BigDecimal;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.sambandh.crm.common.Invalid;
import org.sambandh.crm.common.Money;
import org.sambandh.crm.field.FieldType;

/** Sums of money. */
final class Amounts {

    /** Amounts as plain numbers, to be added up by conditions: no currency has more than four decimals. */
    static final FieldType<BigDecimal> NUMBER = FieldType.number(4);

    /** What the 18 digits of a number with four decimals leave before the point. */
    private static final int DIGITS = 14;

    private Amounts() {}

    static <T> Money sum(Currency currency, List<T> parts, Function<T, Money> amount) {
        Money sum = Money.zero(currency);
        for (T part : parts) {
            sum = sum.plus(amount.apply(part));
        }
        return sum;
    }

    static Money notBelowZero(Money amount) {
        return amount.signum() < 0 ? Money.zero(amount.currency()) : amount;
    }

    static void inReach(String path, Money amount) {
        if (amount.amount().precision() - amount.amount().scale() > DIGITS) {
            throw new Invalid(path, "at most " + DIGITS + " digits before the point in all");
        }
    }

    /** One sum for each currency that occurs, by its code. */
    static List<Money> byCurrency(List<Money> amounts) {
        Map<String, Money> sums = new TreeMap<>();
        for (Money amount : amounts) {
            sums.merge(amount.currency().getCurrencyCode(), amount, Money::plus);
        }
        return List.copyOf(sums.values());
    }
}
