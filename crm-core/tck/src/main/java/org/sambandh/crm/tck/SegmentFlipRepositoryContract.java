package org.sambandh.crm.tck;

import org.sambandh.crm.common.SegmentFlipId;
import org.sambandh.crm.common.SegmentId;
import org.sambandh.crm.segment.SegmentFlip;

/** The contract of {@link org.sambandh.crm.segment.SegmentFlipRepository}. */
public abstract class SegmentFlipRepositoryContract extends RepositoryContract<SegmentFlip, SegmentFlipId> {

    /** Begins the contract. */
    protected SegmentFlipRepositoryContract() {
        super(SegmentFlip.class);
    }

    @Override
    protected SegmentFlip changed(SegmentFlip entity) {
        return entity.toBuilder().segment(new SegmentId("changed")).build();
    }

    @Override
    protected SegmentFlip claiming(SegmentFlip entity, int... keys) {
        return entity;
    }
}
