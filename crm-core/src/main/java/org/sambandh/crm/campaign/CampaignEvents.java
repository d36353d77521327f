package org.sambandh.crm.campaign;

/** The types of events about campaigns and their members. */
public final class CampaignEvents {

    /** A campaign was planned. */
    public static final String PLANNED = "campaign.planned";

    /** Name, days, channel, brand or budget of a campaign were changed. */
    public static final String CHANGED = "campaign.changed";

    /** A campaign began to run. */
    public static final String STARTED = "campaign.started";

    /** A campaign was finished. */
    public static final String FINISHED = "campaign.finished";

    /** A cost was entered. */
    public static final String COST_ADDED = "campaign.costAdded";

    /** An audience was frozen out of a segment: one event, with the numbers in its data. */
    public static final String AUDIENCE_FROZEN = "campaign.audienceFrozen";

    /** Something was sent to all of an audience: one event, with the number of {@code members} in its data. */
    public static final String SENT = "campaign.sent";

    /** A member was added by hand. */
    public static final String MEMBER_ADDED = "campaignMember.added";

    /** A member got further; the data names the {@code step}. */
    public static final String MEMBER_ADVANCED = "campaignMember.advanced";

    /** A member responded for the first time. */
    public static final String RESPONDED = "campaignMember.responded";

    /** The codes of a member were destroyed with its personal data. */
    public static final String MEMBER_ERASED = "campaignMember.erased";

    private CampaignEvents() {}
}
