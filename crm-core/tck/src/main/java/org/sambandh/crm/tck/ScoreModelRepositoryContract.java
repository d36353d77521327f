package org.sambandh.crm.tck;

import org.sambandh.crm.common.ModelId;
import org.sambandh.crm.scoring.ScoreModel;

/** The contract of {@link org.sambandh.crm.scoring.ScoreModelRepository}. */
public abstract class ScoreModelRepositoryContract extends RepositoryContract<ScoreModel, ModelId> {

    /** Begins the contract. */
    protected ScoreModelRepositoryContract() {
        super(ScoreModel.class);
    }

    @Override
    protected ScoreModel changed(ScoreModel entity) {
        return entity.toBuilder().archived(!entity.archived()).build();
    }

    @Override
    protected ScoreModel claiming(ScoreModel entity, int... keys) {
        return entity.toBuilder().externalRefs(Keys.refs(keys)).build();
    }
}
