package org.sambandh.crm.tck;

import org.sambandh.crm.common.PipelineId;
import org.sambandh.crm.pipeline.Pipeline;

/** The contract of {@link org.sambandh.crm.pipeline.PipelineRepository}. */
public abstract class PipelineRepositoryContract extends RepositoryContract<Pipeline, PipelineId> {

    /** Begins the contract. */
    protected PipelineRepositoryContract() {
        super(Pipeline.class);
    }

    @Override
    protected Pipeline changed(Pipeline entity) {
        return entity.toBuilder().name("changed").build();
    }

    @Override
    protected Pipeline claiming(Pipeline entity, int... keys) {
        return entity.toBuilder().externalRefs(Keys.refs(keys)).build();
    }
}
