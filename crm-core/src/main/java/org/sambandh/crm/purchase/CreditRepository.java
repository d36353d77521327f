package org.sambandh.crm.purchase;

import org.sambandh.crm.common.CreditId;
import org.sambandh.crm.store.Repository;

/** Keeps what was decided on the credit of parties. */
public interface CreditRepository extends Repository<Credit, CreditId> {}
