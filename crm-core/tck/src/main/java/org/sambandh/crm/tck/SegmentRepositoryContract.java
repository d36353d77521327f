package org.sambandh.crm.tck;

import org.sambandh.crm.common.SegmentId;
import org.sambandh.crm.segment.Segment;

/** The contract of {@link org.sambandh.crm.segment.SegmentRepository}. */
public abstract class SegmentRepositoryContract extends RepositoryContract<Segment, SegmentId> {

    /** Begins the contract. */
    protected SegmentRepositoryContract() {
        super(Segment.class);
    }

    @Override
    protected Segment changed(Segment entity) {
        return entity.toBuilder().name("changed").build();
    }

    @Override
    protected Segment claiming(Segment entity, int... keys) {
        return entity.toBuilder().externalRefs(Keys.refs(keys)).build();
    }
}
