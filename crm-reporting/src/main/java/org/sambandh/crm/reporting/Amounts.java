package org.sambandh.crm.reporting;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.sambandh.crm.common.Money;
import org.sambandh.crm.settings.ExchangeRates;
import org.sambandh.crm.settings.MoneyConversion;
import org.sambandh.crm.settings.TenantSettings;

/** What the amounts of a group come to, in each currency or converted. */
final class Amounts {

    private final @Nullable Currency to;
    private final ExchangeRates rates;
    private final Currency base;
    private final RoundingMode rounding;

    /**
     * The amounts of one group in one currency.
     *
     * @param count how many there are
     * @param sum exact, or to ten decimals where amounts were converted
     * @param min the smallest; null over none
     * @param max the largest; null over none
     */
    record Sum(
            long count,
            BigDecimal sum,
            @Nullable BigDecimal min,
            @Nullable BigDecimal max) {}

    Amounts(CurrencyPolicy<?> policy, ExchangeRates rates, TenantSettings settings) {
        this.to = policy instanceof CurrencyPolicy.Converted<?> converted ? converted.to() : null;
        this.rates = rates;
        this.base = settings.baseCurrency();
        this.rounding = settings.rounding();
    }

    /** Returns the currencies that need a column: the one converted to, or all of them, the tenant's own first. */
    List<Currency> columns(List<Tally> tallies) {
        if (to != null) {
            return List.of(to);
        }
        Set<Currency> found = new TreeSet<>(Comparator.comparing((Currency currency) -> !currency.equals(base))
                .thenComparing(Currency::getCurrencyCode));
        tallies.forEach(tally -> tally.money().keySet().forEach(key -> found.add(key.currency())));
        return found.isEmpty() ? List.of(base) : List.copyOf(found);
    }

    Sum sum(Tally tally, Currency currency, int factorScale) {
        long count = 0;
        BigDecimal sum = BigDecimal.ZERO;
        BigDecimal min = null;
        BigDecimal max = null;
        for (Map.Entry<Tally.MoneyKey, Tally> entry : tally.money().entrySet()) {
            Tally.MoneyKey key = entry.getKey();
            Tally part = entry.getValue();
            int scale = decimals(key.currency());
            BigDecimal some = converted(new BigDecimal(part.sum.value(), scale + factorScale), key, currency);
            if (some == null) {
                continue;
            }
            count += part.present;
            sum = sum.add(some);
            BigDecimal low = converted(BigDecimal.valueOf(part.min, scale), key, currency);
            BigDecimal high = converted(BigDecimal.valueOf(part.max, scale), key, currency);
            min = min == null || (low != null && low.compareTo(min) < 0) ? low : min;
            max = max == null || (high != null && high.compareTo(max) > 0) ? high : max;
        }
        return new Sum(count, sum, min, max);
    }

    /** Returns the amount in the currency of a column; null where it belongs to another, or has no rate. */
    private @Nullable BigDecimal converted(BigDecimal amount, Tally.MoneyKey key, Currency column) {
        if (to == null) {
            return key.currency().equals(column) ? amount : null;
        }
        MoneyConversion conversion = convert(amount, key, column);
        return conversion instanceof MoneyConversion.Converted done ? done.exact() : null;
    }

    private MoneyConversion convert(BigDecimal amount, Tally.MoneyKey key, Currency wanted) {
        return rates.convert(amount, key.currency(), wanted, LocalDate.ofEpochDay(key.day()), rounding);
    }

    /** Returns how many amounts have no rate, by their currency. */
    SortedMap<String, Long> withoutRate(Tally tally) {
        SortedMap<String, Long> counts = new TreeMap<>();
        if (to != null) {
            tally.money().forEach((key, part) -> {
                if (convert(BigDecimal.ZERO, key, to) instanceof MoneyConversion.NoRate) {
                    counts.merge(key.currency().getCurrencyCode(), part.present, Long::sum);
                }
            });
        }
        return counts;
    }

    /** Returns how many amounts are converted at the rates of today because nothing says another day. */
    static long withoutDay(Tally tally) {
        long count = 0;
        for (Map.Entry<Tally.MoneyKey, Tally> entry : tally.money().entrySet()) {
            count += entry.getKey().assumed() ? entry.getValue().present : 0;
        }
        return count;
    }

    Money rounded(BigDecimal exact, Currency currency) {
        return Money.rounded(exact, currency, rounding);
    }

    /**
     * Rounds the rows of a sum so that they add up to the total, which is rounded once: each is rounded down, then the
     * minor units that are left go one each to the largest remainders, equal ones to the earlier row (method of the
     * largest remainder, Hamilton 1792).
     */
    List<Money> shares(List<BigDecimal> exact, BigDecimal exactTotal, Currency currency) {
        int scale = decimals(currency);
        List<BigInteger> floors = new ArrayList<>();
        List<BigDecimal> remainders = new ArrayList<>();
        BigInteger left = rounded(exactTotal, currency).amount().setScale(scale).unscaledValue();
        for (BigDecimal row : exact) {
            BigDecimal floor = row.setScale(scale, RoundingMode.FLOOR);
            floors.add(floor.unscaledValue());
            remainders.add(row.subtract(floor));
            left = left.subtract(floor.unscaledValue());
        }
        int size = exact.size();
        List<Integer> order = IntStream.range(0, size)
                .boxed()
                .sorted(Comparator.comparing((Integer i) -> remainders.get(i)).reversed())
                .toList();
        int units = left.intValueExact();
        for (int i = 0; i < Math.abs(units); i++) {
            int row = order.get(i % size);
            floors.set(row, floors.get(row).add(BigInteger.valueOf(Integer.signum(units))));
        }
        return floors.stream()
                .map(minor -> new Money(new BigDecimal(minor, scale), currency))
                .toList();
    }

    private static int decimals(Currency currency) {
        return Math.max(0, currency.getDefaultFractionDigits());
    }
}
