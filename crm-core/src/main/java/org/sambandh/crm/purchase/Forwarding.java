package org.sambandh.crm.purchase;

import org.sambandh.crm.common.CreditId;
import org.sambandh.crm.common.InvoiceId;
import org.sambandh.crm.common.PurchaseId;
import org.sambandh.crm.common.PurchaseReturnId;
import org.sambandh.crm.store.ForwardingRepository;
import org.sambandh.crm.store.Repository;

/** What stores return for the repository types of this package. */
final class Forwarding {

    private Forwarding() {}

    static final class Purchases extends ForwardingRepository<Purchase, PurchaseId> implements PurchaseRepository {
        Purchases(Repository<Purchase, PurchaseId> inner) {
            super(inner);
        }
    }

    static final class PurchaseReturns extends ForwardingRepository<PurchaseReturn, PurchaseReturnId>
            implements PurchaseReturnRepository {
        PurchaseReturns(Repository<PurchaseReturn, PurchaseReturnId> inner) {
            super(inner);
        }
    }

    static final class Invoices extends ForwardingRepository<Invoice, InvoiceId> implements InvoiceRepository {
        Invoices(Repository<Invoice, InvoiceId> inner) {
            super(inner);
        }
    }

    static final class Credits extends ForwardingRepository<Credit, CreditId> implements CreditRepository {
        Credits(Repository<Credit, CreditId> inner) {
            super(inner);
        }
    }
}
