package org.sambandh.crm.tck;

import org.sambandh.crm.common.ModelId;
import org.sambandh.crm.prediction.PredictiveModel;

/** The contract of {@link org.sambandh.crm.prediction.PredictiveModelRepository}. */
public abstract class PredictiveModelRepositoryContract extends RepositoryContract<PredictiveModel, ModelId> {

    /** Begins the contract. */
    protected PredictiveModelRepositoryContract() {
        super(PredictiveModel.class);
    }

    @Override
    protected PredictiveModel changed(PredictiveModel entity) {
        return entity.toBuilder().archived(!entity.archived()).build();
    }

    @Override
    protected PredictiveModel claiming(PredictiveModel entity, int... keys) {
        return entity.toBuilder().externalRefs(Keys.refs(keys)).build();
    }
}
