package org.sambandh.crm.campaign;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sambandh.crm.common.CampaignId;
import org.sambandh.crm.common.Moment;
import org.sambandh.crm.common.Money;

/**
 * What came of a campaign.
 *
 * @param campaign the campaign
 * @param asOf when it was counted
 * @param counts how many members got how far
 * @param enquiries the enquiries whose first or latest touch names the campaign
 * @param cost what it cost; nothing while no currency is known
 * @param firstTouch what enquiries are worth that the campaign brought in
 * @param lastTouch what enquiries are worth that the campaign touched last
 * @param policy by which policy won amounts were converted, in words; nothing if they were not
 */
public record CampaignResults(
        CampaignId campaign,
        Moment asOf,
        CampaignCounts counts,
        long enquiries,
        @Nullable Money cost,
        Attribution firstTouch,
        Attribution lastTouch,
        @Nullable String policy) {

    static final int RATE_DECIMALS = 4;

    /** {@return responses out of those it was sent to, 0 to 1 with 4 decimals, half up; nothing if it was sent to nobody} */
    public Optional<BigDecimal> responseRate() {
        return counts.sent() == 0
                ? Optional.empty()
                : Optional.of(BigDecimal.valueOf(counts.responses())
                        .divide(BigDecimal.valueOf(counts.sent()), RATE_DECIMALS, RoundingMode.HALF_UP));
    }
}
