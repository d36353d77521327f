package org.sambandh.crm.segment;

import org.sambandh.crm.common.SegmentId;
import org.sambandh.crm.store.Repository;

/** Keeps segments. One whose rule no longer fits the catalogue loads with a broken rule; reading never fails for it. */
public interface SegmentRepository extends Repository<Segment, SegmentId> {}
