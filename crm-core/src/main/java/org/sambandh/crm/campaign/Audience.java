package org.sambandh.crm.campaign;

import java.time.Instant;
import org.sambandh.crm.common.CampaignId;
import org.sambandh.crm.common.SegmentId;

/**
 * What became of the members of a segment when they were frozen into the audience of a campaign.
 *
 * @param campaign the campaign
 * @param segment the segment
 * @param asOf the moment as of which they were members
 * @param added how many came into the audience
 * @param members how many were in it before
 * @param left how many were left out: archived, or no longer there
 */
public record Audience(CampaignId campaign, SegmentId segment, Instant asOf, long added, long members, long left) {}
