package org.sambandh.crm.condition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sambandh.crm.condition.Asking.ask;
import static org.sambandh.crm.condition.Asking.moment;
import static org.sambandh.crm.condition.Asking.no;
import static org.sambandh.crm.condition.Asking.utc;
import static org.sambandh.crm.condition.Asking.yes;
import static org.sambandh.crm.condition.Conditions.where;
import static org.sambandh.crm.condition.Shop.BIRTH_DATE;
import static org.sambandh.crm.condition.Shop.LAST_SEEN;
import static org.sambandh.crm.condition.Tests.anniversaryWithin;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.sambandh.crm.common.Moment;
import org.sambandh.crm.condition.Shop.Client;

class AnniversariesTest {

    private static final Condition<Client> TODAY = where(BIRTH_DATE, anniversaryWithin(0));
    private static final Condition<Client> WITHIN_A_WEEK = where(BIRTH_DATE, anniversaryWithin(7));

    private static Client born(String date) {
        return Shop.with(BIRTH_DATE, LocalDate.parse(date));
    }

    @Test
    void theAnniversaryIsTodayForOneLocalDay() {
        Client client = born("1990-11-23");
        String zone = "Asia/Kolkata";
        assertThat(ask(TODAY, client, moment("2026-11-22T18:29:59.999999Z", zone)))
                .isEqualTo(no("2026-11-22T18:30:00Z"));
        assertThat(ask(TODAY, client, moment("2026-11-22T18:30:00Z", zone))).isEqualTo(yes("2026-11-23T18:30:00Z"));
        assertThat(ask(TODAY, client, moment("2026-11-23T18:30:00Z", zone))).isEqualTo(no("2027-11-22T18:30:00Z"));
    }

    @Test
    void aWeekAheadItBecomesTrueAndStaysSoOverTheDayItself() {
        Client client = born("1990-11-23");
        assertThat(ask(WITHIN_A_WEEK, client, utc("2026-11-15T23:59:59Z"))).isEqualTo(no("2026-11-16T00:00:00Z"));
        assertThat(ask(WITHIN_A_WEEK, client, utc("2026-11-16T00:00:00Z"))).isEqualTo(yes("2026-11-24T00:00:00Z"));
        assertThat(ask(WITHIN_A_WEEK, client, utc("2026-11-24T00:00:00Z"))).isEqualTo(no("2027-11-16T00:00:00Z"));
    }

    @Test
    void anAnniversaryInJanuaryIsSeenFromDecember() {
        assertThat(ask(WITHIN_A_WEEK, born("1990-01-02"), utc("2026-12-28T12:00:00Z")))
                .isEqualTo(yes("2027-01-03T00:00:00Z"));
    }

    @Test
    void theTwentyNinthOfFebruaryCountsOnTheTwentyEighthInOtherYears() {
        Client client = born("2004-02-29");
        assertThat(ask(TODAY, client, utc("2026-02-28T12:00:00Z")).matches()).isTrue();
        assertThat(ask(TODAY, client, utc("2026-03-01T12:00:00Z")).matches()).isFalse();
        assertThat(ask(TODAY, client, utc("2028-02-28T12:00:00Z"))).isEqualTo(no("2028-02-29T00:00:00Z"));
        assertThat(ask(TODAY, client, utc("2028-02-29T12:00:00Z")).matches()).isTrue();
    }

    @Test
    void theDayItselfIsNoAnniversary() {
        assertThat(ask(TODAY, born("2026-11-23"), utc("2026-11-23T12:00:00Z"))).isEqualTo(no("2027-11-23T00:00:00Z"));
        assertThat(ask(WITHIN_A_WEEK, born("2026-11-25"), utc("2026-11-23T12:00:00Z")))
                .isEqualTo(no("2027-11-18T00:00:00Z"));
    }

    @Test
    void aYearAheadHoldsAllTheTime() {
        Condition<Client> always = where(BIRTH_DATE, anniversaryWithin(365));
        assertThat(ask(always, born("1990-11-23"), utc("2026-11-23T12:00:00Z")).matches())
                .isTrue();
        assertThat(ask(always, born("1990-11-23"), utc("2026-11-24T12:00:00Z")).matches())
                .isTrue();
    }

    @Test
    void anInstantHasTheAnniversaryOfItsLocalDay() {
        Client seen = Shop.with(LAST_SEEN, Instant.parse("2020-11-22T19:00:00Z"));
        Condition<Client> today = where(LAST_SEEN, anniversaryWithin(0));
        assertThat(ask(today, seen, moment("2026-11-23T06:00:00Z", "Asia/Kolkata"))
                        .matches())
                .isTrue();
        assertThat(ask(today, seen, utc("2026-11-23T06:00:00Z")).matches()).isFalse();
    }

    @Test
    void theEndsOfTimeAreAnsweredAndNotOverflowed() {
        for (LocalDate value : new LocalDate[] {LocalDate.MIN, LocalDate.of(9999, 12, 31), LocalDate.MAX}) {
            for (Instant at : new Instant[] {Instant.MIN, Instant.parse("9999-12-31T23:59:59Z"), Instant.MAX}) {
                ask(WITHIN_A_WEEK, Shop.with(BIRTH_DATE, value), new Moment(at, ZoneId.of("Asia/Kolkata")));
            }
        }
        assertThat(ask(TODAY, Shop.with(BIRTH_DATE, LocalDate.MAX), utc("2026-01-01T00:00:00Z"))
                        .matches())
                .isFalse();
    }
}
