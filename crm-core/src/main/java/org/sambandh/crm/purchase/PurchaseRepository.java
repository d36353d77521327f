package org.sambandh.crm.purchase;

import org.sambandh.crm.common.PurchaseId;
import org.sambandh.crm.store.Repository;

/** Keeps purchases, those that count no longer too. */
public interface PurchaseRepository extends Repository<Purchase, PurchaseId> {}
