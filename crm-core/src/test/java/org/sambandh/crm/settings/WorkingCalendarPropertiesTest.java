package org.sambandh.crm.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;

/** Working time, compared with a calendar that is written out day by day with java.time. */
class WorkingCalendarPropertiesTest {

    /**
     * A zone and a day near which something happens to its clocks: an hour at night, half an hour, at midnight, a minute
     * past midnight, a skipped day, a whole year without change.
     */
    record Place(ZoneId zone, LocalDate day) {}

    record Situation(Place place, WorkingCalendar calendar, Instant at) {}

    private static final List<Place> PLACES = List.of(
            new Place(ZoneId.of("UTC"), LocalDate.of(2026, 3, 2)),
            new Place(ZoneId.of("Asia/Kolkata"), LocalDate.of(2026, 8, 15)),
            new Place(ZoneId.of("Europe/Brussels"), LocalDate.of(2026, 3, 29)),
            new Place(ZoneId.of("Europe/Brussels"), LocalDate.of(2026, 10, 25)),
            new Place(ZoneId.of("America/New_York"), LocalDate.of(2026, 3, 8)),
            new Place(ZoneId.of("Australia/Lord_Howe"), LocalDate.of(2026, 10, 4)),
            new Place(ZoneId.of("Australia/Lord_Howe"), LocalDate.of(2026, 4, 5)),
            new Place(ZoneId.of("America/Sao_Paulo"), LocalDate.of(2018, 11, 4)),
            new Place(ZoneId.of("America/Sao_Paulo"), LocalDate.of(2018, 2, 18)),
            new Place(ZoneId.of("America/St_Johns"), LocalDate.of(2010, 3, 14)),
            new Place(ZoneId.of("America/St_Johns"), LocalDate.of(2010, 11, 7)),
            new Place(ZoneId.of("America/Toronto"), LocalDate.of(1919, 3, 31)),
            new Place(ZoneId.of("Pacific/Apia"), LocalDate.of(2011, 12, 30)),
            new Place(ZoneId.of("Asia/Beirut"), LocalDate.of(2026, 3, 29)));

    @Provide
    Arbitrary<Situation> situations() {
        return Arbitraries.of(PLACES)
                .flatMap(place -> Combinators.combine(
                                windows().list().ofMinSize(1).ofMaxSize(4),
                                days(place).list().ofMaxSize(3),
                                overrides(place).list().ofMaxSize(4),
                                instants(place))
                        .as((windows, holidays, overrides, at) -> {
                            WorkingCalendar.Builder calendar =
                                    WorkingCalendar.builder(place.zone()).holidays(holidays);
                            windows.forEach(calendar::window);
                            overrides.forEach(calendar::override);
                            return new Situation(place, calendar.build(), at);
                        }));
    }

    @Property(tries = 400, edgeCases = EdgeCasesMode.NONE)
    void whatIsMeasuredIsTheOverlapWithTheDaysWrittenOut(
            @ForAll("situations") Situation here, @ForAll @LongRange(min = 0, max = 15_000) long minutes) {
        Instant to = here.at().plus(Duration.ofMinutes(minutes));
        Intervals<Instant> expected = writtenOut(here).intersection(Intervals.between(here.at(), to));
        assertThat(here.calendar().workedBetween(here.at(), to)).isEqualTo(expected);
        assertThat(here.calendar().measure(here.at(), to)).isEqualTo(length(expected));
        assertThat(here.calendar().measure(to, here.at())).isZero();
        assertThat(here.calendar().isWorking(to)).isEqualTo(writtenOut(here).contains(to));
    }

    @Property(tries = 400, edgeCases = EdgeCasesMode.NONE)
    void addingUsesUpTheWorkingTimeThatFollows(
            @ForAll("situations") Situation here, @ForAll @LongRange(min = 0, max = 2_000) long minutes) {
        Duration amount = Duration.ofMinutes(minutes);
        Interval<Instant> known = known(here);
        Intervals<Instant> after = writtenOut(here).intersection(Intervals.between(here.at(), known.end()));
        Intervals<Instant> before = writtenOut(here).intersection(Intervals.between(known.start(), here.at()));
        Schedule forward = Schedule.forward(after, amount);
        if (forward.left().isZero() && !after.isEmpty()) {
            Instant end = here.calendar().add(here.at(), amount);
            assertThat(end)
                    .isEqualTo(
                            amount.isZero()
                                    ? after.list().get(0).start()
                                    : last(forward.parts()).end());
            assertThat(here.calendar().measure(here.at(), end)).isEqualTo(amount);
        }
        Schedule backward = Schedule.backward(before, amount);
        if (backward.left().isZero() && !amount.isZero()) {
            Instant start = here.calendar().subtract(here.at(), amount);
            assertThat(start).isEqualTo(last(backward.parts()).start());
            assertThat(here.calendar().add(here.at(), amount.negated())).isEqualTo(start);
            assertThat(here.calendar().measure(start, here.at())).isEqualTo(amount);
        }
    }

    @Property(tries = 100, edgeCases = EdgeCasesMode.NONE)
    void yearsAreMeasuredAsTheSumOfTheirDays(@ForAll("situations") Situation here) {
        Instant to = here.at().atZone(here.place().zone()).plusYears(3).toInstant();
        Duration sum = Duration.ZERO;
        Instant day = here.at();
        while (day.isBefore(to)) {
            Instant next = day.plus(Duration.ofHours(20)).isBefore(to) ? day.plus(Duration.ofHours(20)) : to;
            sum = sum.plus(here.calendar().measure(day, next));
            day = next;
        }
        assertThat(here.calendar().measure(here.at(), to)).isEqualTo(sum);
        if (!sum.isZero()) {
            assertThat(here.calendar().measure(here.at(), here.calendar().add(here.at(), sum)))
                    .isEqualTo(sum);
        }
    }

    @Property(tries = 200, edgeCases = EdgeCasesMode.NONE)
    void aClockHasUsedUpWhatIsNeitherHeldNorLeft(
            @ForAll("situations") Situation here,
            @ForAll @Size(min = 2, max = 6) List<@LongRange(min = 0, max = 3_000) Long> gaps) {
        if (here.calendar()
                .measure(here.at(), here.at().plus(Duration.ofDays(14)))
                .isZero()) {
            return;
        }
        PausableClock clock = PausableClock.start(here.at(), Duration.ofHours(8));
        Instant at = here.at();
        for (long gap : gaps) {
            at = at.plus(Duration.ofMinutes(gap));
            clock = clock.pausedAt().isPresent() ? clock.resume(at) : clock.pause(at);
        }
        Instant now = at.plusSeconds(600);
        WorkingCalendar calendar = here.calendar();
        Instant deadline = clock.deadline(calendar, now);
        assertThat(clock.elapsed(calendar, now).plus(clock.held(calendar, now)))
                .isEqualTo(calendar.measure(here.at(), now));
        assertThat(calendar.measure(here.at(), deadline))
                .isEqualTo(clock.target().plus(clock.held(calendar, now)));
        assertThat(deadline).isAfterOrEqualTo(clock.plannedDeadline(calendar));
        boolean mayBeOverdue = clock.elapsed(calendar, now).compareTo(clock.target()) >= 0;
        assertThat(clock.state(calendar, now) != ClockState.OVERDUE || mayBeOverdue)
                .isTrue();
    }

    private static Arbitrary<WeeklyWindow> windows() {
        Arbitrary<LocalTime> times =
                Arbitraries.integers().between(0, 95).map(quarter -> LocalTime.MIN.plusMinutes(15L * quarter));
        return Combinators.combine(
                        Arbitraries.of(DayOfWeek.class).set().ofMinSize(1).ofMaxSize(7), times, times)
                .as((days, from, to) -> new WeeklyWindow(days, from, from.equals(to) ? to.plusMinutes(15) : to));
    }

    private static Arbitrary<LocalDate> days(Place place) {
        return Arbitraries.integers().between(-5, 5).map(place.day()::plusDays);
    }

    private static Arbitrary<CalendarOverride> overrides(Place place) {
        Arbitrary<LocalDateTime> starts = Arbitraries.integers()
                .between(-300, 300)
                .map(quarter -> place.day().atStartOfDay().plusMinutes(15L * quarter));
        return Combinators.combine(
                        starts, Arbitraries.integers().between(1, 200), Arbitraries.of(CalendarOverride.Effect.class))
                .as((from, quarters, effect) -> new CalendarOverride(from, from.plusMinutes(15L * quarters), effect));
    }

    private static Arbitrary<Instant> instants(Place place) {
        return Arbitraries.integers()
                .between(-8_000, 4_000)
                .map(minutes ->
                        place.day().atStartOfDay(place.zone()).toInstant().plus(Duration.ofMinutes(minutes)));
    }

    private static Interval<Instant> known(Situation here) {
        LocalDate day = here.place().day();
        ZoneId zone = here.place().zone();
        return new Interval<>(
                day.minusDays(10).atStartOfDay(zone).toInstant(),
                day.plusDays(20).atStartOfDay(zone).toInstant());
    }

    /** Writes the days around the place out, with nothing but java.time and the algebra of intervals. */
    private static Intervals<Instant> writtenOut(Situation here) {
        ZoneId zone = here.place().zone();
        WorkingCalendar calendar = here.calendar();
        Intervals<Instant> worked = Intervals.none();
        for (int i = -11; i <= 21; i++) {
            LocalDate date = here.place().day().plusDays(i);
            if (calendar.holidays().contains(date)) {
                continue;
            }
            List<Interval<Instant>> windows = new ArrayList<>();
            for (WeeklyWindow window : calendar.windows()) {
                boolean overMidnight = !window.from().isBefore(window.to());
                if (window.days().contains(date.getDayOfWeek())) {
                    LocalDateTime end = overMidnight ? date.plusDays(1).atStartOfDay() : date.atTime(window.to());
                    addIfNotEmpty(windows, resolved(date.atTime(window.from()), zone), resolved(end, zone));
                }
                if (overMidnight && window.days().contains(date.getDayOfWeek().minus(1))) {
                    addIfNotEmpty(
                            windows, resolved(date.atStartOfDay(), zone), resolved(date.atTime(window.to()), zone));
                }
            }
            Instant start = resolved(date.atStartOfDay(), zone);
            Instant end = resolved(date.plusDays(1).atStartOfDay(), zone);
            worked = worked.union(Intervals.of(windows).intersection(Intervals.between(start, end)));
        }
        worked = worked.union(overrides(calendar, CalendarOverride.Effect.OPEN));
        worked = worked.difference(overrides(calendar, CalendarOverride.Effect.CLOSED));
        return worked.intersection(Intervals.of(List.of(known(here))));
    }

    private static Intervals<Instant> overrides(WorkingCalendar calendar, CalendarOverride.Effect effect) {
        List<Interval<Instant>> intervals = new ArrayList<>();
        for (CalendarOverride override : calendar.overrides()) {
            if (override.effect() == effect) {
                addIfNotEmpty(
                        intervals,
                        resolved(override.from(), calendar.zone()),
                        resolved(override.to(), calendar.zone()));
            }
        }
        return Intervals.of(intervals);
    }

    private static void addIfNotEmpty(List<Interval<Instant>> intervals, Instant start, Instant end) {
        if (start.isBefore(end)) {
            intervals.add(new Interval<>(start, end));
        }
    }

    private static Instant resolved(LocalDateTime local, ZoneId zone) {
        return local.toLocalTime().equals(LocalTime.MIDNIGHT)
                ? local.toLocalDate().atStartOfDay(zone).toInstant()
                : local.atZone(zone).toInstant();
    }

    private static Duration length(Intervals<Instant> intervals) {
        return intervals.list().stream()
                .map(interval -> Duration.between(interval.start(), interval.end()))
                .reduce(Duration.ZERO, Duration::plus);
    }

    private static <T> T last(List<T> list) {
        return list.get(list.size() - 1);
    }
}
