package org.sambandh.crm.purchase;

import org.sambandh.crm.common.PurchaseReturnId;
import org.sambandh.crm.store.Repository;

/** Keeps returns, those that count no longer too. */
public interface PurchaseReturnRepository extends Repository<PurchaseReturn, PurchaseReturnId> {}
