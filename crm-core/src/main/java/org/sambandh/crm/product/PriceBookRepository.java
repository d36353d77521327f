package org.sambandh.crm.product;

import org.sambandh.crm.common.PriceBookId;
import org.sambandh.crm.store.Repository;

/** Keeps price books, without their prices. */
public interface PriceBookRepository extends Repository<PriceBook, PriceBookId> {}
