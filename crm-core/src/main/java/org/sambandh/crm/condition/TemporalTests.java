package org.sambandh.crm.condition;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.temporal.TemporalAdjusters;
import java.time.temporal.TemporalAmount;
import org.sambandh.crm.common.Moment;
import org.sambandh.crm.settings.FiscalCalendar;

/**
 * Tests of instants and dates against the moment. Each turns one value into the moments at which it passes; the answer
 * and the next flip both come from there and so cannot disagree.
 */
final class TemporalTests {

    private TemporalTests() {}

    record AgeOfInstant(ValueTest.Age<Instant> test) implements PreparedTest<Instant> {

        @Override
        public boolean passes(Instant value, Moment moment) {
            return span(value, moment).contains(moment);
        }

        @Override
        public Instant until(Instant value, Moment moment) {
            return span(value, moment).nextEdge(moment);
        }

        private Span span(Instant value, Moment moment) {
            return test.atLeast()
                    ? Span.agedAtLeast(value, test.age(), moment.zone())
                    : Span.agedAtMost(value, test.age(), moment.zone());
        }
    }

    /** A fact that is seen through a window. */
    record Seen(Window window) implements PreparedTest<Instant> {

        @Override
        public boolean passes(Instant value, Moment moment) {
            return Span.of(window, value, moment.zone()).contains(moment);
        }

        @Override
        public Instant until(Instant value, Moment moment) {
            return Span.of(window, value, moment.zone()).nextEdge(moment);
        }
    }

    record AgeOfDate(ValueTest.Age<LocalDate> test) implements PreparedTest<LocalDate> {

        @Override
        public boolean passes(LocalDate value, Moment moment) {
            return span(value, test).contains(moment);
        }

        @Override
        public Instant until(LocalDate value, Moment moment) {
            return span(value, test).nextEdge(moment);
        }

        /** Returns when a date has the age. */
        static DaySpan span(LocalDate value, ValueTest.Age<?> test) {
            LocalDate born = LocalDays.within(value);
            TemporalAmount age = test.age();
            LocalDate reached = born.plus(age instanceof Duration d ? Period.ofDays((int) d.toDays()) : age);
            return test.atLeast() ? new DaySpan(reached, LocalDate.MAX) : new DaySpan(born, reached.plusDays(1));
        }
    }

    record InPeriods<V>(ValueTest.InPeriod<V> test, FiscalCalendar fiscalCalendar) implements PreparedTest<V> {

        @Override
        public boolean passes(V value, Moment moment) {
            return span(localDate(value, moment), test, fiscalCalendar).contains(moment);
        }

        @Override
        public Instant until(V value, Moment moment) {
            return span(localDate(value, moment), test, fiscalCalendar).nextEdge(moment);
        }

        /** In the n-th period from the moment's own means: the moment lies in the minus n-th from the value's own. */
        static DaySpan span(LocalDate date, ValueTest.InPeriod<?> test, FiscalCalendar calendar) {
            return switch (test.unit()) {
                case DAY -> span(date, Period.ofDays(1), test);
                case WEEK ->
                    span(date.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY)), Period.ofWeeks(1), test);
                case MONTH -> span(date.withDayOfMonth(1), Period.ofMonths(1), test);
                case QUARTER ->
                    span(date.withDayOfMonth(1).minusMonths((date.getMonthValue() - 1) % 3), Period.ofMonths(3), test);
                case YEAR -> span(date.withDayOfYear(1), Period.ofYears(1), test);
                case FISCAL_QUARTER, FISCAL_YEAR -> fiscalSpan(date, test, calendar);
            };
        }

        private static DaySpan span(LocalDate start, Period length, ValueTest.InPeriod<?> test) {
            return new DaySpan(
                    start.plus(length.multipliedBy(-test.last())), start.plus(length.multipliedBy(1 - test.first())));
        }

        private static DaySpan fiscalSpan(LocalDate date, ValueTest.InPeriod<?> test, FiscalCalendar calendar) {
            LocalDate first = FiscalStarts.of(calendar, date, test.unit(), -test.last());
            LocalDate behind = FiscalStarts.of(calendar, date, test.unit(), 1 - test.first());
            return first == null || behind == null ? DaySpan.NEVER : new DaySpan(first, behind);
        }
    }

    record Anniversary<V>(int days) implements PreparedTest<V> {

        @Override
        public boolean passes(V value, Moment moment) {
            return !LocalDays.of(moment).plusDays(days).isBefore(next(localDate(value, moment), moment));
        }

        @Override
        public Instant until(V value, Moment moment) {
            LocalDate first = localDate(value, moment);
            LocalDate next = next(first, moment);
            LocalDate enters = next.minusDays(days);
            LocalDate leaves = next.plusDays(1);
            if (!passes(value, moment)) {
                int before = next.getYear() - first.getYear() - 1;
                leaves = before < 1 ? LocalDate.MAX : first.plusYears(before).plusDays(1);
            }
            return LocalDays.earlier(LocalDays.nextStart(enters, moment), LocalDays.nextStart(leaves, moment));
        }

        /** The first anniversary on the moment's day or behind it; 29 February has its on the 28th in other years. */
        private static LocalDate next(LocalDate first, Moment moment) {
            LocalDate today = LocalDays.of(moment);
            int years = Math.max(1, today.getYear() - first.getYear());
            LocalDate anniversary = first.plusYears(years);
            return anniversary.isBefore(today) ? first.plusYears(years + 1L) : anniversary;
        }
    }

    private static LocalDate localDate(Object value, Moment moment) {
        return value instanceof Instant instant
                ? LocalDays.of(instant, moment.zone())
                : LocalDays.within((LocalDate) value);
    }
}
