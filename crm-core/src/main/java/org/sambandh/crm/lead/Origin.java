package org.sambandh.crm.lead;

import org.jspecify.annotations.Nullable;
import org.sambandh.crm.common.CampaignId;
import org.sambandh.crm.common.Text;

/**
 * Where an enquiry came from.
 *
 * @param source who sent it here: {@code google}, {@code trade-fair}; at most 300 characters, or null
 * @param medium by which way: {@code cpc}, {@code e-mail}; at most 300 characters, or null
 * @param campaign for which campaign, or null
 * @param referrer the page or person before; at most 2,000 characters, may be personal, or null
 */
public record Origin(
        @Nullable String source,
        @Nullable String medium,
        @Nullable CampaignId campaign,
        @Nullable String referrer) {

    /** Nobody knows. */
    public static final Origin UNKNOWN = new Origin(null, null, null, null);

    /**
     * Checks and copies what it is given.
     *
     * @param source who sent it here: {@code google}, {@code trade-fair}; at most 300 characters, or null
     * @param medium by which way: {@code cpc}, {@code e-mail}; at most 300 characters, or null
     * @param campaign for which campaign, or null
     * @param referrer the page or person before; at most 2,000 characters, may be personal, or null
     */
    public Origin {
        source = LeadRules.text("origin.source", Text.orMissing("origin.source", source), 300);
        medium = LeadRules.text("origin.medium", Text.orMissing("origin.medium", medium), 300);
        referrer = LeadRules.text("origin.referrer", Text.orMissing("origin.referrer", referrer), 2_000);
    }

    /**
     * Returns an origin of which source and medium are known.
     *
     * @param source who sent it here
     * @param medium by which way
     * @return the origin
     */
    public static Origin of(String source, String medium) {
        return new Origin(source, medium, null, null);
    }

    /**
     * Returns this origin for a campaign.
     *
     * @param id the campaign, or null
     * @return a changed copy
     */
    public Origin campaign(@Nullable CampaignId id) {
        return new Origin(source, medium, id, referrer);
    }

    /**
     * Returns this origin with the page or person before.
     *
     * @param text the referrer, or null
     * @return a changed copy
     */
    public Origin referrer(@Nullable String text) {
        return new Origin(source, medium, campaign, text);
    }

    /** {@return source, medium and campaign: the referrer may be personal} */
    @Override
    public String toString() {
        return "Origin[" + source + ", " + medium + ", " + campaign + "]";
    }
}
