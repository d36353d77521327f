package org.sambandh.crm.condition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sambandh.crm.condition.Asking.NO;
import static org.sambandh.crm.condition.Asking.ask;
import static org.sambandh.crm.condition.Asking.moment;
import static org.sambandh.crm.condition.Asking.no;
import static org.sambandh.crm.condition.Asking.utc;
import static org.sambandh.crm.condition.Asking.yes;
import static org.sambandh.crm.condition.Conditions.where;
import static org.sambandh.crm.condition.Shop.BIRTH_DATE;
import static org.sambandh.crm.condition.Shop.LAST_SEEN;
import static org.sambandh.crm.condition.Tests.inLast;
import static org.sambandh.crm.condition.Tests.inNext;
import static org.sambandh.crm.condition.Tests.inPeriods;
import static org.sambandh.crm.condition.Tests.inThis;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.sambandh.crm.common.Moment;
import org.sambandh.crm.condition.Shop.Client;

class PeriodsTest {

    private static Client born(String date) {
        return Shop.with(BIRTH_DATE, LocalDate.parse(date));
    }

    @ParameterizedTest
    @CsvSource({
        "DAY, 2026-11-23, 2026-11-23, 2026-11-24",
        "WEEK, 2026-11-25, 2026-11-23, 2026-11-30",
        "MONTH, 2026-02-14, 2026-02-01, 2026-03-01",
        "QUARTER, 2026-06-30, 2026-04-01, 2026-07-01",
        "YEAR, 2026-12-31, 2026-01-01, 2027-01-01",
        "FISCAL_QUARTER, 2027-03-31, 2027-01-01, 2027-04-01",
        "FISCAL_YEAR, 2027-03-31, 2026-04-01, 2027-04-01",
    })
    void aValueLiesInThisPeriodFromItsFirstLocalDayToItsLast(
            CalendarUnit unit, String value, LocalDate first, LocalDate next) {
        ZoneId zone = ZoneId.of("Asia/Kolkata");
        Instant start = first.atStartOfDay(zone).toInstant();
        Instant end = next.atStartOfDay(zone).toInstant();
        Condition<Client> now = where(BIRTH_DATE, inThis(unit));
        assertThat(ask(now, born(value), new Moment(start.minusNanos(1_000), zone)))
                .isEqualTo(new Verdict(false, start));
        assertThat(ask(now, born(value), new Moment(start, zone))).isEqualTo(new Verdict(true, end));
        assertThat(ask(now, born(value), new Moment(end.minusNanos(1_000), zone)))
                .isEqualTo(new Verdict(true, end));
        assertThat(ask(now, born(value), new Moment(end, zone))).isEqualTo(NO);
    }

    @Test
    void theLastMonthOfMarchIsFebruaryWhateverItsLength() {
        Condition<Client> lastMonth = where(BIRTH_DATE, inLast(CalendarUnit.MONTH));
        assertThat(ask(lastMonth, born("2026-02-28"), utc("2026-03-31T12:00:00Z")))
                .isEqualTo(yes("2026-04-01T00:00:00Z"));
        assertThat(ask(lastMonth, born("2026-03-01"), utc("2026-03-31T12:00:00Z")))
                .isEqualTo(no("2026-04-01T00:00:00Z"));
    }

    @Test
    void theNextWeekBeginsOnMonday() {
        Condition<Client> nextWeek = where(BIRTH_DATE, inNext(CalendarUnit.WEEK));
        // 22 November 2026 is a Sunday.
        assertThat(ask(nextWeek, born("2026-11-23"), utc("2026-11-22T12:00:00Z")))
                .isEqualTo(yes("2026-11-23T00:00:00Z"));
        assertThat(ask(nextWeek, born("2026-11-23"), utc("2026-11-23T00:00:00Z")))
                .isEqualTo(NO);
    }

    @Test
    void severalPeriodsAreOneStretchWithBothEndsIn() {
        Condition<Client> threeYears = where(BIRTH_DATE, inPeriods(CalendarUnit.FISCAL_YEAR, -3, -1));
        assertThat(ask(threeYears, born("2023-03-31"), utc("2026-04-01T00:00:00Z")))
                .isEqualTo(NO);
        assertThat(ask(threeYears, born("2023-04-01"), utc("2026-04-01T00:00:00Z")))
                .isEqualTo(yes("2027-04-01T00:00:00Z"));
        assertThat(ask(threeYears, born("2026-03-31"), utc("2026-04-01T00:00:00Z")))
                .isEqualTo(yes("2029-04-01T00:00:00Z"));
        assertThat(ask(threeYears, born("2026-04-01"), utc("2026-04-01T00:00:00Z")))
                .isEqualTo(no("2027-04-01T00:00:00Z"));
    }

    @Test
    void anInstantLiesInThePeriodOfItsLocalDay() {
        Client seen = Shop.with(LAST_SEEN, Instant.parse("2026-03-31T18:30:00Z"));
        Condition<Client> thisMonth = where(LAST_SEEN, inThis(CalendarUnit.MONTH));
        Moment inApril = moment("2026-04-01T06:00:00Z", "Asia/Kolkata");
        assertThat(ask(thisMonth, seen, inApril).matches()).isTrue();
        assertThat(ask(thisMonth, seen, new Moment(inApril.at(), ZoneId.of("UTC")))
                        .matches())
                .isFalse();
    }

    @ParameterizedTest
    @EnumSource
    void theEndsOfTimeAreAnsweredAndNotOverflowed(CalendarUnit unit) {
        for (LocalDate value : new LocalDate[] {
            LocalDate.MIN, LocalDate.of(1, 1, 1), LocalDate.of(9999, 12, 31), LocalDate.of(9997, 12, 31), LocalDate.MAX
        }) {
            for (Instant at : new Instant[] {
                Instant.MIN,
                Instant.parse("0001-01-01T00:00:00Z"),
                Instant.parse("9999-12-31T23:59:59.999999Z"),
                Instant.MAX
            }) {
                Moment moment = new Moment(at, ZoneId.of("America/New_York"));
                ask(where(BIRTH_DATE, inPeriods(unit, -10_000, 10_000)), Shop.with(BIRTH_DATE, value), moment);
                ask(where(BIRTH_DATE, inPeriods(unit, 10_000, 10_000)), Shop.with(BIRTH_DATE, value), moment);
                ask(where(BIRTH_DATE, inThis(unit)), Shop.with(BIRTH_DATE, value), moment);
            }
        }
        Client farAhead = born("9999-12-31");
        boolean hasPeriods = unit != CalendarUnit.FISCAL_QUARTER && unit != CalendarUnit.FISCAL_YEAR;
        assertThat(ask(where(BIRTH_DATE, inThis(unit)), farAhead, utc("9999-12-31T12:00:00Z"))
                        .matches())
                .isEqualTo(hasPeriods);
    }
}
