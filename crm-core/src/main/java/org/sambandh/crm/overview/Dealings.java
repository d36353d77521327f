package org.sambandh.crm.overview;

import org.sambandh.crm.purchase.Credit;
import org.sambandh.crm.purchase.Purchase;
import org.sambandh.crm.purchase.PurchaseSummary;
import org.sambandh.crm.purchase.Receivables;

/**
 * What a party bought, and what it owes.
 *
 * @param latest the purchases that count, the latest first; {@code Purchases.latest} goes on
 * @param bought them in figures; of the latest {@value #MOST} where there are more
 * @param owed what it owes today; of the {@value #MOST} open invoices that are due first where there are more
 * @param credit whether and why its credit is on hold
 */
public record Dealings(Excerpt<Purchase> latest, PurchaseSummary bought, Receivables owed, Credit credit) {

    /** The most purchases and the most open invoices that are read. */
    public static final int MOST = 1_000;

    /** {@return nothing of the content: it may be personal} */
    @Override
    public String toString() {
        return "Dealings";
    }
}
