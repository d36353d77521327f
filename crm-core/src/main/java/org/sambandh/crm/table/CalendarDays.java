package org.sambandh.crm.table;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.Arrays;
import org.sambandh.crm.common.Moment;
import org.sambandh.crm.condition.CalendarUnit;
import org.sambandh.crm.settings.FiscalCalendar;
import org.sambandh.crm.settings.FiscalUnit;

/**
 * The first day of the calendar unit of days and instants. Between two changes of the clocks a local day is a division, so
 * the zone is asked once for each stretch of time that occurs.
 */
final class CalendarDays {

    private static final long MICROS_PER_SECOND = 1_000_000;
    private static final long SECONDS_PER_DAY = 86_400;
    private static final int MOST_STRETCHES = 256;

    private final boolean instants;
    private final CalendarUnit unit;
    private final FiscalCalendar fiscalCalendar;
    private final ZoneRules rules;
    private final ZoneId zone;
    private final long[] froms = new long[MOST_STRETCHES];
    private final long[] befores = new long[MOST_STRETCHES];
    private final long[] offsets = new long[MOST_STRETCHES];
    private int stretches;
    private int latest;
    private final LongCodes days = new LongCodes();
    private final LongCodes starts = new LongCodes();
    private int[] startOfDay = new int[64];

    CalendarDays(boolean instants, CalendarUnit unit, FiscalCalendar fiscalCalendar, Moment moment) {
        this.instants = instants;
        this.unit = unit;
        this.fiscalCalendar = fiscalCalendar;
        this.zone = moment.zone();
        this.rules = moment.zone().getRules();
    }

    /** Returns a number from 0 on for the unit in which a form lies. */
    int codeOf(long form) {
        long day = instants ? day(form) : form;
        int known = days.size();
        int code = days.codeOf(day);
        if (code == known) {
            if (code == startOfDay.length) {
                startOfDay = Arrays.copyOf(startOfDay, 2 * code);
            }
            startOfDay[code] = starts.codeOf(start(LocalDate.ofEpochDay(day)).toEpochDay());
        }
        return startOfDay[code];
    }

    LocalDate start(int code) {
        return LocalDate.ofEpochDay(starts.key(code));
    }

    private long day(long micros) {
        if (stretches == 0 || micros < froms[latest] || micros >= befores[latest]) {
            latest = stretch(micros);
        }
        if (latest < 0) {
            latest = 0;
            return LocalDate.ofInstant(Instant.EPOCH.plus(micros, ChronoUnit.MICROS), zone)
                    .toEpochDay();
        }
        return Math.floorDiv(Math.floorDiv(micros, MICROS_PER_SECOND) + offsets[latest], SECONDS_PER_DAY);
    }

    /** {@return the place of the stretch in which an instant lies; -1 where there are too many} */
    private int stretch(long micros) {
        for (int i = 0; i < stretches; i++) {
            if (micros >= froms[i] && micros < befores[i]) {
                return i;
            }
        }
        if (stretches == MOST_STRETCHES) {
            return -1;
        }
        Instant at = Instant.EPOCH.plus(micros, ChronoUnit.MICROS);
        ZoneOffsetTransition next = rules.nextTransition(at);
        // The transition itself belongs to the stretch that begins with it.
        ZoneOffsetTransition last = rules.previousTransition(at.plus(1, ChronoUnit.NANOS));
        froms[stretches] = last == null ? Long.MIN_VALUE : last.toEpochSecond() * MICROS_PER_SECOND;
        befores[stretches] = next == null ? Long.MAX_VALUE : next.toEpochSecond() * MICROS_PER_SECOND;
        offsets[stretches] = rules.getOffset(at).getTotalSeconds();
        return stretches++;
    }

    private LocalDate start(LocalDate day) {
        return switch (unit) {
            case DAY -> day;
            case WEEK -> day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
            case MONTH -> day.withDayOfMonth(1);
            case QUARTER -> day.withDayOfMonth(1).minusMonths((day.getMonthValue() - 1) % 3);
            case YEAR -> day.withDayOfYear(1);
            case FISCAL_QUARTER ->
                fiscalCalendar.unitOf(day, FiscalUnit.QUARTER).start();
            case FISCAL_YEAR -> fiscalCalendar.unitOf(day, FiscalUnit.YEAR).start();
        };
    }
}
