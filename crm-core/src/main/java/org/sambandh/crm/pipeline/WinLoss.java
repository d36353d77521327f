package org.sambandh.crm.pipeline;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import org.sambandh.crm.common.Money;

/**
 * Won and lost deals, with one row for each currency. Void deals are in neither.
 *
 * @param won how many were won
 * @param lost how many were lost
 * @param withoutAmount how many of them have no amount, and so are in no row
 * @param rows one for each currency, by its code
 */
public record WinLoss(long won, long lost, long withoutAmount, List<Row> rows) {

    /** The decimals of a rate: 0.631501 is 63.1501 %. */
    public static final int RATE_SCALE = 6;

    /**
     * The amounts in one currency.
     *
     * @param currency the currency
     * @param won the sum of the won amounts
     * @param lost the sum of the lost amounts
     */
    public record Row(Currency currency, Money won, Money lost) {}

    /**
     * Copies the rows.
     *
     * @param won how many were won
     * @param lost how many were lost
     * @param withoutAmount how many of them have no amount, and so are in no row
     * @param rows one for each currency, by its code
     */
    public WinLoss {
        rows = List.copyOf(rows);
    }

    /**
     * Returns won / (won + lost) by count.
     *
     * @return 0 to 1, six decimals, half up; nothing where no deal was won or lost
     */
    public Optional<BigDecimal> winRate() {
        return rate(BigDecimal.valueOf(won), BigDecimal.valueOf(lost));
    }

    /**
     * Returns won / (won + lost) by amount, within one currency.
     *
     * @param currency the currency
     * @return 0 to 1, six decimals, half up; nothing where both sums are zero
     */
    public Optional<BigDecimal> winRateByValue(Currency currency) {
        return rate(wonAmount(currency).amount(), lostAmount(currency).amount());
    }

    /**
     * Returns the won amount in one currency.
     *
     * @param currency the currency
     * @return the sum; zero where there is none
     */
    public Money wonAmount(Currency currency) {
        return row(currency).map(Row::won).orElseGet(() -> Money.zero(currency));
    }

    /**
     * Returns the lost amount in one currency.
     *
     * @param currency the currency
     * @return the sum; zero where there is none
     */
    public Money lostAmount(Currency currency) {
        return row(currency).map(Row::lost).orElseGet(() -> Money.zero(currency));
    }

    private Optional<Row> row(Currency currency) {
        return rows.stream().filter(r -> r.currency().equals(currency)).findFirst();
    }

    private static Optional<BigDecimal> rate(BigDecimal part, BigDecimal rest) {
        BigDecimal whole = part.add(rest);
        return whole.signum() == 0
                ? Optional.empty()
                : Optional.of(part.divide(whole, RATE_SCALE, RoundingMode.HALF_UP));
    }
}
