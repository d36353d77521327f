package org.sambandh.crm.pipeline;

import org.sambandh.crm.common.SnapshotId;
import org.sambandh.crm.store.Repository;

/** Keeps the daily snapshots, at most one for a local day. */
public interface PipelineSnapshotRepository extends Repository<PipelineSnapshot, SnapshotId> {}
