package org.sambandh.crm.overview;

import org.sambandh.crm.callcentre.CallEntry;
import org.sambandh.crm.campaign.CampaignMember;
import org.sambandh.crm.survey.SurveyResponse;

/**
 * How we turn to a party, and what it answers.
 *
 * @param campaigns its memberships of campaigns, the latest targeted first
 * @param calls its places on lists of calls where it may still be called, the latest enlisted first
 * @param surveys its responses to questionnaires, the latest first
 */
public record Outreach(Excerpt<CampaignMember> campaigns, Excerpt<CallEntry> calls, Excerpt<SurveyResponse> surveys) {

    /** {@return nothing of the content: it may be personal} */
    @Override
    public String toString() {
        return "Outreach";
    }
}
