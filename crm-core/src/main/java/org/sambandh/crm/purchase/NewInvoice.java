package org.sambandh.crm.purchase;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.sambandh.crm.common.CustomerId;
import org.sambandh.crm.common.Money;
import org.sambandh.crm.common.PurchaseId;

/**
 * An invoice as the other system tells it.
 *
 * @param customer who owes it
 * @param purchase the purchase it is for; null where it is for several or none
 * @param issuedOn the day of issue in the zone of the tenant
 * @param dueOn the last day on which it is in time
 * @param amount what is to be paid, tax included; above zero
 */
public record NewInvoice(
        CustomerId customer, @Nullable PurchaseId purchase, LocalDate issuedOn, LocalDate dueOn, Money amount) {

    /**
     * Returns an invoice for no purchase in particular.
     *
     * @param customer who owes it
     * @param issuedOn the day of issue
     * @param dueOn the last day on which it is in time
     * @param amount what is to be paid, tax included
     * @return the invoice
     */
    public static NewInvoice to(CustomerId customer, LocalDate issuedOn, LocalDate dueOn, Money amount) {
        return new NewInvoice(customer, null, issuedOn, dueOn, amount);
    }

    /**
     * Returns this invoice, for a purchase.
     *
     * @param newPurchase the purchase
     * @return a changed copy
     */
    public NewInvoice of(PurchaseId newPurchase) {
        return new NewInvoice(customer, newPurchase, issuedOn, dueOn, amount);
    }

    /** {@return nothing of the content} */
    @Override
    public String toString() {
        return "NewInvoice";
    }
}
