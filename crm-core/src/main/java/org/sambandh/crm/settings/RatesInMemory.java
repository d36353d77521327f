package org.sambandh.crm.settings;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import org.sambandh.crm.common.Invalid;

/** Rates in memory: per currency a line of days, written once, read by many threads. */
final class RatesInMemory implements ExchangeRates {

    private final Currency base;
    private final Map<Currency, NavigableMap<LocalDate, BigDecimal>> rates = new HashMap<>();

    RatesInMemory(Currency base, List<DatedRate> rates) {
        this.base = base;
        for (DatedRate dated : rates) {
            if (dated.currency().equals(base) && dated.rate().compareTo(BigDecimal.ONE) != 0) {
                throw new Invalid("rates", "one " + base + " is worth 1 " + base + ", found " + dated.rate());
            }
            BigDecimal other = this.rates
                    .computeIfAbsent(dated.currency(), currency -> new TreeMap<>())
                    .put(dated.validFrom(), dated.rate());
            if (other != null) {
                throw new Invalid("rates", "two rates of " + dated.currency() + " from " + dated.validFrom());
            }
        }
    }

    @Override
    public Optional<BigDecimal> rate(Currency currency, LocalDate on) {
        if (currency.equals(base)) {
            return Optional.of(BigDecimal.ONE);
        }
        NavigableMap<LocalDate, BigDecimal> line = rates.get(currency);
        return line == null
                ? Optional.empty()
                : Optional.ofNullable(line.floorEntry(on)).map(Map.Entry::getValue);
    }

    /** Returns the base currency and how many currencies there are. */
    @Override
    public String toString() {
        return "rates of " + rates.size() + " currencies in " + base;
    }
}
