package org.sambandh.crm.product;

import org.sambandh.crm.common.PriceBookId;
import org.sambandh.crm.common.PriceId;
import org.sambandh.crm.common.ProductId;
import org.sambandh.crm.store.ForwardingRepository;
import org.sambandh.crm.store.Repository;

/** What stores return for the repository types of this package. */
final class Forwarding {

    private Forwarding() {}

    static final class Products extends ForwardingRepository<Product, ProductId> implements ProductRepository {
        Products(Repository<Product, ProductId> inner) {
            super(inner);
        }
    }

    static final class PriceBooks extends ForwardingRepository<PriceBook, PriceBookId> implements PriceBookRepository {
        PriceBooks(Repository<PriceBook, PriceBookId> inner) {
            super(inner);
        }
    }

    static final class Prices extends ForwardingRepository<Price, PriceId> implements PriceRepository {
        Prices(Repository<Price, PriceId> inner) {
            super(inner);
        }
    }
}
