package org.sambandh.crm.common;

/**
 * The identity of a member of a campaign.
 *
 * @param value the text, as {@link Id} describes it
 */
public record CampaignMemberId(String value) implements Id {

    /**
     * Checks the text.
     *
     * @param value the text, as {@link Id} describes it
     */
    public CampaignMemberId {
        Id.check("CampaignMemberId", value);
    }

    @Override
    public String toString() {
        return value;
    }
}
