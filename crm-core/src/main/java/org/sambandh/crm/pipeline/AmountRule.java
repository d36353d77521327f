package org.sambandh.crm.pipeline;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;
import java.util.function.Function;
import org.sambandh.crm.common.Money;
import org.sambandh.crm.common.ProductId;

/**
 * What an open deal without an amount counts for in a report. Declared by whoever reads the report, never stored: every
 * figure says how often it was used.
 */
@FunctionalInterface
public interface AmountRule {

    /**
     * Returns the amount to count.
     *
     * @param deal an open deal without an amount
     * @return the amount, or nothing: then it is counted as a deal without amount
     */
    Optional<Money> amountOf(Opportunity deal);

    /** {@return the rule that never counts anything} */
    static AmountRule none() {
        return deal -> Optional.empty();
    }

    /**
     * Returns the rule "amount = list price": quantity x list price over the lines, each rounded half up.
     *
     * @param listPrice the price of one unit of a product, or nothing where there is none
     * @return the rule; a deal without lines, with a product without a list price, or with list prices in two currencies
     *     stays without amount
     */
    static AmountRule listPrice(Function<ProductId, Optional<Money>> listPrice) {
        return deal -> {
            Money sum = null;
            for (Line line : deal.lines()) {
                Money price = line.product() == null
                        ? null
                        : listPrice.apply(line.product()).orElse(null);
                if (price == null || (sum != null && !sum.currency().equals(price.currency()))) {
                    return Optional.empty();
                }
                BigDecimal times = line.quantity()
                        .amount()
                        .multiply(BigDecimal.valueOf(line.billing().times()));
                Money total = price.times(times, RoundingMode.HALF_UP);
                sum = sum == null ? total : sum.plus(total);
            }
            return Optional.ofNullable(sum);
        };
    }
}
