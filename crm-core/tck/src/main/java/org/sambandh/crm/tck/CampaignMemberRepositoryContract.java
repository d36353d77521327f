package org.sambandh.crm.tck;

import org.sambandh.crm.campaign.CampaignMember;
import org.sambandh.crm.common.CampaignMemberId;
import org.sambandh.crm.common.SegmentId;

/** The contract of {@link org.sambandh.crm.campaign.CampaignMemberRepository}. */
public abstract class CampaignMemberRepositoryContract extends RepositoryContract<CampaignMember, CampaignMemberId> {

    /** Begins the contract. */
    protected CampaignMemberRepositoryContract() {
        super(CampaignMember.class);
    }

    @Override
    protected CampaignMember changed(CampaignMember entity) {
        return entity.toBuilder().segment(new SegmentId("changed")).build();
    }

    @Override
    protected CampaignMember claiming(CampaignMember entity, int... keys) {
        return entity.toBuilder().externalRefs(Keys.refs(keys)).build();
    }
}
