package org.sambandh.crm.exchange;

import java.math.BigDecimal;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.Currency;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * How the text of a column becomes a number, money or a date.
 *
 * @param factor what numbers are multiplied by: 1000000 where a column holds millions; null for one
 * @param currency the currency of the numbers, for a money field; null where there is none
 * @param datePattern the pattern of dates, as {@link java.time.format.DateTimeFormatter} reads it strictly
 *     ({@code dd/MM/uuuu}); null for ISO
 */
public record Conversion(
        @Nullable BigDecimal factor,
        @Nullable Currency currency,
        @Nullable String datePattern) {

    static final Conversion NONE = new Conversion(null, null, null);

    static DateTimeFormatter formatter(String pattern) {
        return DateTimeFormatter.ofPattern(pattern, Locale.ROOT).withResolverStyle(ResolverStyle.STRICT);
    }
}
