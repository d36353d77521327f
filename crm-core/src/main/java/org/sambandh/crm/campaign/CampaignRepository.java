package org.sambandh.crm.campaign;

import org.sambandh.crm.common.CampaignId;
import org.sambandh.crm.store.Repository;

/** Keeps campaigns. */
public interface CampaignRepository extends Repository<Campaign, CampaignId> {}
