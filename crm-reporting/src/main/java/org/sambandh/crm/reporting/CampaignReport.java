package org.sambandh.crm.reporting;

import org.jspecify.annotations.Nullable;
import org.sambandh.crm.campaign.Campaign;
import org.sambandh.crm.condition.Condition;
import org.sambandh.crm.settings.RatePolicy;

/**
 * What came of campaigns, one row each, by name: responses, enquiries, budget and cost, and by first and by latest touch the deals, the
 * won amounts, the return on investment and the cost of an enquiry. The figures are those of
 * {@link org.sambandh.crm.campaign.Campaigns#results}; amounts of each currency stand apart. The row of totals leaves out what
 * does not add up: rates of return, costs of an enquiry, and enquiries, which two campaigns may have touched.
 *
 * @param name what hosts call it: letters, digits, dots, - and _
 * @param title what it is called
 * @param filter which campaigns; at most 1,000 are shown
 * @param conversion by the rates of which day won amounts are converted to the currency of each campaign's costs, with the rates of
 *     {@link Reports#withRates}; null to leave every amount in its own
 */
public record CampaignReport(
        String name,
        Label title,
        Condition<Campaign> filter,
        @Nullable RatePolicy conversion) implements Tabulation {

    /**
     * Checks the name.
     *
     * @param name what hosts call it: letters, digits, dots, - and _
     * @param title what it is called
     * @param filter which campaigns; at most 1,000 are shown
     * @param conversion by the rates of which day won amounts are converted to the currency of each campaign's costs, with the
     *     rates of {@link Reports#withRates}; null to leave every amount in its own
     * @throws org.sambandh.crm.common.Invalid if the name is none
     */
    public CampaignReport {
        name = Names.checked("report.name", name);
    }

    /**
     * Returns this report of other campaigns.
     *
     * @param condition which campaigns, in place of those before
     * @return the report
     */
    public CampaignReport where(Condition<Campaign> condition) {
        return new CampaignReport(name, title, condition, conversion);
    }

    /**
     * Returns this report with won amounts converted to the currency of each campaign's costs.
     *
     * @param policy by the rates of which day
     * @return the report
     */
    public CampaignReport converted(RatePolicy policy) {
        return new CampaignReport(name, title, filter, policy);
    }
}
