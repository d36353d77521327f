package org.sambandh.crm.reporting.render;

import java.math.BigDecimal;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import org.sambandh.crm.reporting.Cell;

/**
 * A cell as programs read it.
 *
 * @param words plain digits, or ISO 8601; empty for text
 * @param isText whether it has to be written as text
 */
record PlainValue(String words, boolean isText) {

    private static final PlainValue TEXT = new PlainValue("", true);

    /** Beyond this a number is written with an exponent, so that a few bytes never become a gigabyte. */
    private static final int MAX_DIGITS = 400;

    static PlainValue of(Cell cell, ZoneId zone) {
        if (cell instanceof Cell.Numeric number) {
            return new PlainValue(number(number.value()), false);
        }
        if (cell instanceof Cell.Amount amount) {
            return new PlainValue(number(amount.money().amount()), false);
        }
        if (cell instanceof Cell.Ratio ratio) {
            return new PlainValue(number(ratio.value()), false);
        }
        if (cell instanceof Cell.Day day) {
            return new PlainValue(day.date().toString(), false);
        }
        if (cell instanceof Cell.Time time) {
            return new PlainValue(
                    DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(time.at().atZone(zone)), false);
        }
        return TEXT;
    }

    static String number(BigDecimal value) {
        boolean writable = Math.abs((long) value.scale()) + value.precision() <= MAX_DIGITS;
        return writable ? value.toPlainString() : value.toString();
    }
}
