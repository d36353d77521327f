package org.sambandh.crm.segment;

import org.sambandh.crm.common.SegmentFlipId;
import org.sambandh.crm.store.Repository;

/** Keeps the instants at which memberships may change by time alone: one row at most for a segment and a subject. */
public interface SegmentFlipRepository extends Repository<SegmentFlip, SegmentFlipId> {}
