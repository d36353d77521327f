package org.sambandh.crm.purchase;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.sambandh.crm.common.Money;

/**
 * What a party bought, in figures.
 *
 * @param purchases how many purchases count
 * @param revenue what they come to, one for each currency, ordered by its code; exact
 * @param firstOn the day of the first of them; null where there is none
 * @param latestOn the day of the latest; null where there is none
 * @param complete false where there are more purchases than were read: the figures are of the latest ones then
 */
public record PurchaseSummary(
        long purchases,
        List<Revenue> revenue,
        @Nullable LocalDate firstOn,
        @Nullable LocalDate latestOn,
        boolean complete) {

    /**
     * Checks and copies what it is given.
     *
     * @param purchases how many purchases count
     * @param revenue what they come to, one for each currency, ordered by its code; exact
     * @param firstOn the day of the first of them; null where there is none
     * @param latestOn the day of the latest; null where there is none
     * @param complete false where there are more purchases than were read: the figures are of the latest ones then
     */
    public PurchaseSummary {
        revenue = List.copyOf(revenue);
    }

    /**
     * Returns the figures of some purchases.
     *
     * @param purchases the purchases; those that count no longer are left out
     * @param complete whether these are all there are
     * @return the figures
     */
    public static PurchaseSummary of(Iterable<Purchase> purchases, boolean complete) {
        Figures figures = new Figures();
        purchases.forEach(figures::add);
        return figures.summary(complete);
    }

    /** Adds purchases up, one after the other. */
    static final class Figures {

        private final Map<String, Revenue> byCurrency = new TreeMap<>();
        private long count;
        private @Nullable LocalDate first;
        private @Nullable LocalDate latest;

        void add(Purchase purchase) {
            if (!purchase.isValid()) {
                return;
            }
            count++;
            LocalDate day = purchase.purchasedOn();
            first = first == null || day.isBefore(first) ? day : first;
            latest = latest == null || day.isAfter(latest) ? day : latest;
            byCurrency.merge(
                    purchase.currency().getCurrencyCode(),
                    new Revenue(purchase.total(), purchase.refunded()),
                    Figures::plus);
        }

        private static Revenue plus(Revenue one, Revenue other) {
            Money gross = one.gross().plus(other.gross());
            return new Revenue(gross, one.refunded().plus(other.refunded()));
        }

        PurchaseSummary summary(boolean complete) {
            return new PurchaseSummary(count, List.copyOf(byCurrency.values()), first, latest, complete);
        }
    }
}
