package org.sambandh.crm.purchase;

import org.sambandh.crm.common.InvoiceId;
import org.sambandh.crm.store.Repository;

/** Keeps invoices with what settled them. */
public interface InvoiceRepository extends Repository<Invoice, InvoiceId> {}
