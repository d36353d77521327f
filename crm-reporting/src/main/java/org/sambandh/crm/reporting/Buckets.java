package org.sambandh.crm.reporting;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.IsoFields;
import java.time.temporal.TemporalAdjusters;
import org.sambandh.crm.settings.FiscalCalendar;
import org.sambandh.crm.settings.FiscalPeriod;
import org.sambandh.crm.settings.FiscalUnit;

/** Which unit of time a day belongs to. */
final class Buckets {

    private Buckets() {}

    static Cell.Period of(LocalDate day, TimeBucket bucket, FiscalCalendar calendar) {
        return switch (bucket) {
            case DAY -> new Cell.Period(bucket, day, day, day.toString());
            case WEEK -> week(day);
            case MONTH -> {
                LocalDate first = day.withDayOfMonth(1);
                yield new Cell.Period(
                        bucket,
                        first,
                        day.with(TemporalAdjusters.lastDayOfMonth()),
                        first.toString().substring(0, first.toString().length() - 3));
            }
            case QUARTER -> {
                int quarter = day.get(IsoFields.QUARTER_OF_YEAR);
                LocalDate first = LocalDate.of(day.getYear(), 3 * quarter - 2, 1);
                String name = day.getYear() + "-Q" + quarter;
                yield new Cell.Period(bucket, first, first.plusMonths(3).minusDays(1), name);
            }
            case YEAR ->
                new Cell.Period(
                        bucket,
                        day.withDayOfYear(1),
                        day.with(TemporalAdjusters.lastDayOfYear()),
                        Integer.toString(day.getYear()));
            case FISCAL_PERIOD -> fiscal(calendar.unitOf(day, FiscalUnit.PERIOD), bucket);
            case FISCAL_QUARTER -> fiscal(calendar.unitOf(day, FiscalUnit.QUARTER), bucket);
            case FISCAL_YEAR -> fiscal(calendar.unitOf(day, FiscalUnit.YEAR), bucket);
        };
    }

    private static Cell.Period week(LocalDate day) {
        LocalDate monday = day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        int number = day.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR);
        String name = day.get(IsoFields.WEEK_BASED_YEAR) + "-W" + (number < 10 ? "0" : "") + number;
        return new Cell.Period(TimeBucket.WEEK, monday, monday.plusDays(6), name);
    }

    private static Cell.Period fiscal(FiscalPeriod period, TimeBucket bucket) {
        return new Cell.Period(bucket, period.start(), period.end(), period.label());
    }
}
