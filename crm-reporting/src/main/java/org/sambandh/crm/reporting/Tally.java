package org.sambandh.crm.reporting;

import java.util.Currency;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.sambandh.crm.field.FieldType;

/** What one part of a measure comes to in one group, so kept that groups can be put together without loss. */
final class Tally {

    /** How many subjects. */
    long count;
    /** How many of them have a value. */
    long present;
    /** How many of those have it from the declared rule. */
    long byRule;
    /** The sum of the {@code long} forms of the values; of money, of minor units times the factor. */
    final ExactSum sum = new ExactSum();

    long min = Long.MAX_VALUE;
    long max = Long.MIN_VALUE;
    private final Map<MoneyKey, Tally> money = new HashMap<>(2);
    private @Nullable MoneyKey lastKey;
    private @Nullable Tally last;
    private final Set<Object> different = new HashSet<>(2);

    /**
     * What amounts are kept apart by.
     *
     * @param currency their currency
     * @param day the day of their rates, from 1970-01-01; {@link FieldType#MISSING} where nothing is converted
     * @param assumed whether the day is that of the moment because nothing said another
     */
    record MoneyKey(Currency currency, long day, boolean assumed) {}

    void add(long form) {
        present++;
        sum.add(form);
        min = Math.min(min, form);
        max = Math.max(max, form);
    }

    void addDifferent(Object value) {
        different.add(value);
    }

    long different() {
        return different.size();
    }

    Map<MoneyKey, Tally> money() {
        return money;
    }

    Tally money(Currency currency, long day, boolean assumed) {
        MoneyKey key = lastKey;
        Tally known = last;
        if (key == null
                || known == null
                || key.day != day
                || !key.currency.equals(currency)
                || key.assumed != assumed) {
            key = new MoneyKey(currency, day, assumed);
            known = money.computeIfAbsent(key, k -> new Tally());
            lastKey = key;
            last = known;
        }
        return known;
    }

    void addAll(Tally other) {
        count += other.count;
        present += other.present;
        byRule += other.byRule;
        sum.add(other.sum);
        min = Math.min(min, other.min);
        max = Math.max(max, other.max);
        different.addAll(other.different);
        other.money.forEach(
                (key, tally) -> money.computeIfAbsent(key, k -> new Tally()).addAll(tally));
    }
}
