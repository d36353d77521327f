package org.sambandh.crm.tck;

import org.sambandh.crm.common.ConversionId;
import org.sambandh.crm.lead.Conversion;

/** The contract of {@link org.sambandh.crm.lead.ConversionRepository}. */
public abstract class ConversionRepositoryContract extends RepositoryContract<Conversion, ConversionId> {

    /** Begins the contract. */
    protected ConversionRepositoryContract() {
        super(Conversion.class);
    }

    @Override
    protected Conversion changed(Conversion entity) {
        return entity.toBuilder().reasonBefore("changed").build();
    }

    @Override
    protected Conversion claiming(Conversion entity, int... keys) {
        return entity.toBuilder().externalRefs(Keys.refs(keys)).build();
    }
}
