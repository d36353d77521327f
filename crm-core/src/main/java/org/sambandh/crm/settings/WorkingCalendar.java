package org.sambandh.crm.settings;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.sambandh.crm.common.Invalid;

/**
 * When somebody works: the windows of a week in a time zone, less holidays, more or less single overrides. Adds, subtracts
 * and measures working time. Durations are real time, so a night window is an hour shorter or longer when the clocks
 * change. Immutable and safe for use by many threads.
 *
 * <p>Windows are local wall-clock times, half open; overlapping ones count once. A window edge that does not exist on a
 * spring day moves forward by the gap; one that exists twice on an autumn day is the earlier one (as java.time does).
 * Midnight is always the first moment of the local day. A date that a zone skipped is not worked.
 *
 * <p>Instants and durations are truncated to microseconds. Time is known from 1900 to 2099; an instant outside is {@link
 * Invalid}. The first question lays the calendar out (about a millisecond); every further one costs a few binary
 * searches, however far apart its instants lie.
 */
public final class WorkingCalendar {

    private static final int MAX_PARTS = 10_000;
    private static final Duration LONGEST = Duration.ofDays(366 * 200);
    private static final Duration LONGEST_LIST = Duration.ofDays(366 * 10);

    private final ZoneId zone;
    private final List<WeeklyWindow> windows;
    private final Set<LocalDate> holidays;
    private final List<CalendarOverride> overrides;
    private volatile @Nullable Timetable timetable;

    private WorkingCalendar(Builder builder) {
        this.zone = builder.zone;
        this.windows = inOrder(
                "windows",
                builder.windows,
                Comparator.comparing((WeeklyWindow window) -> Collections.min(window.days()))
                        .thenComparing(WeeklyWindow::from)
                        .thenComparing(WeeklyWindow::to)
                        .thenComparing(window -> window.days().toString()));
        this.holidays = Collections.unmodifiableSortedSet(new TreeSet<>(builder.holidays));
        this.overrides = inOrder(
                "overrides",
                builder.overrides,
                Comparator.comparing(CalendarOverride::from)
                        .thenComparing(CalendarOverride::to)
                        .thenComparing(CalendarOverride::effect));
        limited("holidays", holidays);
        holidays.forEach(WorkingCalendar::known);
        overrides.forEach(override -> {
            known(override.from().toLocalDate());
            known(override.to().toLocalDate());
        });
    }

    /**
     * Starts a calendar that is never open.
     *
     * @param zone the zone of all its local times
     * @return a builder without windows
     */
    public static Builder builder(ZoneId zone) {
        return new Builder(zone);
    }

    /**
     * Returns a calendar of weekly windows without holidays.
     *
     * @param zone the zone of the windows
     * @param windows the weekly windows, in any order
     * @return the calendar
     */
    public static WorkingCalendar of(ZoneId zone, WeeklyWindow... windows) {
        Builder builder = builder(zone);
        for (WeeklyWindow window : windows) {
            builder.window(window);
        }
        return builder.build();
    }

    /**
     * Returns a calendar that is open round the clock.
     *
     * @param zone the zone in which holidays added later are days
     * @return the calendar
     */
    public static WorkingCalendar always(ZoneId zone) {
        return of(zone, WeeklyWindow.everyDay(LocalTime.MIDNIGHT, LocalTime.MIDNIGHT));
    }

    /**
     * Returns the moment at which an amount of working time is used up.
     *
     * <p>Forward, the start moves into working time first; the result may be closing time. Nothing is the next working
     * moment, which is the start itself while it is worked. Backward, the result is the moment from which that much
     * working time lies before the start; it may be opening time.
     *
     * @param start where to begin
     * @param amount working time; negative plans backward
     * @return the moment; {@code measure(start, add(start, amount))} is the amount, if it is not negative
     * @throws Invalid if the start lies before 1900 or after 2099, or the amount is longer than 200 years
     * @throws org.sambandh.crm.common.RuleViolation {@code calendar-opens} if so much working time does not come before
     *     2100, or did not lie behind since 1900; at once, without a search
     */
    public Instant add(Instant start, Duration amount) {
        if (amount.compareTo(LONGEST) > 0 || amount.compareTo(LONGEST.negated()) < 0) {
            throw new Invalid("amount", "at most 200 years of working time, found " + amount);
        }
        long micros = amount.toNanos() / 1000;
        Timetable times = timetable();
        long work = times.workBefore(Timetable.micros(start)) + micros;
        return Timetable.instant(micros > 0 ? times.firstAt(work) : times.lastAt(work));
    }

    /**
     * Returns the moment from which an amount of working time lies before the end.
     *
     * @param end where to begin
     * @param amount working time; negative plans forward
     * @return the moment
     * @throws Invalid as {@link #add}
     * @throws org.sambandh.crm.common.RuleViolation as {@link #add}
     */
    public Instant subtract(Instant end, Duration amount) {
        if (amount.compareTo(LONGEST.negated()) < 0) {
            throw new Invalid("amount", "at most 200 years of working time, found " + amount);
        }
        return add(end, amount.negated());
    }

    /**
     * Returns how much is worked between two moments.
     *
     * @param from the first moment
     * @param to the first moment behind
     * @return working time in real microseconds; zero if the end lies before the start
     * @throws Invalid if a moment lies before 1900 or after 2099
     */
    public Duration measure(Instant from, Instant to) {
        long start = Timetable.micros(from);
        long end = Timetable.micros(to);
        if (end <= start) {
            return Duration.ZERO;
        }
        Timetable times = timetable();
        return Duration.of(times.workBefore(end) - times.workBefore(start), ChronoUnit.MICROS);
    }

    /**
     * Returns how much of some intervals is worked.
     *
     * @param intervals real time
     * @return working time in real microseconds
     * @throws Invalid if a moment lies before 1900 or after 2099
     */
    public Duration measure(Intervals<Instant> intervals) {
        Duration sum = Duration.ZERO;
        for (Interval<Instant> interval : intervals.list()) {
            sum = sum.plus(measure(interval.start(), interval.end()));
        }
        return sum;
    }

    /**
     * Returns whether a moment is worked.
     *
     * @param at the moment
     * @return true from opening time on, false at closing time
     * @throws Invalid if the moment lies before 1900 or after 2099
     */
    public boolean isWorking(Instant at) {
        return timetable().isWorking(Timetable.micros(at));
    }

    /**
     * Returns the working time between two moments.
     *
     * @param from the first moment
     * @param to the first moment behind, at most ten years later
     * @return the intervals worked; none if the end lies before the start
     * @throws Invalid if a moment lies before 1900 or after 2099, or they are more than ten years apart
     */
    public Intervals<Instant> workedBetween(Instant from, Instant to) {
        long start = Timetable.micros(from);
        long end = Timetable.micros(to);
        if (Duration.between(from, to).compareTo(LONGEST_LIST) > 0) {
            throw new Invalid("to", "at most ten years after " + from + ", found " + to);
        }
        List<Interval<Instant>> worked = new ArrayList<>();
        long[] spans = end <= start ? new long[0] : timetable().spansBetween(start, end);
        for (int i = 0; i < spans.length; i += 2) {
            worked.add(new Interval<>(Timetable.instant(spans[i]), Timetable.instant(spans[i + 1])));
        }
        return Intervals.of(worked);
    }

    /**
     * Returns the zone of all local times.
     *
     * @return the zone
     */
    public ZoneId zone() {
        return zone;
    }

    /**
     * Returns the weekly windows.
     *
     * @return in the order of their first day and start, each once
     */
    public List<WeeklyWindow> windows() {
        return windows;
    }

    /**
     * Returns the local days that are off completely.
     *
     * @return ascending
     */
    public Set<LocalDate> holidays() {
        return holidays;
    }

    /**
     * Returns the single changes.
     *
     * @return by start, each once
     */
    public List<CalendarOverride> overrides() {
        return overrides;
    }

    /**
     * Returns a builder with everything this calendar has.
     *
     * @return the builder
     */
    public Builder toBuilder() {
        Builder builder = new Builder(zone);
        builder.windows.addAll(windows);
        builder.holidays.addAll(holidays);
        builder.overrides.addAll(overrides);
        return builder;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof WorkingCalendar calendar
                && zone.equals(calendar.zone)
                && windows.equals(calendar.windows)
                && holidays.equals(calendar.holidays)
                && overrides.equals(calendar.overrides);
    }

    @Override
    public int hashCode() {
        return Objects.hash(zone, windows, holidays, overrides);
    }

    /** Returns the zone and how many windows, holidays and overrides there are. */
    @Override
    public String toString() {
        return "working calendar " + zone + ", " + windows.size() + " windows, " + holidays.size() + " holidays, "
                + overrides.size() + " overrides";
    }

    private Timetable timetable() {
        Timetable found = timetable;
        if (found == null) {
            found = new Timetable(this);
            timetable = found;
        }
        return found;
    }

    private static <T> List<T> inOrder(String what, Collection<T> parts, Comparator<T> order) {
        limited(what, parts);
        return parts.stream().distinct().sorted(order).toList();
    }

    private static void limited(String what, Collection<?> parts) {
        if (parts.size() > MAX_PARTS) {
            throw new Invalid("workingCalendar." + what, "at most " + MAX_PARTS + ", found " + parts.size());
        }
    }

    private static void known(LocalDate date) {
        if (date.isBefore(Timetable.FIRST) || date.isAfter(Timetable.END)) {
            throw new Invalid(
                    "workingCalendar",
                    "days must lie from " + Timetable.FIRST + " to " + Timetable.END + ", found " + date);
        }
    }

    /** Collects the parts of a calendar. Not safe for use by many threads. */
    public static final class Builder {

        private final ZoneId zone;
        private final List<WeeklyWindow> windows = new ArrayList<>();
        private final SortedSet<LocalDate> holidays = new TreeSet<>();
        private final List<CalendarOverride> overrides = new ArrayList<>();

        private Builder(ZoneId zone) {
            this.zone = zone;
        }

        /**
         * Adds hours that are open every week.
         *
         * @param window the hours
         * @return this builder
         */
        public Builder window(WeeklyWindow window) {
            windows.add(window);
            return this;
        }

        /**
         * Adds a local day that is off completely.
         *
         * @param date the day
         * @return this builder
         */
        public Builder holiday(LocalDate date) {
            holidays.add(date);
            return this;
        }

        /**
         * Adds local days that are off completely.
         *
         * @param dates the days
         * @return this builder
         */
        public Builder holidays(Collection<LocalDate> dates) {
            holidays.addAll(dates);
            return this;
        }

        /**
         * Adds a single change.
         *
         * @param override time taken away or added
         * @return this builder
         */
        public Builder override(CalendarOverride override) {
            overrides.add(override);
            return this;
        }

        /**
         * Returns the calendar.
         *
         * @return the calendar
         * @throws Invalid if a day lies before 1900 or after 2099, or there are more than 10,000 windows, holidays or
         *     overrides
         */
        public WorkingCalendar build() {
            return new WorkingCalendar(this);
        }
    }
}
