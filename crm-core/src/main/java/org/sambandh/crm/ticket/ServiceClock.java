package org.sambandh.crm.ticket;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sambandh.crm.settings.ClockState;
import org.sambandh.crm.settings.Interval;
import org.sambandh.crm.settings.Intervals;
import org.sambandh.crm.settings.PausableClock;
import org.sambandh.crm.settings.WorkingCalendar;

/**
 * One promise of a ticket as it is kept: a {@link PausableClock}, when it is due, and how it ended. The due instant is
 * stored, so that what is due is one look-up; it is worked out anew whenever the ticket changes.
 *
 * @param calendar the calendar of the policy by which it runs; null for the tenant's own
 * @param started when it started, to the microsecond
 * @param target working time until it is due
 * @param holds when it stood still, ascending, apart from each other
 * @param pausedAt since when it stands still; null while it runs and once it is completed
 * @param completedAt when it was completed; null until then
 * @param dueAt the last instant at which it is in time; null while it stands still without being overdue, because the
 *     deadline moves then
 * @param outcome whether the promise was kept; null until it is completed
 */
public record ServiceClock(
        @Nullable String calendar,
        Instant started,
        Duration target,
        List<Hold> holds,
        @Nullable Instant pausedAt,
        @Nullable Instant completedAt,
        @Nullable Instant dueAt,
        @Nullable ServiceOutcome outcome) {

    /**
     * Checks and copies what it is given.
     *
     * @param calendar the calendar of the policy by which it runs; null for the tenant's own
     * @param started when it started, to the microsecond
     * @param target working time until it is due
     * @param holds when it stood still, ascending, apart from each other
     * @param pausedAt since when it stands still; null while it runs and once it is completed
     * @param completedAt when it was completed; null until then
     * @param dueAt the last instant at which it is in time; null while it stands still without being overdue, because the
     *     deadline moves then
     * @param outcome whether the promise was kept; null until it is completed
     */
    public ServiceClock {
        started = started.truncatedTo(ChronoUnit.MICROS);
        target = target.truncatedTo(ChronoUnit.MICROS);
        holds = List.copyOf(holds);
        pausedAt = pausedAt == null ? null : pausedAt.truncatedTo(ChronoUnit.MICROS);
        completedAt = completedAt == null ? null : completedAt.truncatedTo(ChronoUnit.MICROS);
        dueAt = dueAt == null ? null : dueAt.truncatedTo(ChronoUnit.MICROS);
        restore(started, target, holds, pausedAt, completedAt);
    }

    /**
     * Returns a clock as it is to be kept.
     *
     * @param name the calendar of the policy; null for the tenant's own
     * @param clock what happened
     * @param calendar that calendar
     * @return the clock with its due instant, and its outcome if it is completed
     * @throws org.sambandh.crm.common.RuleViolation {@code calendar-opens} if the calendar never gives so much time
     */
    static ServiceClock of(@Nullable String name, PausableClock clock, WorkingCalendar calendar) {
        Instant completed = clock.completedAt().orElse(null);
        ServiceOutcome outcome = completed == null
                ? null
                : clock.state(calendar, completed) == ClockState.MET ? ServiceOutcome.MET : ServiceOutcome.BREACHED;
        return new ServiceClock(
                name,
                clock.started(),
                clock.target(),
                clock.holds().list().stream()
                        .map(hold -> new Hold(hold.start(), hold.end()))
                        .toList(),
                clock.pausedAt().orElse(null),
                completed,
                due(clock, calendar),
                outcome);
    }

    /** {@return what happened to it} */
    public PausableClock clock() {
        return restore(started, target, holds, pausedAt, completedAt);
    }

    /** {@return whether it is not completed} */
    public boolean isOpen() {
        return completedAt == null;
    }

    /** The instant at which a share of the target, or more than it, is used up; null while that moves. */
    @Nullable
    Instant after(Duration other, WorkingCalendar used) {
        return due(restore(started, other, holds, pausedAt, completedAt), used);
    }

    private static @Nullable Instant due(PausableClock clock, WorkingCalendar calendar) {
        List<Interval<Instant>> ended = clock.holds().list();
        Instant last =
                ended.isEmpty() ? clock.started() : ended.get(ended.size() - 1).end();
        Instant paused = clock.pausedAt().orElse(null);
        Instant due = clock.deadline(calendar, clock.completedAt().orElse(paused == null ? last : paused));
        return paused != null && !paused.isAfter(due) ? null : due;
    }

    private static PausableClock restore(
            Instant started,
            Duration target,
            List<Hold> holds,
            @Nullable Instant pausedAt,
            @Nullable Instant completedAt) {
        return PausableClock.restore(
                started,
                target,
                Intervals.of(holds.stream()
                        .map(hold -> new Interval<>(hold.from(), hold.to()))
                        .toList()),
                pausedAt,
                completedAt);
    }
}
