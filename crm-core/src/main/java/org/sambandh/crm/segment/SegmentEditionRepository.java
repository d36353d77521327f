package org.sambandh.crm.segment;

import org.sambandh.crm.common.SegmentEditionId;
import org.sambandh.crm.store.Repository;

/** Keeps what is known about all segments of a tenant together: one row for each tenant. */
public interface SegmentEditionRepository extends Repository<SegmentEdition, SegmentEditionId> {}
