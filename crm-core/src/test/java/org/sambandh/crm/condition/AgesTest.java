package org.sambandh.crm.condition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sambandh.crm.condition.Asking.NO;
import static org.sambandh.crm.condition.Asking.YES;
import static org.sambandh.crm.condition.Asking.ask;
import static org.sambandh.crm.condition.Asking.moment;
import static org.sambandh.crm.condition.Asking.no;
import static org.sambandh.crm.condition.Asking.utc;
import static org.sambandh.crm.condition.Asking.yes;
import static org.sambandh.crm.condition.Conditions.where;
import static org.sambandh.crm.condition.Shop.BIRTH_DATE;
import static org.sambandh.crm.condition.Shop.LAST_SEEN;
import static org.sambandh.crm.condition.Tests.ageAtLeast;
import static org.sambandh.crm.condition.Tests.ageAtMost;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.sambandh.crm.common.Moment;
import org.sambandh.crm.condition.Shop.Client;

class AgesTest {

    private static final Client SEEN = Shop.with(LAST_SEEN, Instant.parse("2026-03-01T12:00:00Z"));

    @Test
    void anInstantIsAtLeastThatOldFromTheVeryMicrosecondOn() {
        Condition<Client> old = where(LAST_SEEN, ageAtLeast(Duration.ofDays(1)));
        assertThat(ask(old, SEEN, utc("2026-03-02T11:59:59.999999Z"))).isEqualTo(no("2026-03-02T12:00:00Z"));
        assertThat(ask(old, SEEN, utc("2026-03-02T12:00:00Z"))).isEqualTo(YES);
    }

    @Test
    void anInstantIsAtMostThatOldUntilOneMicrosecondBehind() {
        Condition<Client> fresh = where(LAST_SEEN, ageAtMost(Duration.ofDays(1)));
        assertThat(ask(fresh, SEEN, utc("2026-03-02T12:00:00Z"))).isEqualTo(yes("2026-03-02T12:00:00.000001Z"));
        assertThat(ask(fresh, SEEN, utc("2026-03-02T12:00:00.000001Z"))).isEqualTo(NO);
    }

    @Test
    void anInstantInTheFutureHasNoAge() {
        Moment before = utc("2026-03-01T11:00:00Z");
        assertThat(ask(where(LAST_SEEN, ageAtMost(Duration.ofDays(1))), SEEN, before))
                .isEqualTo(no("2026-03-01T12:00:00Z"));
        assertThat(ask(where(LAST_SEEN, ageAtLeast(Duration.ZERO)), SEEN, before))
                .isEqualTo(no("2026-03-01T12:00:00Z"));
    }

    @Test
    void aNewInstantIsZeroOld() {
        Moment now = utc("2026-03-01T12:00:00Z");
        assertThat(ask(where(LAST_SEEN, ageAtLeast(Duration.ZERO)), SEEN, now)).isEqualTo(YES);
        assertThat(ask(where(LAST_SEEN, ageAtMost(Duration.ZERO)), SEEN, now))
                .isEqualTo(yes("2026-03-01T12:00:00.000001Z"));
    }

    @Test
    void whatIsFinerThanAMicrosecondInAStoredInstantIsNotSeen() {
        Client fine = Shop.with(LAST_SEEN, Instant.parse("2026-03-01T12:00:00.000000999Z"));
        assertThat(ask(where(LAST_SEEN, ageAtLeast(Duration.ZERO)), fine, utc("2026-03-01T12:00:00Z")))
                .isEqualTo(YES);
    }

    @Test
    void aDayIsTwentyFourHoursButACalendarDayFollowsTheClocks() {
        // New York springs forward on 8 March 2026: that calendar day has 23 hours.
        Client seen = Shop.with(LAST_SEEN, Instant.parse("2026-03-07T17:00:00Z"));
        Moment noonNextDay = moment("2026-03-08T16:00:00Z", "America/New_York");
        assertThat(ask(where(LAST_SEEN, ageAtLeast(Period.ofDays(1))), seen, noonNextDay))
                .isEqualTo(YES);
        assertThat(ask(where(LAST_SEEN, ageAtLeast(Duration.ofDays(1))), seen, noonNextDay))
                .isEqualTo(no("2026-03-08T17:00:00Z"));
    }

    @Test
    void aCalendarAgeThatEndsInAGapIsReachedBehindIt() {
        Client seen = Shop.with(LAST_SEEN, Instant.parse("2026-03-07T07:30:00Z"));
        Condition<Client> aDay = where(LAST_SEEN, ageAtLeast(Period.ofDays(1)));
        assertThat(ask(aDay, seen, moment("2026-03-08T07:00:00Z", "America/New_York")))
                .isEqualTo(no("2026-03-08T07:30:00Z"));
    }

    @Test
    void theSecondOfTwoEqualClockTimesIsZeroOldWhenItComes() {
        // 01:30 comes twice in New York on 1 November 2026; this is the second.
        Client seen = Shop.with(LAST_SEEN, Instant.parse("2026-11-01T06:30:00Z"));
        Condition<Client> any = where(LAST_SEEN, ageAtLeast(Period.ZERO));
        assertThat(ask(any, seen, moment("2026-11-01T06:00:00Z", "America/New_York")))
                .isEqualTo(no("2026-11-01T06:30:00Z"));
    }

    @Test
    void monthsClampToTheEndOfShorterOnes() {
        Client seen = Shop.with(LAST_SEEN, Instant.parse("2026-01-31T10:00:00Z"));
        assertThat(ask(where(LAST_SEEN, ageAtLeast(Period.ofMonths(1))), seen, utc("2026-02-28T09:00:00Z")))
                .isEqualTo(no("2026-02-28T10:00:00Z"));
    }

    @Test
    void theAgeOfADateCountsLocalDays() {
        Client born = Shop.with(BIRTH_DATE, LocalDate.of(2008, 11, 23));
        Condition<Client> adult = where(BIRTH_DATE, ageAtLeast(Period.ofYears(18)));
        assertThat(ask(adult, born, moment("2026-11-22T18:29:59Z", "Asia/Kolkata")))
                .isEqualTo(no("2026-11-22T18:30:00Z"));
        assertThat(ask(adult, born, moment("2026-11-22T18:30:00Z", "Asia/Kolkata")))
                .isEqualTo(YES);
        assertThat(ask(adult, born, moment("2026-11-23T00:00:00Z", "America/New_York")))
                .isEqualTo(no("2026-11-23T05:00:00Z"));
    }

    @Test
    void aDateIsAtMostThatOldForTheWholeDay() {
        Client born = Shop.with(BIRTH_DATE, LocalDate.of(2026, 3, 1));
        Condition<Client> newborn = where(BIRTH_DATE, ageAtMost(Duration.ofDays(7)));
        assertThat(ask(newborn, born, utc("2026-03-08T23:59:59.999999Z"))).isEqualTo(yes("2026-03-09T00:00:00Z"));
        assertThat(ask(newborn, born, utc("2026-03-09T00:00:00Z"))).isEqualTo(NO);
        assertThat(ask(newborn, born, utc("2026-02-28T12:00:00Z"))).isEqualTo(no("2026-03-01T00:00:00Z"));
    }

    @Test
    void whoWasBornOnTheTwentyNinthOfFebruaryComesOfAgeOnTheTwentyEighth() {
        Client born = Shop.with(BIRTH_DATE, LocalDate.of(2008, 2, 29));
        assertThat(ask(where(BIRTH_DATE, ageAtLeast(Period.ofYears(18))), born, utc("2026-02-27T12:00:00Z")))
                .isEqualTo(no("2026-02-28T00:00:00Z"));
    }

    @Test
    void aDayThatStartsInAGapStartsBehindIt() {
        // In Beirut the night of 29 March 2026 goes from 24:00 to 01:00.
        Client born = Shop.with(BIRTH_DATE, LocalDate.of(2026, 3, 28));
        assertThat(ask(
                        where(BIRTH_DATE, ageAtLeast(Period.ofDays(1))),
                        born,
                        moment("2026-03-28T12:00:00Z", "Asia/Beirut")))
                .isEqualTo(no("2026-03-28T22:00:00Z"));
    }

    @Test
    void aDayThatTheZoneSkippedStartsTogetherWithTheNext() {
        // Samoa had no 30 December 2011.
        Client born = Shop.with(BIRTH_DATE, LocalDate.of(2011, 12, 29));
        assertThat(ask(
                        where(BIRTH_DATE, ageAtLeast(Period.ofDays(1))),
                        born,
                        moment("2011-12-30T00:00:00Z", "Pacific/Apia")))
                .isEqualTo(no("2011-12-30T10:00:00Z"));
    }

    @Test
    void whereMidnightComesTwiceEachFlipIsTold() {
        // St. John's set clocks back from 00:01 on 7 November 2010: Sunday began, was Saturday again, and began again.
        String zone = "America/St_Johns";
        Client born = Shop.with(BIRTH_DATE, LocalDate.of(2010, 11, 6));
        Condition<Client> aDay = where(BIRTH_DATE, ageAtLeast(Period.ofDays(1)));
        assertThat(ask(aDay, born, moment("2010-11-07T02:29:00Z", zone))).isEqualTo(no("2010-11-07T02:30:00Z"));
        assertThat(ask(aDay, born, moment("2010-11-07T02:30:30Z", zone))).isEqualTo(yes("2010-11-07T02:31:00Z"));
        assertThat(ask(aDay, born, moment("2010-11-07T02:31:00Z", zone))).isEqualTo(no("2010-11-07T03:30:00Z"));
        assertThat(ask(aDay, born, moment("2010-11-07T03:30:00Z", zone))).isEqualTo(YES);
    }

    @Test
    void theEndsOfTimeAreAnsweredAndNotOverflowed() {
        Duration thousandYears = Duration.ofDays(365_000);
        for (Instant value : new Instant[] {Instant.MIN, Instant.MAX}) {
            for (Instant at : new Instant[] {Instant.MIN, Instant.MAX}) {
                for (String zone : new String[] {"+18:00", "-18:00", "America/New_York"}) {
                    Moment moment = new Moment(at, ZoneId.of(zone));
                    Client client = Shop.with(LAST_SEEN, value);
                    ask(where(LAST_SEEN, ageAtMost(thousandYears)), client, moment);
                    ask(where(LAST_SEEN, ageAtLeast(thousandYears)), client, moment);
                    ask(where(LAST_SEEN, ageAtMost(Period.of(1_000, 0, 365_000))), client, moment);
                }
            }
        }
        for (LocalDate value : new LocalDate[] {LocalDate.MIN, LocalDate.MAX}) {
            Client client = Shop.with(BIRTH_DATE, value);
            boolean isPast = value.equals(LocalDate.MIN);
            Moment late = utc("9999-12-31T23:59:59Z");
            assertThat(ask(where(BIRTH_DATE, ageAtLeast(Period.ofYears(1_000))), client, late)
                            .matches())
                    .isEqualTo(isPast);
            assertThat(ask(where(BIRTH_DATE, ageAtMost(thousandYears)), client, late)
                            .matches())
                    .isFalse();
        }
    }
}
