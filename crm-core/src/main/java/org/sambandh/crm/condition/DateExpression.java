package org.sambandh.crm.condition;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import org.jspecify.annotations.Nullable;
import org.sambandh.crm.common.Invalid;
import org.sambandh.crm.common.Moment;

/**
 * Reads date expressions such as {@code now-10d/d} before a condition is built from the instant they name.
 *
 * <p>An expression is an anchor and any number of steps. The anchor is {@code now}, or an ISO 8601 date or date-time with
 * {@code ||} before the first step: {@code 2026-04-01||+1M-1d}. A step is {@code +} or {@code -}, a number (1 if left out)
 * and a unit, or {@code /} and a unit, which goes to the first instant of the unit. Units are {@code y M w d h H m s};
 * {@code M} is a month, {@code m} a minute, weeks start on Monday. Blanks between the parts and the letter case of {@code
 * T} and {@code Z} do not matter. A text of digits only is milliseconds since 1970.
 *
 * <p>Dates without offset, the steps by {@code y M w d} and every {@code /} are local to the moment's zone; {@code h m s} are
 * exact. Months clamp to their last day. Local times that do not exist move forward by the gap, those that exist twice are
 * the earlier ones.
 */
public final class DateExpression {

    private static final String PATH = "dateExpression";
    private static final int MAX_LENGTH = 200;
    private static final Instant FIRST = Instant.parse("0001-01-01T00:00:00Z");
    private static final Instant LAST = Instant.parse("9999-12-31T23:59:59.999999Z");

    private final String text;
    private final Moment moment;
    private final boolean roundUp;
    private int next;

    private DateExpression(String text, Moment moment, boolean roundUp) {
        this.text = text;
        this.moment = moment;
        this.roundUp = roundUp;
    }

    /**
     * Returns the instant that an expression names.
     *
     * @param expression at most 200 characters
     * @param moment what {@code now} is, and the zone of local dates
     * @param roundUp whether {@code /} goes to the last microsecond of its unit instead of the first instant
     * @return an instant of the years 1 to 9999, truncated to microseconds
     * @throws Invalid if it cannot be read. Its {@code why} begins with one word: {@code empty}; {@code date} (no date, or
     *     a result outside the years 1 to 9999); {@code operator} (a step starts with none of {@code + - /}); {@code
     *     truncated} (it ends before the unit); {@code unit} (there is no such unit); {@code round} (a number other than 1
     *     behind {@code /}). The first mistake from the left counts
     */
    public static Instant parse(String expression, Moment moment, boolean roundUp) {
        if (expression.length() > MAX_LENGTH) {
            throw new Invalid(PATH, "date: at most " + MAX_LENGTH + " characters, found " + expression.length());
        }
        try {
            return new DateExpression(expression.strip(), moment, roundUp).parse();
        } catch (DateTimeException | ArithmeticException e) {
            throw new Invalid(PATH, "date: the result lies outside the years 1 to 9999", e);
        }
    }

    private Instant parse() {
        if (text.isEmpty()) {
            throw new Invalid(PATH, "empty: expected now or a date such as 2026-04-01");
        }
        Instant at = inRange(anchor());
        skipBlanks();
        while (next < text.length()) {
            at = inRange(step(at));
            skipBlanks();
        }
        return at;
    }

    private Instant anchor() {
        if (text.startsWith("now")) {
            next = 3;
            return moment.at();
        }
        int bars = text.indexOf("||");
        String date = (bars < 0 ? text : text.substring(0, bars)).strip();
        next = bars < 0 ? text.length() : bars + 2;
        if (bars < 0 && date.chars().allMatch(DateExpression::isDigit)) {
            return Instant.ofEpochMilli(number(date, 0, date.length()));
        }
        Instant at = date(date);
        if (at == null) {
            throw new Invalid(PATH, "date: expected now or an ISO date such as 2026-04-01T09:30:00Z at the start");
        }
        return at;
    }

    private @Nullable Instant date(String date) {
        try {
            return date(date, moment.zone());
        } catch (DateTimeException e) {
            // The shape of a date, but no such day, time or offset: 2026-02-30.
            return null;
        }
    }

    private Instant step(Instant at) {
        int start = next;
        char operator = text.charAt(next++);
        if (operator != '+' && operator != '-' && operator != '/') {
            throw new Invalid(PATH, "operator: expected +, - or / at position " + start);
        }
        skipBlanks();
        int digits = next;
        while (next < text.length() && isDigit(text.charAt(next))) {
            next++;
        }
        int end = next;
        skipBlanks();
        if (next == text.length()) {
            throw new Invalid(PATH, "truncated: expected a unit at the end");
        }
        ChronoUnit unit = unit(text.charAt(next));
        next++;
        long number = digits == end ? 1 : number(text, digits, end);
        if (operator != '/') {
            return plus(at, operator == '+' ? number : -number, unit);
        }
        if (number != 1) {
            throw new Invalid(PATH, "round: expected a unit without number behind / at position " + start);
        }
        return rounded(at, unit);
    }

    private ChronoUnit unit(char letter) {
        return switch (letter) {
            case 'y' -> ChronoUnit.YEARS;
            case 'M' -> ChronoUnit.MONTHS;
            case 'w' -> ChronoUnit.WEEKS;
            case 'd' -> ChronoUnit.DAYS;
            case 'h', 'H' -> ChronoUnit.HOURS;
            case 'm' -> ChronoUnit.MINUTES;
            case 's' -> ChronoUnit.SECONDS;
            default -> throw new Invalid(PATH, "unit: expected one of y M w d h H m s at position " + next);
        };
    }

    private Instant plus(Instant at, long amount, ChronoUnit unit) {
        return unit.isTimeBased()
                ? at.plus(amount, unit)
                : at.atZone(moment.zone()).plus(amount, unit).toInstant();
    }

    private Instant rounded(Instant at, ChronoUnit unit) {
        Instant first;
        Instant following;
        if (unit.isTimeBased()) {
            // By the offset of the instant itself, so that an hour shown twice in autumn is two hours.
            OffsetDateTime local =
                    at.atOffset(moment.zone().getRules().getOffset(at)).truncatedTo(unit);
            first = local.toInstant();
            following = first.plus(1, unit);
        } else {
            LocalDate date = firstDay(LocalDate.ofInstant(at, moment.zone()), unit);
            first = date.atStartOfDay(moment.zone()).toInstant();
            following = date.plus(1, unit).atStartOfDay(moment.zone()).toInstant();
        }
        return roundUp ? following.minus(1, ChronoUnit.MICROS) : first;
    }

    private static LocalDate firstDay(LocalDate date, ChronoUnit unit) {
        return switch (unit) {
            case YEARS -> date.withDayOfYear(1);
            case MONTHS -> date.withDayOfMonth(1);
            case WEEKS -> date.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
            default -> date;
        };
    }

    /** Reads {@code yyyy-MM-dd}, then perhaps {@code THH:mm}, {@code :ss}, a fraction of 1 to 9 digits and an offset. */
    private static @Nullable Instant date(String text, ZoneId zone) {
        if (!hasShape(text, 0, "0000-00-00")) {
            return null;
        }
        LocalDate date = LocalDate.of(digits(text, 0, 4), digits(text, 5, 2), digits(text, 8, 2));
        if (text.length() == 10) {
            return date.atStartOfDay(zone).toInstant();
        }
        if ((text.charAt(10) != 'T' && text.charAt(10) != 't') || !hasShape(text, 11, "00:00")) {
            return null;
        }
        int end = 16;
        int second = 0;
        int nano = 0;
        if (hasShape(text, end, ":00")) {
            second = digits(text, end + 1, 2);
            end += 3;
            int fraction = end + 1;
            if (hasShape(text, end, ".0")) {
                end = fraction;
                while (end < text.length() && end < fraction + 9 && isDigit(text.charAt(end))) {
                    end++;
                }
                nano = digits((text.substring(fraction, end) + "00000000").substring(0, 9), 0, 9);
            }
        }
        LocalDateTime local = date.atTime(LocalTime.of(digits(text, 11, 2), digits(text, 14, 2), second, nano));
        if (end == text.length()) {
            return ZonedDateTime.of(local, zone).toInstant().truncatedTo(ChronoUnit.MICROS);
        }
        ZoneOffset offset = offset(text.substring(end));
        return offset == null ? null : local.toInstant(offset).truncatedTo(ChronoUnit.MICROS);
    }

    /** Reads {@code Z}, {@code +hh}, {@code +hhmm} or {@code +hh:mm}. */
    private static @Nullable ZoneOffset offset(String text) {
        if (text.equals("Z") || text.equals("z")) {
            return ZoneOffset.UTC;
        }
        boolean colon = text.length() == 6 && hasShape(text, 1, "00:00");
        boolean plain = text.length() == 5 && hasShape(text, 1, "0000");
        boolean hours = text.length() == 3 && hasShape(text, 1, "00");
        char sign = text.charAt(0);
        if ((!colon && !plain && !hours) || (sign != '+' && sign != '-')) {
            return null;
        }
        int factor = sign == '+' ? 1 : -1;
        int minutes = hours ? 0 : digits(text, colon ? 4 : 3, 2);
        return ZoneOffset.ofHoursMinutes(factor * digits(text, 1, 2), factor * minutes);
    }

    /** Returns whether the text goes on with that shape, where 0 stands for any digit. */
    private static boolean hasShape(String text, int start, String shape) {
        if (text.length() < start + shape.length()) {
            return false;
        }
        for (int i = 0; i < shape.length(); i++) {
            char c = text.charAt(start + i);
            if (shape.charAt(i) == '0' ? !isDigit(c) : c != shape.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    private static int digits(String text, int start, int count) {
        return (int) number(text, start, start + count);
    }

    private static long number(String text, int start, int end) {
        long number = 0;
        for (int i = start; i < end; i++) {
            number = Math.addExact(Math.multiplyExact(number, 10L), text.charAt(i) - '0');
        }
        return number;
    }

    private static Instant inRange(Instant at) {
        if (at.isBefore(FIRST) || at.isAfter(LAST)) {
            throw new DateTimeException("outside");
        }
        return at;
    }

    private static boolean isDigit(int c) {
        return c >= '0' && c <= '9';
    }

    private void skipBlanks() {
        while (next < text.length() && Character.isWhitespace(text.charAt(next))) {
            next++;
        }
    }
}
