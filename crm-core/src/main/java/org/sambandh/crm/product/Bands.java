package org.sambandh.crm.product;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sambandh.crm.common.Invalid;

/** Prices by quantity: put in order, and looked up. */
final class Bands {

    private static final int MOST = 200;

    private Bands() {}

    static List<PriceBand> ordered(String path, List<PriceBand> bands) {
        if (bands.size() > MOST) {
            throw new Invalid(path, "at most " + MOST + ", found " + bands.size());
        }
        List<PriceBand> ordered = new ArrayList<>(bands);
        ordered.sort(Comparator.comparing((PriceBand band) -> band.currency().getCurrencyCode())
                .thenComparing((PriceBand band) -> band.from()));
        for (int i = 1; i < ordered.size(); i++) {
            PriceBand before = ordered.get(i - 1);
            PriceBand band = ordered.get(i);
            if (band.currency().equals(before.currency()) && band.from().compareTo(before.from()) == 0) {
                throw new Invalid(path, "one price for each currency and quantity, found two from " + band.from());
            }
        }
        return List.copyOf(ordered);
    }

    static List<PriceBand> in(List<PriceBand> bands, Currency currency) {
        return bands.stream().filter(band -> band.currency().equals(currency)).toList();
    }

    /** The band of a quantity: that with the largest {@code from} not above it. */
    static Optional<PriceBand> find(List<PriceBand> bands, Currency currency, BigDecimal quantity) {
        @Nullable PriceBand found = null;
        for (PriceBand band : in(bands, currency)) {
            if (band.from().compareTo(quantity) <= 0) {
                found = band;
            }
        }
        return Optional.ofNullable(found);
    }
}
