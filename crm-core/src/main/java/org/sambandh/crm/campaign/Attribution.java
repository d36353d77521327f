package org.sambandh.crm.campaign;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sambandh.crm.common.Money;

/**
 * What the enquiries of a campaign are worth, under one way of saying which are its own. Void deals count for nothing.
 *
 * @param enquiries how many enquiries
 * @param opportunities how many deals came of them
 * @param wonDeals how many of these were won
 * @param won the won amounts, net of tax, by currency: one converted sum where rates were given, and what had no rate beside it
 * @param withoutAmount how many won deals have no amount
 * @param returnOnInvestment (won - cost) / cost, 4 decimals, half up; nothing if the cost is unknown or not above zero, or something
 *     was won in another currency than that of the costs
 * @param costPerEnquiry cost / enquiries, in the tenant's rounding; nothing without enquiries, or if the cost is unknown
 */
public record Attribution(
        long enquiries,
        long opportunities,
        long wonDeals,
        List<Money> won,
        long withoutAmount,
        @Nullable BigDecimal returnOnInvestment,
        @Nullable Money costPerEnquiry) {

    /**
     * Checks and copies what it is given.
     *
     * @param enquiries how many enquiries
     * @param opportunities how many deals came of them
     * @param wonDeals how many of these were won
     * @param won the won amounts, net of tax, by currency: one converted sum where rates were given, and what had no rate beside it
     * @param withoutAmount how many won deals have no amount
     * @param returnOnInvestment (won - cost) / cost, 4 decimals, half up; nothing if the cost is unknown or not above zero, or something
     *     was won in another currency than that of the costs
     * @param costPerEnquiry cost / enquiries, in the tenant's rounding; nothing without enquiries, or if the cost is unknown
     */
    public Attribution {
        won = List.copyOf(won);
    }
}
