package org.sambandh.crm.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.time.Month;
import java.time.MonthDay;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.sambandh.crm.common.Invalid;

class FiscalCalendarTest {

    private static final FiscalCalendar INDIA = FiscalCalendar.startingIn(Month.APRIL);
    private static final FiscalCalendar WEEKS =
            new FiscalCalendar(MonthDay.of(1, 1), FiscalScheme.WEEKS_445, FiscalNaming.BOTH_YEARS);

    @Test
    void marchIsTheLastQuarterOfAYearFromApril() {
        LocalDate march = LocalDate.of(2017, 3, 1);
        assertThat(INDIA.quarterOf(march))
                .isEqualTo(new FiscalPeriod(
                        FiscalUnit.QUARTER,
                        2016,
                        4,
                        0,
                        LocalDate.of(2017, 1, 1),
                        LocalDate.of(2017, 3, 31),
                        "FY 2016-17 Q4"));
        assertThat(INDIA.periodOf(march).label()).isEqualTo("FY 2016-17 P12");
        assertThat(INDIA.yearOf(march).label()).isEqualTo("FY 2016-17");
        assertThat(INDIA.yearOf(march).days()).isEqualTo(365);
        assertThat(INDIA.nextQuarter(march).label()).isEqualTo("FY 2017-18 Q1");
        assertThat(INDIA.previousQuarter(march).label()).isEqualTo("FY 2016-17 Q3");
    }

    @Test
    void theCalendarYearIsNamedByOneYear() {
        LocalDate day = LocalDate.of(2026, 11, 23);
        assertThat(FiscalCalendar.calendarYear().yearOf(day).label()).isEqualTo("FY 2026");
        assertThat(FiscalCalendar.calendarYear().periodOf(day).label()).isEqualTo("FY 2026 P11");
    }

    @Test
    void namesAreData() {
        LocalDate day = LocalDate.of(1999, 6, 1);
        assertThat(named(FiscalNaming.END_YEAR).yearOf(day).label()).isEqualTo("FY 2000");
        assertThat(named(FiscalNaming.START_YEAR).yearOf(day).label()).isEqualTo("FY 1999");
        assertThat(named(FiscalNaming.BOTH_YEARS).yearOf(day).label()).isEqualTo("FY 1999-00");
        assertThat(named(new FiscalNaming("वित्त वर्ष {start2}/{end2}", "{start}"))
                        .yearOf(day)
                        .label())
                .isEqualTo("वित्त वर्ष 99/00");
        for (String wrong : List.of("FY", "{start} {", "{year}", " ", "{start}".repeat(10))) {
            assertThatThrownBy(() -> new FiscalNaming(wrong, "{start}")).isInstanceOf(Invalid.class);
            assertThatThrownBy(() -> new FiscalNaming("{start}", wrong)).isInstanceOf(Invalid.class);
        }
    }

    @Test
    void theBritishTaxYearStartsOnTheSixthOfApril() {
        FiscalCalendar british = new FiscalCalendar(MonthDay.of(4, 6), FiscalScheme.MONTHS, FiscalNaming.BOTH_YEARS);
        assertThat(british.yearOf(LocalDate.of(2026, 4, 5)).label()).isEqualTo("FY 2025-26");
        assertThat(british.periodOf(LocalDate.of(2026, 4, 6)))
                .isEqualTo(new FiscalPeriod(
                        FiscalUnit.PERIOD,
                        2026,
                        1,
                        1,
                        LocalDate.of(2026, 4, 6),
                        LocalDate.of(2026, 5, 5),
                        "FY 2026-27 P1"));
    }

    @Test
    void aStartOnThe31stTakesTheLastDayOfShorterMonths() {
        FiscalCalendar odd = new FiscalCalendar(MonthDay.of(1, 31), FiscalScheme.MONTHS, FiscalNaming.BOTH_YEARS);
        assertThat(odd.periodOf(LocalDate.of(2026, 2, 28)).start()).isEqualTo("2026-02-28");
        assertThat(odd.periodOf(LocalDate.of(2026, 2, 28)).end()).isEqualTo("2026-03-30");
    }

    @Test
    void a445YearStartsOnTheNearestMondayAndItsQuartersHaveThirteenWeeks() {
        FiscalPeriod year = WEEKS.yearOf(LocalDate.of(2025, 6, 1));
        assertThat(year.start()).isEqualTo("2024-12-30");
        assertThat(year.end()).isEqualTo("2025-12-28");
        assertThat(WEEKS.periodOf(year.start()).days()).isEqualTo(28);
        assertThat(WEEKS.shift(year.start(), FiscalUnit.PERIOD, 1).days()).isEqualTo(28);
        assertThat(WEEKS.shift(year.start(), FiscalUnit.PERIOD, 2).days()).isEqualTo(35);
        assertThat(WEEKS.quarterOf(year.start()).days()).isEqualTo(91);
    }

    @Test
    void a53rdWeekBelongsToTheLastPeriod() {
        // ISO 8601: 2026 has 53 weeks, from 29 December 2025 to 3 January 2027.
        FiscalPeriod year = WEEKS.yearOf(LocalDate.of(2026, 6, 1));
        assertThat(year.start()).isEqualTo("2025-12-29");
        assertThat(year.end()).isEqualTo("2027-01-03");
        assertThat(WEEKS.periodOf(LocalDate.of(2027, 1, 3)).label()).isEqualTo("FY 2026 P12");
        assertThat(WEEKS.periodOf(LocalDate.of(2027, 1, 3)).days()).isEqualTo(42);
        assertThat(WEEKS.quarterOf(LocalDate.of(2027, 1, 3)).days()).isEqualTo(98);
    }

    @Test
    void shiftingCrossesYearsBothWays() {
        LocalDate day = LocalDate.of(2026, 11, 23);
        assertThat(INDIA.shift(day, FiscalUnit.YEAR, -1).label()).isEqualTo("FY 2025-26");
        assertThat(INDIA.shift(day, FiscalUnit.QUARTER, 2).label()).isEqualTo("FY 2027-28 Q1");
        assertThat(INDIA.shift(day, FiscalUnit.PERIOD, -8).label()).isEqualTo("FY 2025-26 P12");
        assertThat(INDIA.shift(day, FiscalUnit.PERIOD, 0)).isEqualTo(INDIA.periodOf(day));
    }

    @Test
    void whatNoYearHasIsRefused() {
        assertThatThrownBy(() -> new FiscalCalendar(MonthDay.of(2, 29), FiscalScheme.MONTHS, FiscalNaming.BOTH_YEARS))
                .isInstanceOf(Invalid.class)
                .hasMessageContaining("29 February");
        assertThatThrownBy(() -> INDIA.periodOf(LocalDate.MAX)).isInstanceOf(Invalid.class);
        assertThatThrownBy(() -> INDIA.periodOf(LocalDate.MIN)).isInstanceOf(Invalid.class);
        assertThatThrownBy(() -> INDIA.shift(LocalDate.of(2026, 1, 1), FiscalUnit.QUARTER, Long.MAX_VALUE))
                .isInstanceOf(Invalid.class);
        assertThatThrownBy(() -> INDIA.shift(LocalDate.of(2026, 1, 1), FiscalUnit.YEAR, Long.MIN_VALUE))
                .isInstanceOf(Invalid.class);
        LocalDate day = LocalDate.of(2026, 1, 1);
        assertThatThrownBy(() -> new FiscalPeriod(FiscalUnit.QUARTER, 2026, 5, 0, day, day, "Q5"))
                .isInstanceOf(Invalid.class);
        assertThatThrownBy(() -> new FiscalPeriod(FiscalUnit.YEAR, 2026, 0, 0, day, day.minusDays(1), "FY"))
                .isInstanceOf(Invalid.class);
    }

    private static FiscalCalendar named(FiscalNaming naming) {
        return new FiscalCalendar(MonthDay.of(4, 1), FiscalScheme.MONTHS, naming);
    }
}
