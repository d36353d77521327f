package org.sambandh.crm.tck;

import org.sambandh.crm.common.PriceBookId;
import org.sambandh.crm.product.PriceBook;

/** The contract of {@link org.sambandh.crm.product.PriceBookRepository}. */
public abstract class PriceBookRepositoryContract extends RepositoryContract<PriceBook, PriceBookId> {

    /** Begins the contract. */
    protected PriceBookRepositoryContract() {
        super(PriceBook.class);
    }

    @Override
    protected PriceBook changed(PriceBook entity) {
        return entity.toBuilder().name("changed").build();
    }

    @Override
    protected PriceBook claiming(PriceBook entity, int... keys) {
        return entity.toBuilder().externalRefs(Keys.refs(keys)).build();
    }
}
