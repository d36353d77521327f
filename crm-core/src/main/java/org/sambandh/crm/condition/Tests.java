package org.sambandh.crm.condition;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.stream.Collectors;
import org.sambandh.crm.common.Money;

/** The tests a value can be put to. Made to be imported statically. */
public final class Tests {

    private Tests() {}

    /**
     * Equal to a value.
     *
     * @param value the value
     * @param <V> its class
     * @return the test
     */
    public static <V> ValueTest<V> is(V value) {
        return new ValueTest.Is<>(value);
    }

    /**
     * Equal to a number.
     *
     * @param value the number
     * @return the test
     */
    public static ValueTest<BigDecimal> is(long value) {
        return new ValueTest.Is<>(BigDecimal.valueOf(value));
    }

    /**
     * Equal to one of the values.
     *
     * @param values the values
     * @param <V> their class
     * @return the test
     */
    @SafeVarargs
    @SuppressWarnings("varargs")
    public static <V> ValueTest<V> in(V... values) {
        return in(Arrays.asList(values));
    }

    /**
     * Equal to one of the values.
     *
     * @param values the values; none makes it false
     * @param <V> their class
     * @return the test
     */
    public static <V> ValueTest<V> in(Collection<V> values) {
        return new ValueTest.In<>(new LinkedHashSet<>(values));
    }

    /**
     * Equal to one of the numbers. Not called {@code in}: a call with plain numbers would suit both.
     *
     * @param values the numbers
     * @return the test
     */
    public static ValueTest<BigDecimal> inNumbers(long... values) {
        return in(Arrays.stream(values).mapToObj(BigDecimal::valueOf).collect(Collectors.toList()));
    }

    /**
     * Between two numbers, both in.
     *
     * @param low the lower end
     * @param high the upper end
     * @return the test
     */
    public static ValueTest<BigDecimal> between(long low, long high) {
        return new ValueTest.Range<>(BigDecimal.valueOf(low), BigDecimal.valueOf(high));
    }

    /**
     * Between two values, both in.
     *
     * @param low the lower end: a number, date, instant or money
     * @param high the upper end
     * @param <V> their class
     * @return the test
     */
    public static <V> ValueTest<V> between(V low, V high) {
        return new ValueTest.Range<>(low, high);
    }

    /**
     * Not below a number.
     *
     * @param low the lower end
     * @return the test
     */
    public static ValueTest<BigDecimal> atLeast(long low) {
        return new ValueTest.Range<>(BigDecimal.valueOf(low), null);
    }

    /**
     * Not below a value.
     *
     * @param low a number, date, instant or money
     * @param <V> its class
     * @return the test
     */
    public static <V> ValueTest<V> atLeast(V low) {
        return new ValueTest.Range<>(low, null);
    }

    /**
     * Not above a number.
     *
     * @param high the upper end
     * @return the test
     */
    public static ValueTest<BigDecimal> atMost(long high) {
        return new ValueTest.Range<>(null, BigDecimal.valueOf(high));
    }

    /**
     * Not above a value.
     *
     * @param high a number, date, instant or money
     * @param <V> its class
     * @return the test
     */
    public static <V> ValueTest<V> atMost(V high) {
        return new ValueTest.Range<>(null, high);
    }

    /**
     * Not above an amount of money, in its currency.
     *
     * @param amount a plain decimal
     * @param currency an ISO 4217 code
     * @return the test
     */
    public static ValueTest<Money> atMost(String amount, String currency) {
        return atMost(Money.of(amount, currency));
    }

    /**
     * Not below an amount of money, in its currency.
     *
     * @param amount a plain decimal
     * @param currency an ISO 4217 code
     * @return the test
     */
    public static ValueTest<Money> atLeast(String amount, String currency) {
        return atLeast(Money.of(amount, currency));
    }

    /**
     * A text that holds another, by code point.
     *
     * @param text the other text
     * @return the test
     */
    public static ValueTest<String> contains(String text) {
        return new ValueTest.TextMatch(ValueTest.TextMatch.Kind.CONTAINS, text, false);
    }

    /**
     * A text that begins with another, by code point.
     *
     * @param text the other text
     * @return the test
     */
    public static ValueTest<String> startsWith(String text) {
        return new ValueTest.TextMatch(ValueTest.TextMatch.Kind.STARTS_WITH, text, false);
    }

    /**
     * A text that ends with another, by code point.
     *
     * @param text the other text
     * @return the test
     */
    public static ValueTest<String> endsWith(String text) {
        return new ValueTest.TextMatch(ValueTest.TextMatch.Kind.ENDS_WITH, text, false);
    }

    /**
     * A text that holds, begins with, ends with or equals another when letter case is folded.
     *
     * @param kind how
     * @param text the other text
     * @return the test
     */
    public static ValueTest<String> ignoringCase(ValueTest.TextMatch.Kind kind, String text) {
        return new ValueTest.TextMatch(kind, text, true);
    }

    /**
     * Not missing.
     *
     * @param <V> the class of the value
     * @return the test
     */
    public static <V> ValueTest<V> present() {
        return new ValueTest.Present<>();
    }

    /**
     * An instant or date at least that long ago.
     *
     * @param age the age; whole days for dates
     * @param <V> {@link Instant} or {@link LocalDate}
     * @return the test
     */
    public static <V> ValueTest<V> ageAtLeast(Duration age) {
        return new ValueTest.Age<>(true, age);
    }

    /**
     * An instant or date at least that many calendar units ago.
     *
     * @param age the age
     * @param <V> {@link Instant} or {@link LocalDate}
     * @return the test
     */
    public static <V> ValueTest<V> ageAtLeast(Period age) {
        return new ValueTest.Age<>(true, age);
    }

    /**
     * An instant or date not longer ago than that, and not in the future.
     *
     * @param age the age; whole days for dates
     * @param <V> {@link Instant} or {@link LocalDate}
     * @return the test
     */
    public static <V> ValueTest<V> ageAtMost(Duration age) {
        return new ValueTest.Age<>(false, age);
    }

    /**
     * An instant or date not more calendar units ago than that, and not in the future.
     *
     * @param age the age
     * @param <V> {@link Instant} or {@link LocalDate}
     * @return the test
     */
    public static <V> ValueTest<V> ageAtMost(Period age) {
        return new ValueTest.Age<>(false, age);
    }

    /**
     * In the day, week, month, quarter or year the moment lies in.
     *
     * @param unit the length of the period
     * @param <V> {@link Instant} or {@link LocalDate}
     * @return the test
     */
    public static <V> ValueTest<V> inThis(CalendarUnit unit) {
        return inPeriods(unit, 0, 0);
    }

    /**
     * In the period before the one the moment lies in.
     *
     * @param unit the length of the period
     * @param <V> {@link Instant} or {@link LocalDate}
     * @return the test
     */
    public static <V> ValueTest<V> inLast(CalendarUnit unit) {
        return inPeriods(unit, -1, -1);
    }

    /**
     * In the period behind the one the moment lies in.
     *
     * @param unit the length of the period
     * @param <V> {@link Instant} or {@link LocalDate}
     * @return the test
     */
    public static <V> ValueTest<V> inNext(CalendarUnit unit) {
        return inPeriods(unit, 1, 1);
    }

    /**
     * In one of several periods, counted from the one the moment lies in.
     *
     * @param unit the length of a period
     * @param first 0 is this one, -1 the one before, 1 the next
     * @param last not before {@code first}
     * @param <V> {@link Instant} or {@link LocalDate}
     * @return the test
     */
    public static <V> ValueTest<V> inPeriods(CalendarUnit unit, int first, int last) {
        return new ValueTest.InPeriod<>(unit, first, last);
    }

    /**
     * An anniversary falls on today or one of the next days.
     *
     * @param days how many days ahead, 0 to 365
     * @param <V> {@link LocalDate} or {@link Instant}
     * @return the test
     */
    public static <V> ValueTest<V> anniversaryWithin(int days) {
        return new ValueTest.AnniversaryWithin<>(days);
    }
}
