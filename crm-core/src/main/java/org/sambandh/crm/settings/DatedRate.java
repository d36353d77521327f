package org.sambandh.crm.settings;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Currency;
import org.sambandh.crm.common.Invalid;

/**
 * What one unit of a currency is worth in the base currency, from a day on until the next rate of that currency.
 *
 * @param currency the currency
 * @param rate above zero; at most 18 digits before and 40 behind the point
 * @param validFrom the first day of the rate
 */
public record DatedRate(Currency currency, BigDecimal rate, LocalDate validFrom) {

    /**
     * Checks the rate.
     *
     * @param currency the currency
     * @param rate above zero; at most 18 digits before and 40 behind the point
     * @param validFrom the first day of the rate
     * @throws Invalid if the rate is not above zero or has too many digits
     */
    public DatedRate {
        rate = checked(rate);
    }

    /** Refuses what is no rate; asks the precision first, so that 1e999999999 is never written out. */
    static BigDecimal checked(BigDecimal rate) {
        if (rate.signum() <= 0) {
            throw new Invalid("rate", "must be above zero, found " + (rate.signum() == 0 ? "0" : "a negative number"));
        }
        BigDecimal plain = rate.stripTrailingZeros();
        if ((long) plain.precision() - plain.scale() > 18 || plain.scale() > 40) {
            throw new Invalid("rate", "at most 18 digits before and 40 behind the point");
        }
        return plain.scale() < 0 ? plain.setScale(0) : plain;
    }
}
