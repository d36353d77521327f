package org.sambandh.crm.purchase;

import java.util.List;
import java.util.Optional;
import org.sambandh.crm.common.CreditId;
import org.sambandh.crm.common.InvoiceId;
import org.sambandh.crm.common.PurchaseId;
import org.sambandh.crm.common.PurchaseReturnId;
import org.sambandh.crm.field.Catalog;
import org.sambandh.crm.store.CustomerData;
import org.sambandh.crm.store.EntityType;
import org.sambandh.crm.store.Feature;

/** Purchases, returns, invoices and credit, described to stores and catalogue. */
public final class PurchaseFeature implements Feature {

    private static final EntityType<Purchase, PurchaseId, PurchaseRepository> PURCHASE = new EntityType<>(
            Purchase.class,
            "purchase",
            PurchaseFields.ID,
            PurchaseRepository.class,
            Forwarding.Purchases::new,
            (purchase, revision) -> purchase.toBuilder().revision(revision).build(),
            List.of(PurchaseFields.EXTERNAL_REFS));

    private static final EntityType<PurchaseReturn, PurchaseReturnId, PurchaseReturnRepository> RETURN =
            new EntityType<>(
                    PurchaseReturn.class,
                    "purchaseReturn",
                    ReturnFields.ID,
                    PurchaseReturnRepository.class,
                    Forwarding.PurchaseReturns::new,
                    (given, revision) -> given.toBuilder().revision(revision).build(),
                    List.of(ReturnFields.EXTERNAL_REFS));

    private static final EntityType<Invoice, InvoiceId, InvoiceRepository> INVOICE = new EntityType<>(
            Invoice.class,
            "invoice",
            InvoiceFields.ID,
            InvoiceRepository.class,
            Forwarding.Invoices::new,
            (invoice, revision) -> invoice.toBuilder().revision(revision).build(),
            List.of(InvoiceFields.EXTERNAL_REFS));

    private static final EntityType<Credit, CreditId, CreditRepository> CREDIT = new EntityType<>(
            Credit.class,
            "credit",
            CreditFields.ID,
            CreditRepository.class,
            Forwarding.Credits::new,
            (credit, revision) -> credit.toBuilder().revision(revision).build(),
            List.of(CreditFields.EXTERNAL_REFS));

    /** Makes the feature. */
    public PurchaseFeature() {}

    @Override
    public String name() {
        return "purchase";
    }

    @Override
    public List<EntityType<?, ?, ?>> entities() {
        return List.of(PURCHASE, RETURN, INVOICE, CREDIT);
    }

    @Override
    public void declare(Catalog.Builder catalog) {
        catalog.entity(Purchase.class, "purchase", PurchaseFields.ID, PurchaseFields.ALL)
                .entity(PurchaseReturn.class, "purchaseReturn", ReturnFields.ID, ReturnFields.ALL)
                .entity(Invoice.class, "invoice", InvoiceFields.ID, InvoiceFields.ALL)
                .entity(Credit.class, "credit", CreditFields.ID, CreditFields.ALL)
                .part(PurchaseLine.class, "purchaseLine", PurchaseFields.LINE);
    }

    @Override
    public void relate(Catalog.Builder catalog) {
        catalog.relation(PurchaseFields.PURCHASES)
                .relation(PurchaseFields.LINES)
                .relation(ReturnFields.RETURNS)
                .relation(ReturnFields.OF_PURCHASE)
                .relation(InvoiceFields.INVOICES)
                .relation(CreditFields.CREDIT);
    }

    @Override
    public Optional<CustomerData> customerData() {
        return Optional.of(new PurchaseCustomerData());
    }
}
