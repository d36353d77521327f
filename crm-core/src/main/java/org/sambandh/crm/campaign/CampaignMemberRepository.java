package org.sambandh.crm.campaign;

import org.sambandh.crm.common.CampaignMemberId;
import org.sambandh.crm.store.Repository;

/** Keeps the members of campaigns: one for each campaign and party. */
public interface CampaignMemberRepository extends Repository<CampaignMember, CampaignMemberId> {}
