package org.sambandh.crm.overview;

import java.util.List;
import org.sambandh.crm.common.Money;
import org.sambandh.crm.pipeline.Opportunity;

/**
 * The open deals of a party, and what they come to.
 *
 * @param first the ones that are expected to close first, those without a date last
 * @param count how many there are, counted up to {@value #MOST}
 * @param totals the sum of their amounts, one for each currency, ordered by its code
 * @param withoutAmount how many of them have no amount
 * @param complete false where there are more than {@value #MOST}: the figures are of the first ones then
 */
public record OpenDeals(
        Excerpt<Opportunity> first, int count, List<Money> totals, int withoutAmount, boolean complete) {

    /** The most deals that are read. */
    public static final int MOST = 1_000;

    /**
     * Checks and copies what it is given.
     *
     * @param first the ones that are expected to close first, those without a date last
     * @param count how many there are, counted up to {@value #MOST}
     * @param totals the sum of their amounts, one for each currency, ordered by its code
     * @param withoutAmount how many of them have no amount
     * @param complete false where there are more than {@value #MOST}: the figures are of the first ones then
     */
    public OpenDeals {
        totals = List.copyOf(totals);
    }
}
