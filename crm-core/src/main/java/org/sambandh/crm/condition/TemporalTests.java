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

    record AgeOfDate(ValueTest.Age<LocalDate> test) implements PreparedTest<LocalDate> {

        @Override
        public boolean passes(LocalDate value, Moment moment) {
            return span(value).contains(moment);
        }

        @Override
        public Instant until(LocalDate value, Moment moment) {
            return span(value).nextEdge(moment);
        }

        private DaySpan span(LocalDate value) {
            LocalDate born = LocalDays.within(value);
            TemporalAmount age = test.age();
            LocalDate reached = born.plus(age instanceof Duration d ? Period.ofDays((int) d.toDays()) : age);
            return test.atLeast() ? new DaySpan(reached, LocalDate.MAX) : new DaySpan(born, reached.plusDays(1));
        }
    }

    record InPeriods<V>(ValueTest.InPeriod<V> test, FiscalCalendar fiscalCalendar) implements PreparedTest<V> {

        @Override
        public boolean passes(V value, Moment moment) {
            return span(value, moment).contains(moment);
        }

        @Override
        public Instant until(V value, Moment moment) {
            return span(value, moment).nextEdge(moment);
        }

        /** In the n-th period from the moment's own means: the moment lies in the minus n-th from the value's own. */
        private DaySpan span(V value, Moment moment) {
            LocalDate date = localDate(value, moment);
            return switch (test.unit()) {
                case DAY -> span(date, Period.ofDays(1));
                case WEEK -> span(date.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY)), Period.ofWeeks(1));
                case MONTH -> span(date.withDayOfMonth(1), Period.ofMonths(1));
                case QUARTER ->
                    span(date.withDayOfMonth(1).minusMonths((date.getMonthValue() - 1) % 3), Period.ofMonths(3));
                case YEAR -> span(date.withDayOfYear(1), Period.ofYears(1));
                case FISCAL_QUARTER, FISCAL_YEAR -> fiscalSpan(date);
            };
        }

        private DaySpan span(LocalDate start, Period length) {
            return new DaySpan(
                    start.plus(length.multipliedBy(-test.last())), start.plus(length.multipliedBy(1 - test.first())));
        }

        private DaySpan fiscalSpan(LocalDate date) {
            LocalDate first = FiscalStarts.of(fiscalCalendar, date, test.unit(), -test.last());
            LocalDate behind = FiscalStarts.of(fiscalCalendar, date, test.unit(), 1 - test.first());
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
