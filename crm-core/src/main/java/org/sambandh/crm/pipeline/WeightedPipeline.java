package org.sambandh.crm.pipeline;

import java.math.BigDecimal;
import java.util.Currency;
import java.util.List;
import org.sambandh.crm.common.Money;

/**
 * What the open deals are worth: amounts, and amounts x probabilities, with one row for each currency.
 *
 * @param deals how many are open
 * @param withoutAmount how many of them have no amount, and so are in no row
 * @param ruleUses how many of them got their amount from the declared rule
 * @param rows one for each currency, by its code
 */
public record WeightedPipeline(long deals, long withoutAmount, long ruleUses, List<Row> rows) {

    /**
     * The open deals in one currency.
     *
     * @param currency the currency
     * @param deals how many
     * @param amount the sum of their amounts
     * @param weighted the sum of amount x probability, exact: not rounded to the decimals of the currency
     */
    public record Row(Currency currency, long deals, Money amount, BigDecimal weighted) {}

    /**
     * Copies the rows.
     *
     * @param deals how many are open
     * @param withoutAmount how many of them have no amount, and so are in no row
     * @param ruleUses how many of them got their amount from the declared rule
     * @param rows one for each currency, by its code
     */
    public WeightedPipeline {
        rows = List.copyOf(rows);
    }

    /**
     * Returns amount x probability, summed, in one currency.
     *
     * @param currency the currency
     * @return the exact sum; zero where there is none
     */
    public BigDecimal weighted(Currency currency) {
        return rows.stream()
                .filter(r -> r.currency().equals(currency))
                .map(Row::weighted)
                .findFirst()
                .orElse(BigDecimal.ZERO);
    }

    /**
     * Returns the sum of the amounts in one currency.
     *
     * @param currency the currency
     * @return the sum; zero where there is none
     */
    public Money amount(Currency currency) {
        return rows.stream()
                .filter(r -> r.currency().equals(currency))
                .map(Row::amount)
                .findFirst()
                .orElseGet(() -> Money.zero(currency));
    }
}
