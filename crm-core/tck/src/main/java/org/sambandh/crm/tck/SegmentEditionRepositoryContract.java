package org.sambandh.crm.tck;

import org.sambandh.crm.common.SegmentEditionId;
import org.sambandh.crm.segment.SegmentEdition;

/** The contract of {@link org.sambandh.crm.segment.SegmentEditionRepository}. */
public abstract class SegmentEditionRepositoryContract extends RepositoryContract<SegmentEdition, SegmentEditionId> {

    /** Begins the contract. */
    protected SegmentEditionRepositoryContract() {
        super(SegmentEdition.class);
    }

    @Override
    protected SegmentEdition changed(SegmentEdition entity) {
        return entity.toBuilder().stamp("changed").build();
    }

    @Override
    protected SegmentEdition claiming(SegmentEdition entity, int... keys) {
        return entity;
    }
}
