package org.sambandh.crm.ticket;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.sambandh.crm.common.Invalid;
import org.sambandh.crm.common.Text;

/**
 * What a meter of an asset showed. Never changed: a wrong one is corrected by another.
 *
 * @param number counts the readings of the asset in the order of recording, from 1
 * @param meter which meter, by its unit as warranties name it, at most 60 characters: {@code km}, {@code hours}
 * @param day the day it was read
 * @param value what it showed; not negative, at most 9 decimals and 18 digits
 * @param corrects the number of the reading in whose place it stands; null if it stands for itself
 */
public record MeterReading(
        int number,
        String meter,
        LocalDate day,
        BigDecimal value,
        @Nullable Integer corrects) {

    /**
     * Checks and copies what it is given.
     *
     * @param number counts the readings of the asset in the order of recording, from 1
     * @param meter which meter, by its unit as warranties name it, at most 60 characters: {@code km}, {@code hours}
     * @param day the day it was read
     * @param value what it showed; not negative, at most 9 decimals and 18 digits
     * @param corrects the number of the reading in whose place it stands; null if it stands for itself
     */
    public MeterReading {
        meter = Text.required("reading.meter", meter, 60);
        value = amount("reading.value", value);
        TicketRules.day("reading.day", day);
        if (number < 1) {
            throw new Invalid("reading.number", "counted from 1, found " + number);
        }
        if (corrects != null && (corrects < 1 || corrects >= number)) {
            throw new Invalid("reading.corrects", "an earlier reading, found " + corrects);
        }
    }

    static BigDecimal amount(String path, BigDecimal value) {
        // The precision is asked first: 1e-999999999 must not be written out before it is refused.
        if (value.signum() < 0 || value.precision() - (long) value.scale() > 18 || value.precision() > 100) {
            throw new Invalid(path, "not negative, at most 18 digits before the point");
        }
        BigDecimal plain = value.signum() == 0 ? BigDecimal.ZERO : value.stripTrailingZeros();
        if (plain.scale() > 9) {
            throw new Invalid(path, "at most 9 decimals, found " + plain.scale());
        }
        return plain.scale() < 0 ? plain.setScale(0) : plain;
    }
}
