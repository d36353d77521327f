package org.sambandh.crm.segment;

import org.sambandh.crm.common.MembershipId;
import org.sambandh.crm.store.Repository;

/** Keeps the periods of membership: one row for each period, so that entering again adds a row. */
public interface SegmentMembershipRepository extends Repository<SegmentMembership, MembershipId> {}
