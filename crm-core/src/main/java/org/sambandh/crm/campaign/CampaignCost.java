package org.sambandh.crm.campaign;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.sambandh.crm.common.Money;
import org.sambandh.crm.common.Text;

/**
 * Something a campaign cost.
 *
 * @param on the day of the cost, in the tenant's zone
 * @param amount how much; below zero to put an earlier entry right, or for money back
 * @param purpose what for, at most 300 characters, or null
 */
public record CampaignCost(
        LocalDate on, Money amount, @Nullable String purpose) {

    /**
     * Checks and copies what it is given.
     *
     * @param on the day of the cost, in the tenant's zone
     * @param amount how much; below zero to put an earlier entry right, or for money back
     * @param purpose what for, at most 300 characters, or null
     */
    public CampaignCost {
        purpose = Text.orMissing("campaignCost.purpose", purpose, 300);
    }

    /**
     * Returns a cost.
     *
     * @param on the day
     * @param amount how much
     * @return the cost
     */
    public static CampaignCost of(LocalDate on, Money amount) {
        return new CampaignCost(on, amount, null);
    }
}
