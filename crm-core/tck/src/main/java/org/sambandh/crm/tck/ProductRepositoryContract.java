package org.sambandh.crm.tck;

import org.sambandh.crm.common.ProductId;
import org.sambandh.crm.product.Product;

/** The contract of {@link org.sambandh.crm.product.ProductRepository}. */
public abstract class ProductRepositoryContract extends RepositoryContract<Product, ProductId> {

    /** Begins the contract. */
    protected ProductRepositoryContract() {
        super(Product.class);
    }

    @Override
    protected Product changed(Product entity) {
        return entity.toBuilder().name("changed").build();
    }

    @Override
    protected Product claiming(Product entity, int... keys) {
        return entity.toBuilder().externalRefs(Keys.refs(keys)).build();
    }
}
