package org.sambandh.crm.tck;

import org.sambandh.crm.common.AssetId;
import org.sambandh.crm.ticket.Asset;

/** The contract of {@link org.sambandh.crm.ticket.AssetRepository}. */
public abstract class AssetRepositoryContract extends RepositoryContract<Asset, AssetId> {

    /** Begins the contract. */
    protected AssetRepositoryContract() {
        super(Asset.class);
    }

    @Override
    protected Asset changed(Asset entity) {
        return entity.toBuilder().name("changed").build();
    }

    @Override
    protected Asset claiming(Asset entity, int... keys) {
        return entity.toBuilder().externalRefs(Keys.refs(keys)).build();
    }
}
