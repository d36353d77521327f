package org.sambandh.crm.tck;

import org.sambandh.crm.common.EntityRef;
import org.sambandh.crm.common.ScoreSnapshotId;
import org.sambandh.crm.scoring.ScoreSnapshot;

/** The contract of {@link org.sambandh.crm.scoring.ScoreSnapshotRepository}. */
public abstract class ScoreSnapshotRepositoryContract extends RepositoryContract<ScoreSnapshot, ScoreSnapshotId> {

    /** Begins the contract. */
    protected ScoreSnapshotRepositoryContract() {
        super(ScoreSnapshot.class);
    }

    @Override
    protected ScoreSnapshot changed(ScoreSnapshot entity) {
        return entity.toBuilder().subject(new EntityRef("lead", "changed")).build();
    }

    @Override
    protected ScoreSnapshot claiming(ScoreSnapshot entity, int... keys) {
        return entity.toBuilder().externalRefs(Keys.refs(keys)).build();
    }
}
