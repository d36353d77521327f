package org.sambandh.crm.purchase;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sambandh.crm.common.Money;

/**
 * What a party owed us at the end of a day.
 *
 * @param day the day
 * @param open what was still to be paid, one sum for each currency, ordered by its code
 * @param overdue how much of that was overdue: due before the day
 * @param overdueInvoices how many invoices were overdue
 * @param overdueSince the earliest due day among them; null where none was
 * @param complete false where there are more open invoices than were read
 */
public record Receivables(
        LocalDate day,
        List<Money> open,
        List<Money> overdue,
        int overdueInvoices,
        @Nullable LocalDate overdueSince,
        boolean complete) {

    /**
     * Checks and copies what it is given.
     *
     * @param day the day
     * @param open what was still to be paid, one sum for each currency, ordered by its code
     * @param overdue how much of that was overdue: due before the day
     * @param overdueInvoices how many invoices were overdue
     * @param overdueSince the earliest due day among them; null where none was
     * @param complete false where there are more open invoices than were read
     */
    public Receivables {
        open = List.copyOf(open);
        overdue = List.copyOf(overdue);
    }

    /**
     * Returns what some invoices come to.
     *
     * @param day the day; settlements of later days are not seen
     * @param invoices the invoices
     * @param complete whether these are all there are
     * @return the sums
     */
    public static Receivables of(LocalDate day, Iterable<Invoice> invoices, boolean complete) {
        List<Money> open = new ArrayList<>();
        List<Money> overdue = new ArrayList<>();
        @Nullable LocalDate since = null;
        for (Invoice invoice : invoices) {
            if (invoice.openOn(day).signum() > 0) {
                open.add(invoice.openOn(day));
            }
            if (invoice.overdueOn(day).signum() > 0) {
                overdue.add(invoice.overdueOn(day));
                since = since == null || invoice.dueOn().isBefore(since) ? invoice.dueOn() : since;
            }
        }
        return new Receivables(
                day, Amounts.byCurrency(open), Amounts.byCurrency(overdue), overdue.size(), since, complete);
    }
}
