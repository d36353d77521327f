package org.sambandh.crm.tck;

import org.sambandh.crm.common.ModelVersionId;
import org.sambandh.crm.scoring.ScoreModelVersion;

/** The contract of {@link org.sambandh.crm.scoring.ScoreModelVersionRepository}. */
public abstract class ScoreModelVersionRepositoryContract
        extends RepositoryContract<ScoreModelVersion, ModelVersionId> {

    /** Begins the contract. */
    protected ScoreModelVersionRepositoryContract() {
        super(ScoreModelVersion.class);
    }

    @Override
    protected ScoreModelVersion changed(ScoreModelVersion entity) {
        return entity.toBuilder().from(entity.from().plusSeconds(1)).build();
    }

    @Override
    protected ScoreModelVersion claiming(ScoreModelVersion entity, int... keys) {
        return entity.toBuilder().externalRefs(Keys.refs(keys)).build();
    }
}
