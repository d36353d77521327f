package org.sambandh.crm.condition;

import java.time.Duration;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAmount;
import java.util.function.Function;
import java.util.function.LongPredicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.sambandh.crm.common.Moment;
import org.sambandh.crm.settings.FiscalCalendar;

/** The days that pass a test while it is one day: ranges of days since 1970-01-01. */
interface DayRanges {

    LongRanges on(LocalDate today);

    /** Returns the days that pass a test of days. */
    static DayRanges of(ValueTest<?> test, FiscalCalendar calendar) {
        if (test instanceof ValueTest.Age<?> age) {
            return new Spans(
                    value -> TemporalTests.AgeOfDate.span(value, age),
                    LocalDate.MIN.toEpochDay(),
                    LocalDate.MAX.toEpochDay(),
                    -days(age.age()),
                    age.atLeast() ? -days(age.age()) : 0);
        } else if (test instanceof ValueTest.InPeriod<?> period) {
            boolean fiscal = period.unit() == CalendarUnit.FISCAL_QUARTER || period.unit() == CalendarUnit.FISCAL_YEAR;
            return new Spans(
                    value -> TemporalTests.InPeriods.span(LocalDays.within(value), period, calendar),
                    fiscal ? FiscalStarts.firstKnown(calendar, period.unit()) : LocalDate.MIN.toEpochDay(),
                    fiscal ? FiscalStarts.lastKnown(calendar, period.unit()) : LocalDate.MAX.toEpochDay(),
                    Math.round(period.first() * length(period.unit())),
                    Math.round((period.last() + 1) * length(period.unit())));
        }
        int days = ((ValueTest.AnniversaryWithin<?>) test).days();
        return today -> Anniversaries.on(today, days);
    }

    private static long days(TemporalAmount age) {
        return age instanceof Period period
                ? Math.round(period.toTotalMonths() * 30.436_875) + period.get(ChronoUnit.DAYS)
                : ((Duration) age).toDays();
    }

    private static double length(CalendarUnit unit) {
        return switch (unit) {
            case DAY -> 1;
            case WEEK -> 7;
            case MONTH -> 30.436_875;
            case QUARTER, FISCAL_QUARTER -> 91.310_625;
            case YEAR, FISCAL_YEAR -> 365.2425;
        };
    }

    /**
     * Days each of which passes during a span that starts, and ends, the later the later the day is. So those that pass today
     * are one range, whose ends are searched by halves from where they should be.
     *
     * @param span when a day passes
     * @param first the first day that may pass
     * @param last the last day that may pass
     * @param lowGuess how many days behind today the lower end should be
     * @param highGuess how many days behind today the upper end should be
     */
    record Spans(Function<LocalDate, DaySpan> span, long first, long last, long lowGuess, long highGuess)
            implements DayRanges {

        @Override
        public LongRanges on(LocalDate today) {
            long now = today.toEpochDay();
            long high = lastOf(now + highGuess, day -> !today.isBefore(at(day).from()));
            long low = 1 + lastOf(now + lowGuess, day -> !today.isBefore(at(day).before()));
            return LongRanges.of(low, high);
        }

        private DaySpan at(long day) {
            return span.apply(LocalDate.ofEpochDay(day));
        }

        /** Returns the last day of which it holds, which it does of all days before it; the day before the first for none. */
        private long lastOf(long guess, LongPredicate holds) {
            long inside = first - 1;
            long outside = last + 1;
            long next = Math.max(first, Math.min(last, guess));
            for (long step = 1; outside - inside > 1; step *= 2) {
                if (holds.test(next)) {
                    inside = next;
                    next = outside == last + 1 ? Math.min(last, next + step) : inside + (outside - inside) / 2;
                } else {
                    outside = next;
                    next = inside == first - 1 ? Math.max(first, next - step) : inside + (outside - inside) / 2;
                }
            }
            return inside;
        }
    }

    /** The same for dates or instants at a moment, worked out once for a day and zone. */
    final class Daily implements RangesAt {

        private record Known(LocalDate today, ZoneId zone, LongRanges ranges) {}

        private final Supplier<DayRanges> days;
        private final boolean ofDates;
        private @Nullable Known last;

        Daily(Supplier<DayRanges> days, boolean ofDates) {
            this.days = days;
            this.ofDates = ofDates;
        }

        @Override
        public LongRanges at(Moment moment) {
            LocalDate today = LocalDays.of(moment);
            Known known = last;
            if (known == null || !known.today.equals(today) || !known.zone.equals(moment.zone())) {
                LongRanges ranges = days.get().on(today);
                known = new Known(today, moment.zone(), ofDates ? ranges : InstantRanges.ofDays(ranges, moment.zone()));
                last = known;
            }
            return known.ranges;
        }
    }
}
