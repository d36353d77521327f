package org.sambandh.crm.pipeline;

/**
 * What became of a call to record the open pipeline.
 *
 * @param snapshot the snapshot of the day
 * @param recorded true if this call recorded it; false if the day had one already, which stayed as it was
 */
public record SnapshotResult(PipelineSnapshot snapshot, boolean recorded) {}
