package org.sambandh.crm.product;

import org.sambandh.crm.common.ProductId;
import org.sambandh.crm.store.Repository;

/** Keeps products. Code and external references are unique per tenant. */
public interface ProductRepository extends Repository<Product, ProductId> {}
