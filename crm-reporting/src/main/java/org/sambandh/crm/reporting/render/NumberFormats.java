package org.sambandh.crm.reporting.render;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Month;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Currency;
import java.util.Locale;
import org.sambandh.crm.common.Invalid;
import org.sambandh.crm.common.Money;

/**
 * Writes numbers, money, shares and dates for people who read English or Hindi. For India (a locale with the country
 * {@code IN}, and Hindi anywhere) digits are grouped 3, 2, 2, ... and large figures are told in lakh and crore; elsewhere
 * in threes and in K, M, B and T. The JDK's own formats know one group size only and print 1,234,567 for {@code en-IN}.
 * {@code hi-IN-u-nu-deva} writes Devanagari digits. Languages other than Hindi get English words. Immutable; the answers
 * depend on nothing but the locale and the value.
 */
public final class NumberFormats {

    /** A figure of more digits than that is told as a power of ten: nobody reads it, and it must not fill the page. */
    private static final int MAX_DIGITS = 40;

    private static final String NO_BREAK_SPACE = "\u00A0";

    private final Locale locale;
    private final Words words;
    private final boolean indian;
    private final boolean devanagari;

    private NumberFormats(Locale locale) {
        this.locale = locale;
        this.words = Words.of(locale);
        this.indian = locale.getCountry().equals("IN") || locale.getLanguage().equals("hi");
        this.devanagari = "deva".equals(locale.getUnicodeLocaleType("nu"));
    }

    /**
     * Returns the formats of a locale.
     *
     * @param locale any; only its language, country and digits ({@code nu}) are looked at
     * @return the formats
     */
    public static NumberFormats of(Locale locale) {
        return new NumberFormats(locale);
    }

    /** {@return the locale they were made for} */
    public Locale locale() {
        return locale;
    }

    /**
     * Writes a whole number with groups.
     *
     * @param value any
     * @return for example {@code 12,34,567}
     */
    public String number(long value) {
        return number(BigDecimal.valueOf(value), 0);
    }

    /**
     * Writes a number with groups, rounded half up; zeros at the end of the decimals are left out.
     *
     * @param value any; one of more than 40 digits before the point is written as a power of ten
     * @param decimals at most so many decimals, 0 or more
     * @return for example {@code 12,34,567.5}
     */
    public String number(BigDecimal value, int decimals) {
        if (isHuge(value)) {
            return digits(powerOfTen(value));
        }
        BigDecimal plain = rounded(value, decimals).stripTrailingZeros();
        return digits(grouped(plain.scale() < 0 ? plain.setScale(0) : plain));
    }

    /**
     * Writes money with all decimals of its currency and its sign in front of the symbol.
     *
     * @param money any
     * @return for example {@code -₹12,34,567.50} or, for a currency without a sign of its own, {@code CHF 10.00}
     */
    public String money(Money money) {
        return signed(
                money.signum(), symbol(money.currency()), grouped(money.amount().abs()));
    }

    /** Writes money without decimals; they are cut off, so only for amounts that have none. */
    String wholeMoney(Money money) {
        return signed(
                money.signum(),
                symbol(money.currency()),
                grouped(money.amount().abs().setScale(0, RoundingMode.DOWN)));
    }

    /**
     * Writes money to be read at a glance, as {@link #compact} does.
     *
     * @param money any
     * @return for example {@code ₹12.35 lakh}
     */
    public String compactMoney(Money money) {
        return compactMoney(money.amount(), money.currency());
    }

    /**
     * Writes an amount that need not be money of its currency (a mean, a tick of an axis) to be read at a glance.
     *
     * @param amount any
     * @param currency the currency
     * @return for example {@code ₹12.35 lakh}
     */
    public String compactMoney(BigDecimal amount, Currency currency) {
        String text = isHuge(amount) ? powerOfTen(amount.abs()) : shortened(amount.abs());
        return signed(amount.signum(), symbol(currency), text);
    }

    /**
     * Writes a number to be read at a glance: two decimals, half up, zeros at the end left out. The unit is chosen before
     * rounding, so 9,999,999 is {@code 100 lakh} and never {@code 1 crore}. In India lakh from 1,00,000 and crore from
     * 1,00,00,000; elsewhere K, M, B and T from the first number of that size.
     *
     * @param value any
     * @return for example {@code 12.35 lakh} or {@code 1.23M}
     */
    public String compact(BigDecimal value) {
        if (isHuge(value)) {
            return number(value, 2);
        }
        String text = shortened(value.abs());
        return digits(value.signum() < 0 && hasDigitAboveZero(text) ? "-" + text : text);
    }

    /**
     * Writes a share as a percentage, rounded half up.
     *
     * @param share 1 is {@code 100%}; any value is written
     * @param decimals exactly so many decimals, 0 or more, so that a column lines up
     * @return for example {@code 12.5%}
     */
    public String percent(BigDecimal share, int decimals) {
        BigDecimal hundredfold = share.movePointRight(2);
        if (isHuge(hundredfold)) {
            return number(hundredfold, decimals) + "%";
        }
        return digits(grouped(rounded(hundredfold, decimals)) + "%");
    }

    /**
     * Writes a day.
     *
     * @param day any
     * @return for example {@code 23 Nov 2026}
     */
    public String date(LocalDate day) {
        return digits(day.getDayOfMonth() + " " + words.get("month." + day.getMonthValue()) + " " + day.getYear());
    }

    /**
     * Writes a month.
     *
     * @param month any
     * @return for example {@code Nov 2026}
     */
    public String month(YearMonth month) {
        return digits(words.get("month." + month.getMonthValue()) + " " + month.getYear());
    }

    String month(Month month) {
        return words.get("month." + month.getValue());
    }

    /** Writes a number as a name: without groups. */
    String plain(int number) {
        return digits(String.valueOf(number));
    }

    /**
     * Writes an instant as it reads on a clock in a zone, to the minute.
     *
     * @param instant any
     * @param zone the zone of the clock
     * @return for example {@code 23 Nov 2026, 18:05}
     */
    public String instant(Instant instant, ZoneId zone) {
        ZonedDateTime local = instant.atZone(zone);
        return date(local.toLocalDate())
                + digits(", " + twoDigits(local.getHour()) + ":" + twoDigits(local.getMinute()));
    }

    /**
     * Reads a number as a person writes it: plain, with Indian or with western groups (not a mixture), in Latin or
     * Devanagari digits (not a mixture), with a minus sign and a rupee sign in front, with lakh or crore behind, in
     * English or Hindi. The locale makes no difference.
     *
     * @param text at most 100 characters
     * @return the value, exactly
     * @throws Invalid at {@code number} if it is no such number; its reason starts with {@code notANumber}
     */
    public BigDecimal parse(String text) {
        return NumberReader.read(text);
    }

    private String signed(int signum, String symbol, String text) {
        return (signum < 0 && hasDigitAboveZero(text) ? "-" : "") + symbol + digits(text);
    }

    private String shortened(BigDecimal positive) {
        if (indian) {
            if (positive.compareTo(NumberReader.CRORE) >= 0) {
                return scaled(positive, 7) + " " + words.get("number.crore");
            }
            if (positive.compareTo(NumberReader.LAKH) >= 0) {
                return scaled(positive, 5) + " " + words.get("number.lakh");
            }
        } else {
            String units = "KMBT";
            for (int i = units.length() - 1; i >= 0; i--) {
                int power = 3 * (i + 1);
                if (positive.compareTo(BigDecimal.ONE.scaleByPowerOfTen(power)) >= 0) {
                    return scaled(positive, power) + units.charAt(i);
                }
            }
        }
        return grouped(rounded(positive, 2).stripTrailingZeros());
    }

    private static String scaled(BigDecimal positive, int power) {
        return positive.movePointLeft(power)
                .setScale(2, RoundingMode.HALF_UP)
                .stripTrailingZeros()
                .toPlainString();
    }

    private String grouped(BigDecimal value) {
        String plain = value.toPlainString();
        int start = plain.startsWith("-") ? 1 : 0;
        int point = plain.indexOf('.');
        int end = point < 0 ? plain.length() : point;
        StringBuilder text = new StringBuilder(plain);
        int size = 3;
        for (int i = end - 3; i > start; i -= size) {
            text.insert(i, ',');
            size = indian ? 2 : 3;
        }
        return text.toString();
    }

    /** Rounds without writing out a value that is far below the last decimal. */
    private static BigDecimal rounded(BigDecimal value, int decimals) {
        if ((long) value.precision() - value.scale() < -decimals) {
            return BigDecimal.ZERO.setScale(decimals);
        }
        return value.setScale(decimals, RoundingMode.HALF_UP);
    }

    private static boolean isHuge(BigDecimal value) {
        return (long) value.precision() - value.scale() > MAX_DIGITS;
    }

    private static String powerOfTen(BigDecimal value) {
        return value.round(new MathContext(6)).stripTrailingZeros().toString();
    }

    private static boolean hasDigitAboveZero(String text) {
        return text.chars().anyMatch(c -> c > '0' && c <= '9');
    }

    private static String symbol(Currency currency) {
        return switch (currency.getCurrencyCode()) {
            case "INR" -> "₹";
            case "USD" -> "$";
            case "EUR" -> "€";
            case "GBP" -> "£";
            case "JPY" -> "¥";
            default -> currency.getCurrencyCode() + NO_BREAK_SPACE;
        };
    }

    private static String twoDigits(int value) {
        return value < 10 ? "0" + value : String.valueOf(value);
    }

    private String digits(String text) {
        if (!devanagari) {
            return text;
        }
        StringBuilder written = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            written.append(c >= '0' && c <= '9' ? (char) (c - '0' + '०') : c);
        }
        return written.toString();
    }
}
