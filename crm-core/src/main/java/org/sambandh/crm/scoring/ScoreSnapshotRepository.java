package org.sambandh.crm.scoring;

import org.sambandh.crm.common.ScoreSnapshotId;
import org.sambandh.crm.store.Repository;

/** Keeps the latest recorded score of each subject under each model. */
public interface ScoreSnapshotRepository extends Repository<ScoreSnapshot, ScoreSnapshotId> {}
