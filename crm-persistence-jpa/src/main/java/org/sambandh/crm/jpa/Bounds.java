package org.sambandh.crm.jpa;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sambandh.crm.common.Moment;
import org.sambandh.crm.condition.CalendarUnit;
import org.sambandh.crm.condition.ValueTest;
import org.sambandh.crm.field.FieldType;

/**
 * Between which dates or instants a value lies that passes a test of its age or period at one moment.
 *
 * @param atLeast the first one; null for none
 * @param atMost the last one; null for none
 * @param exact whether all values between them pass
 */
record Bounds<V>(@Nullable V atLeast, @Nullable V atMost, boolean exact) {

    /** More than months of different lengths and changing clocks can add up to. */
    private static final Duration MARGIN = Duration.ofDays(5);

    /** How far around a midnight the clocks must stand still for days to be ranges of instants. */
    private static final Duration QUIET = Duration.ofDays(2);

    private static final Duration TICK = Duration.ofNanos(1_000);
    private static final int MARGIN_DAYS = 5;

    /** What is known of the values that pass; nothing for other tests, and what lies out of any calendar's reach. */
    @SuppressWarnings("unchecked") // the type says what the values are
    static <V> Optional<Bounds<V>> of(ValueTest<V> test, FieldType<V> type, Moment moment) {
        if (Math.abs(moment.date().getYear()) > 100_000) {
            return Optional.empty();
        }
        boolean isDate = type.kind() == FieldType.Kind.DATE;
        if (test instanceof ValueTest.Age<V> age) {
            return Optional.of((Bounds<V>) (isDate ? ofDate(age, moment.date()) : ofInstant(age, moment)));
        } else if (test instanceof ValueTest.InPeriod<V> period) {
            return days(period, moment.date())
                    .map(days -> (Bounds<V>) (isDate ? days : ofInstants(days, moment.zone())));
        }
        return Optional.empty();
    }

    private static Bounds<LocalDate> ofDate(ValueTest.Age<?> test, LocalDate today) {
        Period age = test.age() instanceof Duration length ? Period.ofDays((int) length.toDays()) : (Period) test.age();
        if (test.atLeast()) {
            LocalDate last = today.minus(age).plusDays(MARGIN_DAYS);
            while (last.plus(age).isAfter(today)) {
                last = last.minusDays(1);
            }
            return new Bounds<>(null, last, true);
        }
        LocalDate first = today.minus(age).minusDays(MARGIN_DAYS);
        while (first.plus(age).isBefore(today)) {
            first = first.plusDays(1);
        }
        return new Bounds<>(first, today, true);
    }

    private static Bounds<Instant> ofInstant(ValueTest.Age<?> test, Moment moment) {
        Instant at = moment.at();
        if (test.age() instanceof Duration length) {
            Instant edge = at.minus(length);
            return test.atLeast() ? new Bounds<>(null, edge, true) : new Bounds<>(edge, at, true);
        }
        Instant about = moment.dateTime().minus(test.age()).toInstant();
        return test.atLeast()
                ? new Bounds<>(null, about.plus(MARGIN), false)
                : new Bounds<>(about.minus(MARGIN), at, false);
    }

    private static Optional<Bounds<LocalDate>> days(ValueTest.InPeriod<?> test, LocalDate today) {
        Period length = length(test.unit());
        if (length == null) {
            return Optional.empty();
        }
        LocalDate start = start(test.unit(), today);
        LocalDate first = start.plus(length.multipliedBy(test.first()));
        LocalDate behind = start.plus(length.multipliedBy(test.last() + 1));
        return Optional.of(new Bounds<>(first, behind.minusDays(1), true));
    }

    private static @Nullable Period length(CalendarUnit unit) {
        return switch (unit) {
            case DAY -> Period.ofDays(1);
            case WEEK -> Period.ofWeeks(1);
            case MONTH -> Period.ofMonths(1);
            case QUARTER -> Period.ofMonths(3);
            case YEAR -> Period.ofYears(1);
            case FISCAL_QUARTER, FISCAL_YEAR -> null;
        };
    }

    private static LocalDate start(CalendarUnit unit, LocalDate day) {
        return switch (unit) {
            case WEEK -> day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
            case MONTH -> day.withDayOfMonth(1);
            case QUARTER -> day.withDayOfMonth(1).minusMonths((day.getMonthValue() - 1) % 3);
            case YEAR -> day.withDayOfYear(1);
            default -> day;
        };
    }

    private static Bounds<Instant> ofInstants(Bounds<LocalDate> days, ZoneId zone) {
        LocalDate last = days.atMost();
        if (days.atLeast() == null || last == null) {
            throw new IllegalStateException("a period has two ends");
        }
        Instant first = days.atLeast().atStartOfDay(zone).toInstant();
        Instant behind = last.plusDays(1).atStartOfDay(zone).toInstant();
        boolean exact = isQuiet(first, zone.getRules()) && isQuiet(behind, zone.getRules());
        return exact
                ? new Bounds<>(first, behind.minus(TICK), true)
                : new Bounds<>(first.minus(QUIET), behind.plus(QUIET), false);
    }

    private static boolean isQuiet(Instant midnight, ZoneRules rules) {
        ZoneOffsetTransition next = rules.nextTransition(midnight.minus(QUIET));
        return next == null || next.getInstant().isAfter(midnight.plus(QUIET));
    }
}
