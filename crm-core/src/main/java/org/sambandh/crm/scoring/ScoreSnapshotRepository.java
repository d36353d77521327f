package org.sambandh.crm.scoring;

import org.sambandh.crm.common.ScoreSnapshotId;
import org.sambandh.crm.store.Repository;

/** Keeps the recorded scores of each subject under each model, the latest and those before. */
public interface ScoreSnapshotRepository extends Repository<ScoreSnapshot, ScoreSnapshotId> {}
