package org.sambandh.crm.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.temporal.ChronoUnit;
import java.time.temporal.IsoFields;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** Fiscal years cover every day once, however they start and are cut. */
class FiscalCalendarPropertiesTest {

    @Provide
    Arbitrary<FiscalCalendar> calendars() {
        Arbitrary<MonthDay> starts =
                Arbitraries.integers().between(1, 365).map(day -> MonthDay.from(LocalDate.ofYearDay(2025, day)));
        return Combinators.combine(starts, Arbitraries.of(FiscalScheme.class))
                .as((start, scheme) -> new FiscalCalendar(start, scheme, FiscalNaming.BOTH_YEARS));
    }

    @Provide
    Arbitrary<LocalDate> days() {
        return Arbitraries.longs().between(-30_000, 80_000).map(LocalDate::ofEpochDay);
    }

    @Property(tries = 500, edgeCases = EdgeCasesMode.NONE)
    void everyDayBelongsToOneUnitAndTheNextStartsTheDayAfter(
            @ForAll("calendars") FiscalCalendar calendar, @ForAll("days") LocalDate day, @ForAll FiscalUnit unit) {
        FiscalPeriod here = calendar.unitOf(day, unit);
        assertThat(here.contains(day)).isTrue();
        assertThat(calendar.unitOf(here.start(), unit)).isEqualTo(here);
        assertThat(calendar.unitOf(here.end(), unit)).isEqualTo(here);
        FiscalPeriod next = calendar.shift(day, unit, 1);
        assertThat(next.start()).isEqualTo(here.end().plusDays(1));
        assertThat(calendar.shift(next.start(), unit, -1)).isEqualTo(here);
        assertThat(calendar.firstDay(day, unit, 1)).isEqualTo(next.start());
    }

    @Property(tries = 500, edgeCases = EdgeCasesMode.NONE)
    void shiftsAddUp(
            @ForAll("calendars") FiscalCalendar calendar,
            @ForAll("days") LocalDate day,
            @ForAll FiscalUnit unit,
            @ForAll @IntRange(min = -60, max = 60) int first,
            @ForAll @IntRange(min = -60, max = 60) int second) {
        assertThat(calendar.shift(calendar.shift(day, unit, first).start(), unit, second))
                .isEqualTo(calendar.shift(day, unit, (long) first + second));
    }

    @Property(tries = 500, edgeCases = EdgeCasesMode.NONE)
    void aYearOfWeeksStartsOnAMondayNearItsDayAndHas52Or53Weeks(
            @ForAll("calendars") FiscalCalendar calendar, @ForAll("days") LocalDate day) {
        FiscalCalendar weeks = new FiscalCalendar(calendar.start(), FiscalScheme.WEEKS_445, calendar.naming());
        FiscalPeriod year = weeks.yearOf(day);
        assertThat(year.start().getDayOfWeek()).isEqualTo(DayOfWeek.MONDAY);
        assertThat(year.days()).isIn(364L, 371L);
        assertThat(Math.abs(ChronoUnit.DAYS.between(calendar.start().atYear(year.year()), year.start())))
                .isLessThanOrEqualTo(3);
    }

    @Property(tries = 500, edgeCases = EdgeCasesMode.NONE)
    void weeksFromJanuaryAreTheWeekYearsOfIso8601(@ForAll("days") LocalDate day) {
        FiscalCalendar weeks = new FiscalCalendar(MonthDay.of(1, 1), FiscalScheme.WEEKS_445, FiscalNaming.BOTH_YEARS);
        FiscalPeriod year = weeks.yearOf(day);
        assertThat(year.year()).isEqualTo(day.get(IsoFields.WEEK_BASED_YEAR));
        assertThat(ChronoUnit.WEEKS.between(year.start(), day) + 1)
                .isEqualTo(day.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR));
    }
}
