package org.sambandh.crm.tck;

import java.time.LocalDate;
import org.sambandh.crm.common.SnapshotId;
import org.sambandh.crm.pipeline.PipelineSnapshot;

/** The contract of {@link org.sambandh.crm.pipeline.PipelineSnapshotRepository}. */
public abstract class PipelineSnapshotRepositoryContract extends RepositoryContract<PipelineSnapshot, SnapshotId> {

    /** Begins the contract. */
    protected PipelineSnapshotRepositoryContract() {
        super(PipelineSnapshot.class);
    }

    @Override
    protected PipelineSnapshot changed(PipelineSnapshot entity) {
        return entity.toBuilder().recordedAt(entity.recordedAt().plusSeconds(1)).build();
    }

    @Override
    protected PipelineSnapshot claiming(PipelineSnapshot entity, int... keys) {
        return entity.toBuilder()
                .date(LocalDate.of(2001, 1, 1).plusDays(keys[0]))
                .build();
    }
}
