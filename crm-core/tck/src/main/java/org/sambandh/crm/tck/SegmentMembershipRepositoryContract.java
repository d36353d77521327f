package org.sambandh.crm.tck;

import org.sambandh.crm.common.MembershipId;
import org.sambandh.crm.common.SegmentId;
import org.sambandh.crm.segment.SegmentMembership;

/** The contract of {@link org.sambandh.crm.segment.SegmentMembershipRepository}. */
public abstract class SegmentMembershipRepositoryContract extends RepositoryContract<SegmentMembership, MembershipId> {

    /** Begins the contract. */
    protected SegmentMembershipRepositoryContract() {
        super(SegmentMembership.class);
    }

    @Override
    protected SegmentMembership changed(SegmentMembership entity) {
        return entity.toBuilder().segment(new SegmentId("changed")).build();
    }

    @Override
    protected SegmentMembership claiming(SegmentMembership entity, int... keys) {
        return entity;
    }
}
