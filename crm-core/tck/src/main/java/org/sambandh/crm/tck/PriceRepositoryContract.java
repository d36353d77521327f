package org.sambandh.crm.tck;

import java.time.LocalDate;
import org.sambandh.crm.common.PriceId;
import org.sambandh.crm.common.Validity;
import org.sambandh.crm.product.Price;

/** The contract of {@link org.sambandh.crm.product.PriceRepository}. */
public abstract class PriceRepositoryContract extends RepositoryContract<Price, PriceId> {

    /** Begins the contract. */
    protected PriceRepositoryContract() {
        super(Price.class);
    }

    @Override
    protected Price changed(Price entity) {
        return entity.toBuilder()
                .validity(Validity.from(LocalDate.of(2001, 1, 1)))
                .build();
    }

    @Override
    protected Price claiming(Price entity, int... keys) {
        return entity.toBuilder().externalRefs(Keys.refs(keys)).build();
    }
}
