package org.sambandh.crm.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.sambandh.crm.common.Invalid;
import org.sambandh.crm.common.RuleViolation;

class WorkingCalendarTest {

    private static final ZoneId KOLKATA = ZoneId.of("Asia/Kolkata");
    private static final ZoneId BRUSSELS = ZoneId.of("Europe/Brussels");
    private static final WeeklyWindow OFFICE = WeeklyWindow.weekdays(LocalTime.of(10, 0), LocalTime.of(18, 0));
    private static final Duration SECOND = Duration.ofSeconds(1);

    @Test
    void nothingAddedIsTheNextWorkingMoment() {
        WorkingCalendar office = WorkingCalendar.of(KOLKATA, OFFICE);
        assertThat(office.add(at("2026-08-14T18:00"), Duration.ZERO)).isEqualTo(at("2026-08-17T10:00"));
        assertThat(office.add(at("2026-08-14T11:30"), Duration.ZERO)).isEqualTo(at("2026-08-14T11:30"));
        assertThat(office.add(at("2026-08-14T11:30"), Duration.ofNanos(999))).isEqualTo(at("2026-08-14T11:30"));
    }

    @Test
    void forwardLandsOnClosingTimeAndBackwardOnOpeningTime() {
        WorkingCalendar office = WorkingCalendar.of(KOLKATA, OFFICE);
        assertThat(office.add(at("2026-08-14T10:00"), Duration.ofHours(8))).isEqualTo(at("2026-08-14T18:00"));
        assertThat(office.subtract(at("2026-08-17T12:00"), Duration.ofHours(2))).isEqualTo(at("2026-08-17T10:00"));
        assertThat(office.subtract(at("2026-08-17T10:00"), SECOND))
                .isEqualTo(at("2026-08-14T18:00").minus(SECOND));
    }

    @Test
    void openingTimeIsWorkedAndClosingTimeIsNot() {
        WorkingCalendar office = WorkingCalendar.of(KOLKATA, OFFICE);
        assertThat(office.isWorking(at("2026-08-14T10:00"))).isTrue();
        assertThat(office.isWorking(at("2026-08-14T18:00"))).isFalse();
        assertThat(office.isWorking(at("2026-08-15T11:00"))).isFalse();
    }

    @Test
    void overlappingWindowsCountOnce() {
        WorkingCalendar twice = WorkingCalendar.of(
                KOLKATA,
                OFFICE,
                new WeeklyWindow(EnumSet.of(DayOfWeek.MONDAY), LocalTime.of(17, 0), LocalTime.of(19, 0)));
        assertThat(twice.measure(at("2026-08-17T00:00"), at("2026-08-18T00:00")))
                .hasHours(9);
    }

    @Test
    void aNightShiftBelongsToBothDaysItTouches() {
        WorkingCalendar nights = WorkingCalendar.builder(KOLKATA)
                .window(new WeeklyWindow(EnumSet.of(DayOfWeek.SUNDAY), LocalTime.of(22, 0), LocalTime.of(6, 0)))
                .holiday(LocalDate.of(2026, 8, 24))
                .build();
        assertThat(nights.workedBetween(at("2026-08-15T00:00"), at("2026-08-31T00:00"))
                        .list())
                .containsExactly(
                        new Interval<>(at("2026-08-16T22:00"), at("2026-08-17T06:00")),
                        new Interval<>(at("2026-08-23T22:00"), at("2026-08-24T00:00")),
                        new Interval<>(at("2026-08-30T22:00"), at("2026-08-31T00:00")));
    }

    @Test
    void extraHoursCountOnHolidaysAndALeaveBeatsThem() {
        LocalDate diwali = LocalDate.of(2026, 11, 8);
        WorkingCalendar calendar = WorkingCalendar.builder(KOLKATA)
                .window(OFFICE)
                .holiday(diwali)
                .override(CalendarOverride.open(diwali.atTime(9, 0), diwali.atTime(13, 0)))
                .override(CalendarOverride.closed(diwali.atTime(11, 0), diwali.atTime(12, 0)))
                .build();
        assertThat(calendar.measure(at("2026-11-08T00:00"), at("2026-11-09T00:00")))
                .hasHours(3);
        assertThat(calendar.add(at("2026-11-08T10:30"), Duration.ofHours(1))).isEqualTo(at("2026-11-08T12:30"));
    }

    @Test
    void theNightOfAnAutumnChangeIsAnHourLongerAndOfASpringChangeShorter() {
        WorkingCalendar nights =
                WorkingCalendar.of(BRUSSELS, WeeklyWindow.everyDay(LocalTime.MIDNIGHT, LocalTime.of(6, 0)));
        assertThat(nights.measure(midnight(2026, 10, 25), midnight(2026, 10, 26)))
                .hasHours(7);
        assertThat(nights.measure(midnight(2026, 3, 29), midnight(2026, 3, 30))).hasHours(5);
    }

    @Test
    void anEdgeInTheGapMovesForwardAndATwiceShownOneIsTheEarlier() {
        WorkingCalendar early =
                WorkingCalendar.of(BRUSSELS, WeeklyWindow.everyDay(LocalTime.of(2, 30), LocalTime.of(6, 0)));
        assertThat(early.add(midnight(2026, 3, 29), Duration.ZERO))
                .isEqualTo(LocalDateTime.of(2026, 3, 29, 3, 30).atZone(BRUSSELS).toInstant());
        assertThat(early.add(midnight(2026, 10, 25), Duration.ZERO)).isEqualTo(Instant.parse("2026-10-25T00:30:00Z"));
        WorkingCalendar inTheGap =
                WorkingCalendar.of(BRUSSELS, WeeklyWindow.everyDay(LocalTime.of(2, 30), LocalTime.of(3, 15)));
        assertThat(inTheGap.measure(midnight(2026, 3, 29), midnight(2026, 3, 30)))
                .isZero();
    }

    @Test
    void edgesMoveWindowByWindowEvenWhereWindowsTouch() {
        WorkingCalendar halves = WorkingCalendar.of(
                BRUSSELS,
                WeeklyWindow.everyDay(LocalTime.of(2, 0), LocalTime.of(2, 30)),
                WeeklyWindow.everyDay(LocalTime.of(2, 30), LocalTime.of(3, 0)));
        assertThat(halves.measure(midnight(2026, 3, 28), midnight(2026, 3, 29))).hasMinutes(60);
        assertThat(halves.measure(midnight(2026, 3, 29), midnight(2026, 3, 30))).hasMinutes(30);
    }

    @Test
    void aSkippedDateIsNotWorked() {
        ZoneId apia = ZoneId.of("Pacific/Apia");
        WorkingCalendar fridays = WorkingCalendar.of(
                apia, new WeeklyWindow(EnumSet.of(DayOfWeek.FRIDAY), LocalTime.of(9, 0), LocalTime.of(17, 0)));
        Instant from = LocalDate.of(2011, 12, 28).atStartOfDay(apia).toInstant();
        Instant to = LocalDate.of(2012, 1, 4).atStartOfDay(apia).toInstant();
        assertThat(fridays.measure(from, to)).isZero();
    }

    @Test
    void aCalendarThatNeverOpensIsRefusedAtOnce() {
        WorkingCalendar never = WorkingCalendar.builder(BRUSSELS).build();
        assertThat(never.measure(midnight(2000, 1, 1), midnight(2020, 1, 1))).isZero();
        assertTimeoutPreemptively(Duration.ofSeconds(1), () -> {
            for (Duration amount : new Duration[] {Duration.ZERO, SECOND, SECOND.negated()}) {
                assertThatThrownBy(() -> never.add(midnight(2026, 1, 1), amount))
                        .isInstanceOfSatisfying(
                                RuleViolation.class,
                                refused -> assertThat(refused.rule()).isEqualTo("calendar-opens"));
            }
        });
    }

    @Test
    void anAbsurdTargetIsRefusedAtOnce() {
        WorkingCalendar office = WorkingCalendar.of(BRUSSELS, OFFICE);
        Instant start = midnight(2026, 1, 1);
        assertTimeoutPreemptively(Duration.ofSeconds(1), () -> {
            for (Duration amount : new Duration[] {
                Duration.ofDays(365_000_000),
                Duration.ofDays(365_000_000).negated(),
                Duration.ofSeconds(Long.MAX_VALUE),
                Duration.ofSeconds(Long.MIN_VALUE)
            }) {
                assertThatThrownBy(() -> office.add(start, amount)).isInstanceOf(Invalid.class);
                assertThatThrownBy(() -> office.subtract(start, amount)).isInstanceOf(Invalid.class);
            }
            assertThatThrownBy(() -> office.add(start, Duration.ofDays(365 * 100)))
                    .isInstanceOf(RuleViolation.class);
            assertThatThrownBy(() -> office.subtract(start, Duration.ofDays(365 * 100)))
                    .isInstanceOf(RuleViolation.class);
        });
    }

    @Test
    void instantsOutsideTheKnownTimeAreRefused() {
        WorkingCalendar office = WorkingCalendar.of(BRUSSELS, OFFICE);
        for (Instant at : new Instant[] {Instant.MIN, Instant.MAX, midnight(1899, 12, 30), midnight(2100, 1, 2)}) {
            assertThatThrownBy(() -> office.isWorking(at)).isInstanceOf(Invalid.class);
            assertThatThrownBy(() -> office.add(at, SECOND)).isInstanceOf(Invalid.class);
            assertThatThrownBy(() -> office.measure(midnight(2026, 1, 1), at)).isInstanceOf(Invalid.class);
        }
        assertThat(office.measure(midnight(1900, 1, 1), midnight(1900, 1, 6))).hasHours(40);
        assertThat(office.measure(midnight(2099, 12, 30), midnight(2099, 12, 31)))
                .hasHours(8);
    }

    @Test
    void aListOfMoreThanTenYearsIsRefused() {
        WorkingCalendar office = WorkingCalendar.of(BRUSSELS, OFFICE);
        assertThatThrownBy(() -> office.workedBetween(midnight(2000, 1, 1), midnight(2020, 1, 1)))
                .isInstanceOf(Invalid.class);
        assertThat(office.workedBetween(midnight(2020, 1, 1), midnight(2000, 1, 1))
                        .isEmpty())
                .isTrue();
    }

    @Test
    void whatNoCalendarCanHaveIsRefused() {
        assertThatThrownBy(() -> new WeeklyWindow(Set.of(), LocalTime.NOON, LocalTime.MIDNIGHT))
                .isInstanceOf(Invalid.class);
        assertThatThrownBy(() -> WeeklyWindow.weekdays(LocalTime.NOON, LocalTime.NOON))
                .isInstanceOf(Invalid.class);
        LocalDateTime noon = LocalDateTime.of(2026, 3, 2, 12, 0);
        assertThatThrownBy(() -> CalendarOverride.closed(noon, noon)).isInstanceOf(Invalid.class);
        assertThatThrownBy(() -> WorkingCalendar.builder(BRUSSELS)
                        .holiday(LocalDate.of(1850, 1, 1))
                        .build())
                .isInstanceOf(Invalid.class);
        WorkingCalendar.Builder many = WorkingCalendar.builder(BRUSSELS);
        Collections.nCopies(10_001, OFFICE).forEach(many::window);
        assertThatThrownBy(many::build).isInstanceOf(Invalid.class);
    }

    @Test
    void calendarsWithTheSamePartsAreEqualInWhateverOrderTheyCame() {
        WeeklyWindow saturday =
                new WeeklyWindow(EnumSet.of(DayOfWeek.SATURDAY), LocalTime.of(10, 0), LocalTime.of(13, 0));
        LocalDate day = LocalDate.of(2026, 1, 26);
        CalendarOverride leave = CalendarOverride.closed(day.atTime(9, 0), day.atTime(12, 0));
        WorkingCalendar one = WorkingCalendar.builder(KOLKATA)
                .window(OFFICE)
                .window(saturday)
                .holiday(day)
                .override(leave)
                .build();
        WorkingCalendar other = WorkingCalendar.builder(KOLKATA)
                .override(leave)
                .holidays(Set.of(day))
                .window(saturday)
                .window(OFFICE)
                .window(saturday)
                .build();
        assertThat(one)
                .isEqualTo(other)
                .hasSameHashCodeAs(other)
                .isEqualTo(one.toBuilder().build());
        assertThat(one).isNotEqualTo(WorkingCalendar.of(KOLKATA, OFFICE));
    }

    private static Instant at(String local) {
        return LocalDateTime.parse(local).atZone(KOLKATA).toInstant();
    }

    private static Instant midnight(int year, int month, int day) {
        return LocalDate.of(year, month, day).atStartOfDay(BRUSSELS).toInstant();
    }
}
