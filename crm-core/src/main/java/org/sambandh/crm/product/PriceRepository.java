package org.sambandh.crm.product;

import org.sambandh.crm.common.PriceId;
import org.sambandh.crm.store.Repository;

/** Keeps the prices of all books. */
public interface PriceRepository extends Repository<Price, PriceId> {}
