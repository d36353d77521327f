package org.sambandh.crm.common;

/**
 * The identity of a campaign.
 *
 * @param value the text, as {@link Id} describes it
 */
public record CampaignId(String value) implements Id {

    /**
     * Checks the text.
     *
     * @param value the text, as {@link Id} describes it
     */
    public CampaignId {
        Id.check("CampaignId", value);
    }

    @Override
    public String toString() {
        return value;
    }
}
