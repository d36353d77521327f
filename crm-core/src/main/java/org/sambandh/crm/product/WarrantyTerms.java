package org.sambandh.crm.product;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sambandh.crm.common.Invalid;
import org.sambandh.crm.common.Quantity;

/**
 * What is promised with a product: months from the day it was installed, a reading of its meter, or both, whichever ends
 * first.
 *
 * @param months 1 to 1,200, or null where time alone ends nothing
 * @param meter the reading up to which it holds, above zero: {@code 100000 km}; null where no meter counts
 */
public record WarrantyTerms(
        @Nullable Integer months, @Nullable Quantity meter) {

    /**
     * Checks and copies what it is given.
     *
     * @param months 1 to 1,200, or null where time alone ends nothing
     * @param meter the reading up to which it holds, above zero: {@code 100000 km}; null where no meter counts
     */
    public WarrantyTerms {
        if (months == null && meter == null) {
            throw new Invalid("warranty", "months, a meter reading, or both");
        }
        if (months != null && (months < 1 || months > 1_200)) {
            throw new Invalid("warranty.months", "1 to 1,200, found " + months);
        }
        if (meter != null && meter.amount().signum() <= 0) {
            throw new Invalid("warranty.meter", "above zero");
        }
    }

    /**
     * Returns terms that time alone ends.
     *
     * @param months 1 to 1,200
     * @return the terms
     */
    public static WarrantyTerms ofMonths(int months) {
        return new WarrantyTerms(months, null);
    }

    /**
     * Returns these terms, ended by a meter too.
     *
     * @param reading the reading up to which they hold
     * @return the terms
     */
    public WarrantyTerms upTo(Quantity reading) {
        return new WarrantyTerms(months, reading);
    }

    /**
     * Returns the first day that is out of warranty by time: the same day of the month so many months later, the last of
     * that month where it is shorter (from 31 January one month ends on 28 February).
     *
     * @param installedOn the first day of the warranty
     * @return the day, or nothing where time alone ends nothing
     */
    public Optional<LocalDate> endsOn(LocalDate installedOn) {
        return months == null ? Optional.empty() : Optional.of(installedOn.plusMonths(months));
    }

    /**
     * Returns whether the warranty holds on a day.
     *
     * @param installedOn its first day
     * @param day the day
     * @param reading what the meter showed last, in the unit of the terms; null where nobody read it: then time decides
     * @return false before the first day, from the end on, and with a reading above the limit
     */
    public boolean covers(LocalDate installedOn, LocalDate day, @Nullable BigDecimal reading) {
        boolean inTime = !day.isBefore(installedOn)
                && endsOn(installedOn).map(day::isBefore).orElse(true);
        boolean inReach = meter == null || reading == null || reading.compareTo(meter.amount()) <= 0;
        return inTime && inReach;
    }
}
