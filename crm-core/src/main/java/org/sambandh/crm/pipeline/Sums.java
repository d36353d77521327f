package org.sambandh.crm.pipeline;

import java.math.BigDecimal;
import java.util.Currency;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.sambandh.crm.common.Money;

/** Adds up amounts, each currency for itself. */
final class Sums {

    private final SortedMap<String, Row> rows = new TreeMap<>();
    long deals;
    long without;

    private static final class Row {
        private final Currency currency;
        private long count;
        private BigDecimal amount = BigDecimal.ZERO;
        private BigDecimal weighted = BigDecimal.ZERO;

        private Row(Currency currency) {
            this.currency = currency;
        }
    }

    void add(Optional<Money> amount, BigDecimal weight) {
        deals++;
        if (amount.isEmpty()) {
            without++;
            return;
        }
        Money money = amount.orElseThrow();
        Row row = rows.computeIfAbsent(money.currency().getCurrencyCode(), code -> new Row(money.currency()));
        row.count++;
        row.amount = row.amount.add(money.amount());
        row.weighted = row.weighted.add(money.amount().multiply(weight));
    }

    SortedMap<String, Currency> currencies() {
        SortedMap<String, Currency> currencies = new TreeMap<>();
        rows.forEach((code, row) -> currencies.put(code, row.currency));
        return currencies;
    }

    long count(Currency currency) {
        return row(currency).count;
    }

    Money amount(Currency currency) {
        return new Money(row(currency).amount, currency);
    }

    BigDecimal weighted(Currency currency) {
        return row(currency).weighted;
    }

    private Row row(Currency currency) {
        return rows.getOrDefault(currency.getCurrencyCode(), new Row(currency));
    }
}
