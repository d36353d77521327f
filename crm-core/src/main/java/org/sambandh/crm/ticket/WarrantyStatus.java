package org.sambandh.crm.ticket;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.sambandh.crm.common.Quantity;
import org.sambandh.crm.product.WarrantyTerms;

/** Whether an asset is under warranty on a day, and why or until when. */
public sealed interface WarrantyStatus {

    /** {@return whether it is under warranty} */
    default boolean isUnderWarranty() {
        return this instanceof Covered;
    }

    /**
     * It is.
     *
     * @param until the last day under warranty; null where only a meter limits it
     * @param left what the meter may still run, by its latest reading; the whole limit without a reading, null where no
     *     meter counts
     */
    record Covered(@Nullable LocalDate until, @Nullable Quantity left) implements WarrantyStatus {}

    /**
     * It is not: its time is over.
     *
     * @param lastDay the last day it was
     */
    record TimeOver(LocalDate lastDay) implements WarrantyStatus {}

    /**
     * It is not: the meter ran beyond the limit.
     *
     * @param limit up to which reading it was
     * @param reading the reading that shows more
     */
    record MeterOver(Quantity limit, MeterReading reading) implements WarrantyStatus {}

    /**
     * It is not yet: it is installed later.
     *
     * @param from the first day
     */
    record NotYet(LocalDate from) implements WarrantyStatus {}

    /**
     * Nobody can tell.
     *
     * @param missing what is not known
     */
    record Unknown(Missing missing) implements WarrantyStatus {}

    /** What an answer would need. */
    enum Missing {
        /** Neither the asset nor its product says how long it is under warranty. */
        TERMS,
        /** Nobody knows when it was installed. */
        INSTALLED_ON
    }

    /**
     * Works it out. The warranty begins with the day of installation. A reading at the limit is still covered; a meter
     * without a reading is taken to be at 0.
     *
     * @param asset the asset
     * @param terms its terms, or those of its product; null if there are none
     * @param day the day in question
     * @return the answer
     */
    static WarrantyStatus of(Asset asset, @Nullable WarrantyTerms terms, LocalDate day) {
        LocalDate installed = asset.installedOn().orElse(null);
        if (terms == null) {
            return new Unknown(Missing.TERMS);
        }
        if (installed == null) {
            return new Unknown(Missing.INSTALLED_ON);
        }
        if (day.isBefore(installed)) {
            return new NotYet(installed);
        }
        LocalDate lastDay = terms.endsOn(installed).map(end -> end.minusDays(1)).orElse(null);
        if (lastDay != null && day.isAfter(lastDay)) {
            return new TimeOver(lastDay);
        }
        Quantity limit = terms.meter();
        if (limit == null) {
            return new Covered(lastDay, null);
        }
        MeterReading reading = asset.latestReading(limit.unit(), day).orElse(null);
        BigDecimal left = reading == null ? limit.amount() : limit.amount().subtract(reading.value());
        return reading != null && left.signum() < 0
                ? new MeterOver(limit, reading)
                : new Covered(lastDay, new Quantity(left, limit.unit()));
    }
}
