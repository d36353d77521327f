package org.sambandh.crm.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneOffset;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.sambandh.crm.common.Invalid;
import org.sambandh.crm.common.RuleViolation;

class PausableClockTest {

    private static final WorkingCalendar OFFICE =
            WorkingCalendar.of(ZoneOffset.UTC, WeeklyWindow.weekdays(LocalTime.of(10, 0), LocalTime.of(18, 0)));
    private static final Duration FOUR_HOURS = Duration.ofHours(4);

    private final PausableClock clock = PausableClock.start(at("02T12:00"), FOUR_HOURS);

    @Test
    void theDeadlineMovesByWhatTheHoldsAreWorth() {
        PausableClock held = clock.pause(at("02T13:00")).resume(at("02T14:00"));
        assertThat(held.plannedDeadline(OFFICE)).isEqualTo(at("02T16:00"));
        assertThat(held.deadline(OFFICE, at("02T13:30"))).isEqualTo(at("02T16:30"));
        assertThat(held.deadline(OFFICE, at("02T15:00"))).isEqualTo(at("02T17:00"));
        assertThat(held.elapsed(OFFICE, at("02T15:00"))).hasHours(2);
        assertThat(held.held(OFFICE, at("02T15:00"))).hasHours(1);
    }

    @Test
    void aHoldThatHasNotEndedCountsSoFar() {
        PausableClock held = clock.pause(at("02T13:00"));
        assertThat(held.pausedAt()).contains(at("02T13:00"));
        assertThat(held.deadline(OFFICE, at("03T11:00"))).isEqualTo(at("03T14:00"));
        assertThat(held.elapsed(OFFICE, at("03T11:00"))).hasHours(1);
        assertThat(held.state(OFFICE, at("03T11:00"))).isEqualTo(ClockState.PAUSED);
    }

    @Test
    void aHoldOutsideWorkingTimeChangesNothing() {
        PausableClock held = clock.pause(at("02T19:00")).resume(at("03T09:00"));
        assertThat(held.held(OFFICE, at("04T12:00"))).isZero();
        assertThat(held.deadline(OFFICE, at("04T12:00"))).isEqualTo(clock.plannedDeadline(OFFICE));
    }

    @Test
    void theStateIsThatOfTheMoment() {
        PausableClock done = clock.pause(at("02T13:00")).resume(at("02T14:00")).complete(at("02T17:00"));
        assertThat(done.state(OFFICE, at("02T11:00"))).isEqualTo(ClockState.RUNNING);
        assertThat(done.state(OFFICE, at("02T12:59"))).isEqualTo(ClockState.RUNNING);
        assertThat(done.state(OFFICE, at("02T13:00"))).isEqualTo(ClockState.PAUSED);
        assertThat(done.state(OFFICE, at("02T14:00"))).isEqualTo(ClockState.RUNNING);
        assertThat(done.state(OFFICE, at("02T17:00"))).isEqualTo(ClockState.MET);
        assertThat(clock.state(OFFICE, at("02T16:00"))).isEqualTo(ClockState.RUNNING);
        assertThat(clock.state(OFFICE, at("02T16:01"))).isEqualTo(ClockState.OVERDUE);
        assertThat(clock.pause(at("02T17:00")).state(OFFICE, at("02T17:00"))).isEqualTo(ClockState.OVERDUE);
        assertThat(clock.complete(at("02T16:01")).state(OFFICE, at("05T00:00"))).isEqualTo(ClockState.MISSED);
    }

    @Test
    void completingEndsTheHoldAndStopsTheTime() {
        PausableClock done = clock.pause(at("02T13:00")).complete(at("02T15:00"));
        assertThat(done.pausedAt()).isEmpty();
        assertThat(done.completedAt()).contains(at("02T15:00"));
        assertThat(done.elapsed(OFFICE, at("10T00:00"))).hasHours(1);
        assertThat(done.holds().list()).containsExactly(new Interval<>(at("02T13:00"), at("02T15:00")));
    }

    @Test
    void reopeningCountsTheTimeSinceTheCompletionAsAHold() {
        PausableClock again = clock.complete(at("02T13:00")).reopen(at("02T17:00"));
        assertThat(again.completedAt()).isEmpty();
        assertThat(again.elapsed(OFFICE, at("02T18:00"))).hasHours(2);
        assertThat(again.deadline(OFFICE, at("02T18:00"))).isEqualTo(at("03T12:00"));
    }

    @Test
    void verbsThatDoNotFitTheStateAreRefused() {
        PausableClock paused = clock.pause(at("02T13:00"));
        PausableClock done = clock.complete(at("02T13:00"));
        refused("clock-running", () -> paused.pause(at("02T14:00")));
        refused("clock-running", () -> done.pause(at("02T14:00")));
        refused("clock-paused", () -> clock.resume(at("02T14:00")));
        refused("clock-paused", () -> done.resume(at("02T14:00")));
        refused("clock-open", () -> done.complete(at("02T14:00")));
        refused("clock-completed", () -> clock.reopen(at("02T14:00")));
        refused("clock-completed", () -> paused.reopen(at("02T14:00")));
    }

    @Test
    void timesOutOfOrderAreRefused() {
        PausableClock paused = clock.pause(at("02T13:00"));
        PausableClock resumed = paused.resume(at("02T14:00"));
        refused("clock-in-order", () -> clock.pause(at("02T11:59")));
        refused("clock-in-order", () -> paused.resume(at("02T12:59")));
        refused("clock-in-order", () -> resumed.pause(at("02T13:59")));
        refused("clock-in-order", () -> resumed.complete(at("02T13:59")));
        refused("clock-in-order", () -> clock.complete(at("02T13:00")).reopen(at("02T12:59")));
    }

    @Test
    void holdsThatTouchAreOneAndAHoldOfNoLengthLeavesNoTrace() {
        PausableClock held = clock.pause(at("02T13:00"))
                .resume(at("02T14:00"))
                .pause(at("02T14:00"))
                .resume(at("02T15:00"));
        assertThat(held.holds().list()).containsExactly(new Interval<>(at("02T13:00"), at("02T15:00")));
        assertThat(clock.pause(at("02T13:00")).resume(at("02T13:00"))).isEqualTo(clock);
    }

    @Test
    void whatAStoreKeptIsRestored() {
        PausableClock held = clock.pause(at("02T13:00")).resume(at("02T14:00")).pause(at("02T15:00"));
        assertThat(PausableClock.restore(
                        held.started(),
                        held.target(),
                        held.holds(),
                        held.pausedAt().orElse(null),
                        held.completedAt().orElse(null)))
                .isEqualTo(held)
                .hasSameHashCodeAs(held);
        Intervals<Instant> early = Intervals.between(at("02T11:00"), at("02T13:00"));
        Instant noon = at("02T12:00");
        assertThatThrownBy(() -> PausableClock.restore(noon, FOUR_HOURS, early, null, null))
                .isInstanceOf(Invalid.class);
        assertThatThrownBy(() -> PausableClock.restore(noon, FOUR_HOURS, Intervals.none(), noon, noon))
                .isInstanceOf(Invalid.class);
        assertThatThrownBy(() -> PausableClock.restore(noon, FOUR_HOURS, Intervals.none(), null, noon.minusSeconds(1)))
                .isInstanceOf(Invalid.class);
        assertThatThrownBy(() -> PausableClock.restore(noon, FOUR_HOURS, Intervals.none(), noon.minusSeconds(1), null))
                .isInstanceOf(Invalid.class);
    }

    @Test
    void aNegativeTargetIsRefusedAndNoneIsDueAtTheNextWorkingMoment() {
        assertThatThrownBy(() -> PausableClock.start(at("02T12:00"), Duration.ofSeconds(-1)))
                .isInstanceOf(Invalid.class);
        assertThat(PausableClock.start(at("02T19:00"), Duration.ZERO).plannedDeadline(OFFICE))
                .isEqualTo(at("03T10:00"));
    }

    @Test
    void anAgreementIsFulfilledOnlyIfBothTargetsAreKept() {
        PausableClock response = PausableClock.start(at("02T12:00"), Duration.ofHours(1));
        PausableClock inTime = response.complete(at("02T12:30"));
        PausableClock late = response.complete(at("02T13:30"));
        Instant now = at("02T15:00");
        assertThat(state(response, clock, at("02T12:10"))).isEqualTo(ServiceLevelState.FIRST_RESPONSE_DUE);
        assertThat(state(inTime, clock, now)).isEqualTo(ServiceLevelState.RESOLUTION_DUE);
        assertThat(state(inTime, clock.pause(at("02T14:00")), now)).isEqualTo(ServiceLevelState.PAUSED);
        assertThat(state(inTime, clock.complete(at("02T14:00")), now)).isEqualTo(ServiceLevelState.FULFILLED);
        assertThat(state(inTime, clock.complete(at("02T17:00")), at("02T17:00")))
                .isEqualTo(ServiceLevelState.FAILED);
        assertThat(state(late, clock.complete(at("02T14:00")), now)).isEqualTo(ServiceLevelState.FAILED);
        assertThat(state(response, clock, now)).isEqualTo(ServiceLevelState.FAILED);
    }

    @Test
    void aResolutionAnswersToo() {
        PausableClock response = PausableClock.start(at("02T12:00"), Duration.ofHours(1));
        assertThat(state(response, clock.complete(at("02T12:45")), at("05T12:00")))
                .isEqualTo(ServiceLevelState.FULFILLED);
        assertThat(state(response, clock.complete(at("02T13:45")), at("05T12:00")))
                .isEqualTo(ServiceLevelState.FAILED);
    }

    private static ServiceLevelState state(PausableClock response, PausableClock resolution, Instant at) {
        return ServiceLevelState.of(response, resolution, OFFICE, at);
    }

    private static void refused(String rule, ThrowingCallable verb) {
        assertThatThrownBy(verb)
                .isInstanceOfSatisfying(
                        RuleViolation.class,
                        refused -> assertThat(refused.rule()).isEqualTo(rule));
    }

    private static Instant at(String dayAndTime) {
        return Instant.parse("2026-03-" + dayAndTime + ":00Z");
    }
}
