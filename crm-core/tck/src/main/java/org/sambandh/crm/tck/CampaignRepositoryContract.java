package org.sambandh.crm.tck;

import org.sambandh.crm.campaign.Campaign;
import org.sambandh.crm.common.CampaignId;

/** The contract of {@link org.sambandh.crm.campaign.CampaignRepository}. */
public abstract class CampaignRepositoryContract extends RepositoryContract<Campaign, CampaignId> {

    /** Begins the contract. */
    protected CampaignRepositoryContract() {
        super(Campaign.class);
    }

    @Override
    protected Campaign changed(Campaign entity) {
        return entity.toBuilder().name("changed").build();
    }

    @Override
    protected Campaign claiming(Campaign entity, int... keys) {
        return entity.toBuilder().externalRefs(Keys.refs(keys)).build();
    }
}
