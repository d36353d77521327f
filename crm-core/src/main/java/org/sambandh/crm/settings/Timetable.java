package org.sambandh.crm.settings;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.Arrays;
import java.util.BitSet;
import java.util.stream.LongStream;
import org.sambandh.crm.common.Invalid;
import org.sambandh.crm.common.RuleViolation;

/**
 * A working calendar laid out in real time. "Work" at an instant is the number of microseconds worked since 1900, a
 * function that never falls, so every question is a search in it. A day whose length follows from its day of the week
 * is not stored; the others (holidays, overrides, windows cut or stretched by a change of the clocks) are kept as sums of
 * differences, so a question costs a few binary searches however far apart its instants lie.
 */
final class Timetable {

    /** A Monday, so that days can be counted in weeks. */
    static final LocalDate FIRST = LocalDate.of(1900, 1, 1);

    static final LocalDate END = LocalDate.of(2100, 1, 1);
    static final long DAY = Duration.ofDays(1).toNanos() / 1000;

    private static final int DAYS = (int) ChronoUnit.DAYS.between(FIRST, END);

    private final WorkingCalendar calendar;
    private final ZoneRules rules;
    private final long[][] windows = new long[7][];
    private final long[][] week = new long[7][];
    private final long[] weekBefore = new long[8];
    private final long[] closed;
    private final long[] open;
    private final int[] oddDays;
    private final long[] oddBefore;

    Timetable(WorkingCalendar calendar) {
        this.calendar = calendar;
        this.rules = calendar.zone().getRules();
        for (int day = 0; day < 7; day++) {
            windows[day] = edgesOn(DayOfWeek.of(day + 1));
            week[day] = Spans.merge(windows[day]);
            weekBefore[day + 1] = weekBefore[day] + Spans.length(week[day]);
        }
        this.closed = overrides(CalendarOverride.Effect.CLOSED);
        this.open = overrides(CalendarOverride.Effect.OPEN);
        BitSet candidates = candidates();
        int[] days = new int[candidates.cardinality()];
        long[] before = new long[days.length + 1];
        int size = 0;
        for (int day = candidates.nextSetBit(0); day >= 0; day = candidates.nextSetBit(day + 1)) {
            long difference = Spans.length(spansOf(day)) - Spans.length(week[day % 7]);
            if (difference != 0) {
                days[size] = day;
                before[size + 1] = before[size] + difference;
                size++;
            }
        }
        this.oddDays = Arrays.copyOf(days, size);
        this.oddBefore = Arrays.copyOf(before, size + 1);
    }

    /** Returns the microseconds since 1970. */
    static long micros(Instant instant) {
        if (instant.isBefore(FIRST.atStartOfDay(ZoneOffset.MAX).toInstant())
                || instant.isAfter(END.atStartOfDay(ZoneOffset.MIN).toInstant())) {
            throw outside(instant);
        }
        return ChronoUnit.MICROS.between(Instant.EPOCH, instant.truncatedTo(ChronoUnit.MICROS));
    }

    static Instant instant(long micros) {
        return Instant.EPOCH.plus(micros, ChronoUnit.MICROS);
    }

    /** Returns the work done before an instant. */
    long workBefore(long micros) {
        int day = dayOf(micros);
        return workBeforeDay(day) + Spans.lengthBefore(spansOf(day), micros);
    }

    boolean isWorking(long micros) {
        return Spans.within(spansOf(dayOf(micros)), micros, micros + 1).length > 0;
    }

    /** Returns the first instant before which that much work is done: closing time rather than the next opening. */
    long firstAt(long work) {
        int day = firstDay(work);
        long left = work - workBeforeDay(day);
        long[] spans = spansOf(day);
        for (int i = 0; i < spans.length; i += 2) {
            long length = spans[i + 1] - spans[i];
            if (left <= length) {
                return spans[i] + left;
            }
            left -= length;
        }
        throw new IllegalStateException("day " + day + " is shorter than its sum says");
    }

    /** Returns the last instant before which no more than that work is done: opening time, where work goes on. */
    long lastAt(long work) {
        int day = firstDay(work + 1);
        long left = work - workBeforeDay(day);
        long[] spans = spansOf(day);
        for (int i = 0; i < spans.length; i += 2) {
            long length = spans[i + 1] - spans[i];
            if (left < length) {
                return spans[i] + left;
            }
            left -= length;
        }
        throw new IllegalStateException("day " + day + " is shorter than its sum says");
    }

    /** Returns the spans worked in [from, to), both on days that the timetable covers. */
    long[] spansBetween(long from, long to) {
        int last = dayOf(to);
        long[] all = new long[0];
        int size = 0;
        for (int day = dayOf(from); day <= last; day++) {
            long[] spans = Spans.within(spansOf(day), from, to);
            if (size + spans.length > all.length) {
                all = Arrays.copyOf(all, 2 * (size + spans.length));
            }
            System.arraycopy(spans, 0, all, size, spans.length);
            size += spans.length;
        }
        return Arrays.copyOf(all, size);
    }

    /** Returns the edges of all windows on a day, in microseconds of the day, in the order of the windows. */
    private long[] edgesOn(DayOfWeek day) {
        return calendar.windows().stream()
                .flatMapToLong(window -> {
                    long from = window.from().toNanoOfDay() / 1000;
                    long to = window.to().toNanoOfDay() / 1000;
                    boolean overMidnight = to <= from;
                    LongStream today = window.days().contains(day)
                            ? LongStream.of(from, overMidnight ? DAY : to)
                            : LongStream.empty();
                    LongStream fromYesterday = overMidnight && window.days().contains(day.minus(1))
                            ? LongStream.of(0, to)
                            : LongStream.empty();
                    return LongStream.concat(today, fromYesterday);
                })
                .toArray();
    }

    private long[] overrides(CalendarOverride.Effect effect) {
        return Spans.merge(calendar.overrides().stream()
                .filter(override -> override.effect() == effect)
                .flatMapToLong(override -> LongStream.of(at(override.from()), at(override.to())))
                .toArray());
    }

    /** Returns the days whose length may not follow from their day of the week. */
    private BitSet candidates() {
        BitSet days = new BitSet();
        calendar.holidays().forEach(date -> mark(days, indexOf(date), indexOf(date)));
        for (CalendarOverride override : calendar.overrides()) {
            mark(
                    days,
                    indexOf(override.from().toLocalDate()),
                    indexOf(override.to().toLocalDate()));
        }
        Instant end = END.atStartOfDay(ZoneOffset.UTC).toInstant();
        ZoneOffsetTransition change =
                rules.nextTransition(FIRST.atStartOfDay(ZoneOffset.UTC).toInstant());
        while (change != null && change.getInstant().isBefore(end)) {
            LocalDate before = change.getDateTimeBefore().toLocalDate();
            LocalDate after = change.getDateTimeAfter().toLocalDate();
            mark(
                    days,
                    indexOf(before.isBefore(after) ? before : after),
                    indexOf(before.isBefore(after) ? after : before));
            change = rules.nextTransition(change.getInstant());
        }
        return days;
    }

    /** Marks a range of days and one more on each side, for edges that move over midnight. */
    private static void mark(BitSet days, long from, long to) {
        int first = (int) Math.max(0, from - 1);
        int last = (int) Math.min(DAYS - 1L, to + 1);
        if (first <= last) {
            days.set(first, last + 1);
        }
    }

    private long[] spansOf(int day) {
        LocalDate date = FIRST.plusDays(day);
        long start = at(date.atStartOfDay());
        long end = at(date.plusDays(1).atStartOfDay());
        long[] spans = calendar.holidays().contains(date) ? new long[0] : windowsOf(date, start, end);
        if (open.length > 0) {
            spans = Spans.union(spans, Spans.within(open, start, end));
        }
        return closed.length == 0 ? spans : Spans.minus(spans, Spans.within(closed, start, end));
    }

    private long[] windowsOf(LocalDate date, long start, long end) {
        int weekday = date.getDayOfWeek().getValue() - 1;
        if (end - start == DAY) {
            long[] spans = week[weekday].clone();
            for (int i = 0; i < spans.length; i++) {
                spans[i] += start;
            }
            return spans;
        }
        // Edges move one by one before windows are brought together: a moved edge may lie behind the next one.
        long[] spans = windows[weekday].clone();
        for (int i = 0; i < spans.length; i++) {
            spans[i] = spans[i] == DAY ? end : at(date.atTime(LocalTime.ofNanoOfDay(spans[i] * 1000)));
        }
        return Spans.within(Spans.merge(spans), start, end);
    }

    /** Resolves a time on the wall: in a gap it moves forward by the gap, in an overlap the earlier offset holds. */
    private long at(LocalDateTime local) {
        long micros = ChronoUnit.MICROS.between(LocalDateTime.ofEpochSecond(0, 0, ZoneOffset.UTC), local);
        if (local.toLocalTime().equals(LocalTime.MIDNIGHT)) {
            ZoneOffsetTransition change = rules.getTransition(local);
            if (change != null && change.isGap()) {
                return micros(change.getInstant());
            }
        }
        return micros - rules.getOffset(local).getTotalSeconds() * 1_000_000L;
    }

    private int dayOf(long micros) {
        Instant instant = instant(micros);
        LocalDate date = LocalDate.ofInstant(instant, calendar.zone());
        // Where clocks go back over midnight a date shows twice; the second showing belongs to the day after.
        if (micros >= at(date.plusDays(1).atStartOfDay())) {
            date = date.plusDays(1);
        }
        long day = indexOf(date);
        if (day < 0 || day >= DAYS) {
            throw outside(instant);
        }
        return (int) day;
    }

    private static long indexOf(LocalDate date) {
        return date.toEpochDay() - FIRST.toEpochDay();
    }

    private long workBeforeDay(int day) {
        int found = Arrays.binarySearch(oddDays, day);
        return day / 7 * weekBefore[7] + weekBefore[day % 7] + oddBefore[found < 0 ? -found - 1 : found];
    }

    /** Returns the first day at whose end that much work is done. */
    private int firstDay(long work) {
        if (work <= 0 || work > workBeforeDay(DAYS)) {
            throw new RuleViolation(
                    "calendar-opens",
                    "working calendar",
                    "the calendar does not open often enough between " + FIRST + " and " + END
                            + " to reach that time; add weekly windows or ask for less");
        }
        int low = 0;
        int high = DAYS - 1;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (workBeforeDay(middle + 1) < work) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private static Invalid outside(Instant instant) {
        return new Invalid("instant", "working time is known from " + FIRST + " until " + END + ", found " + instant);
    }
}
