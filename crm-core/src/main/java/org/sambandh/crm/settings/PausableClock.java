package org.sambandh.crm.settings;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sambandh.crm.common.Invalid;
import org.sambandh.crm.common.RuleViolation;

/**
 * Working time that runs against a target and can be put on hold: the first answer to a ticket, its resolution, a task.
 * Immutable; each verb returns another clock. It keeps what happened, never a deadline: deadlines follow from a
 * {@link WorkingCalendar} and move with the holds.
 *
 * <p>A hold is worth its overlap with working time. The deadline is the target plus the worth of the holds after the
 * start, in working time; a hold outside working time changes nothing. Instants and the target are truncated to
 * microseconds.
 */
public final class PausableClock {

    private final Instant started;
    private final Duration target;
    private final Intervals<Instant> holds;
    private final @Nullable Instant pausedAt;
    private final @Nullable Instant completedAt;

    private PausableClock(
            Instant started,
            Duration target,
            Intervals<Instant> holds,
            @Nullable Instant pausedAt,
            @Nullable Instant completedAt) {
        this.started = started;
        this.target = target;
        this.holds = holds;
        this.pausedAt = pausedAt;
        this.completedAt = completedAt;
    }

    /**
     * Starts a clock.
     *
     * @param at when it starts; need not be working time
     * @param target working time until it is due; zero is due at the next working moment
     * @return a running clock
     * @throws Invalid if the target is negative
     */
    public static PausableClock start(Instant at, Duration target) {
        if (target.isNegative()) {
            throw new Invalid("clock.target", "must not be negative, found " + target);
        }
        return new PausableClock(micros(at), target.truncatedTo(ChronoUnit.MICROS), Intervals.none(), null, null);
    }

    /**
     * Restores a clock from what a store kept of it.
     *
     * @param started when it started
     * @param target working time until it is due
     * @param holds the holds that ended, none before the start
     * @param pausedAt when the hold began that has not ended, or null
     * @param completedAt when it was completed, or null
     * @return the clock
     * @throws Invalid if the target is negative, it is both paused and completed, or the times are out of order
     */
    public static PausableClock restore(
            Instant started,
            Duration target,
            Intervals<Instant> holds,
            @Nullable Instant pausedAt,
            @Nullable Instant completedAt) {
        PausableClock clock = start(started, target);
        List<Interval<Instant>> inMicros = new ArrayList<>();
        for (Interval<Instant> hold : holds.list()) {
            inMicros.add(new Interval<>(micros(hold.start()), micros(hold.end())));
        }
        Instant last = inMicros.isEmpty()
                ? clock.started
                : inMicros.get(inMicros.size() - 1).end();
        if (pausedAt != null && completedAt != null) {
            throw new Invalid("clock", "cannot be paused and completed at once; completing ends a hold");
        }
        if ((!inMicros.isEmpty() && inMicros.get(0).start().isBefore(clock.started))
                || (pausedAt != null && micros(pausedAt).isBefore(last))
                || (completedAt != null && micros(completedAt).isBefore(last))) {
            throw new Invalid("clock", "holds must follow the start, pause and completion must follow the holds");
        }
        return new PausableClock(
                clock.started,
                clock.target,
                Intervals.of(inMicros),
                pausedAt == null ? null : micros(pausedAt),
                completedAt == null ? null : micros(completedAt));
    }

    /**
     * Begins a hold.
     *
     * @param at when; not before anything that happened to this clock
     * @return the paused clock
     * @throws RuleViolation {@code clock-running} if it is paused or completed; {@code clock-in-order} if the moment is
     *     too early
     */
    public PausableClock pause(Instant at) {
        refuseUnless(pausedAt == null && completedAt == null, "clock-running", "pause", "a running clock");
        return new PausableClock(started, target, holds, inOrder(at), null);
    }

    /**
     * Ends the hold.
     *
     * @param at when; not before the hold began. A hold of no length leaves no trace
     * @return the running clock
     * @throws RuleViolation {@code clock-paused} if it is not paused; {@code clock-in-order} if the moment is too early
     */
    public PausableClock resume(Instant at) {
        refuseUnless(pausedAt != null, "clock-paused", "resume", "a paused clock");
        return new PausableClock(started, target, heldUntil(inOrder(at)), null, null);
    }

    /**
     * Completes what was due. A hold that has not ended ends with it.
     *
     * @param at when; not before anything that happened to this clock
     * @return the completed clock
     * @throws RuleViolation {@code clock-open} if it is completed; {@code clock-in-order} if the moment is too early
     */
    public PausableClock complete(Instant at) {
        refuseUnless(completedAt == null, "clock-open", "complete", "a clock that is not completed");
        Instant end = inOrder(at);
        return new PausableClock(started, target, heldUntil(end), null, end);
    }

    /**
     * Takes the completion back. The time since counts as a hold: nobody was expected to work on what looked done.
     *
     * @param at when; not before the completion
     * @return the running clock
     * @throws RuleViolation {@code clock-completed} if it is not completed; {@code clock-in-order} if the moment is too
     *     early
     */
    public PausableClock reopen(Instant at) {
        Instant since = completedAt;
        if (since == null) {
            throw refusal("clock-completed", "reopen", "a completed clock");
        }
        Instant again = inOrder(at);
        return new PausableClock(started, target, holds.union(Intervals.between(since, again)), null, null);
    }

    /**
     * Returns the deadline as it would be without any hold.
     *
     * @param calendar what counts as working time
     * @return start plus target; may be closing time
     * @throws Invalid as {@link WorkingCalendar#add}
     * @throws RuleViolation as {@link WorkingCalendar#add}
     */
    public Instant plannedDeadline(WorkingCalendar calendar) {
        return calendar.add(started, target);
    }

    /**
     * Returns the deadline as it stood at a moment: only holds until then count, one that had not ended with its worth so
     * far.
     *
     * @param calendar what counts as working time
     * @param at the moment
     * @return start plus target plus the worth of the holds; may be closing time
     * @throws Invalid as {@link WorkingCalendar#add}
     * @throws RuleViolation as {@link WorkingCalendar#add}
     */
    public Instant deadline(WorkingCalendar calendar, Instant at) {
        return calendar.add(started, target.plus(held(calendar, at)));
    }

    /**
     * Returns what the holds until a moment are worth.
     *
     * @param calendar what counts as working time
     * @param at the moment
     * @return working time, not negative
     * @throws Invalid as {@link WorkingCalendar#measure(Instant, Instant)}
     */
    public Duration held(WorkingCalendar calendar, Instant at) {
        Instant until = micros(at);
        Duration held = calendar.measure(pausedAt == null || until.isBefore(pausedAt) ? until : pausedAt, until);
        for (Interval<Instant> hold : holds.list()) {
            held = held.plus(calendar.measure(hold.start(), earlier(hold.end(), until)));
        }
        return held;
    }

    /**
     * Returns the working time used up to a moment, without the holds.
     *
     * @param calendar what counts as working time
     * @param at the moment; from the completion on the result stays the same
     * @return working time, not negative; zero before the start
     * @throws Invalid as {@link WorkingCalendar#measure(Instant, Instant)}
     */
    public Duration elapsed(WorkingCalendar calendar, Instant at) {
        Instant until = completedAt == null ? micros(at) : earlier(completedAt, micros(at));
        return calendar.measure(started, until).minus(held(calendar, until));
    }

    /**
     * Returns how the clock stood at a moment. What happened later is not seen, so past states can be asked for.
     *
     * @param calendar what counts as working time
     * @param at the moment
     * @return the state; before the start it is {@link ClockState#RUNNING}
     * @throws Invalid as {@link WorkingCalendar#add}
     * @throws RuleViolation as {@link WorkingCalendar#add}
     */
    public ClockState state(WorkingCalendar calendar, Instant at) {
        Instant now = micros(at);
        if (completedAt != null && !completedAt.isAfter(now)) {
            return completedAt.isAfter(deadline(calendar, completedAt)) ? ClockState.MISSED : ClockState.MET;
        }
        if (now.isAfter(deadline(calendar, now))) {
            return ClockState.OVERDUE;
        }
        boolean paused = holds.contains(now) || (pausedAt != null && !pausedAt.isAfter(now));
        return paused ? ClockState.PAUSED : ClockState.RUNNING;
    }

    /**
     * Returns when it started.
     *
     * @return to the microsecond
     */
    public Instant started() {
        return started;
    }

    /**
     * Returns the working time until it is due.
     *
     * @return not negative
     */
    public Duration target() {
        return target;
    }

    /**
     * Returns the holds that ended.
     *
     * @return real time, ascending; touching holds are one
     */
    public Intervals<Instant> holds() {
        return holds;
    }

    /**
     * Returns when the hold began that has not ended.
     *
     * @return empty unless paused
     */
    public Optional<Instant> pausedAt() {
        return Optional.ofNullable(pausedAt);
    }

    /**
     * Returns when it was completed.
     *
     * @return empty while it is open
     */
    public Optional<Instant> completedAt() {
        return Optional.ofNullable(completedAt);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof PausableClock clock
                && started.equals(clock.started)
                && target.equals(clock.target)
                && holds.equals(clock.holds)
                && Objects.equals(pausedAt, clock.pausedAt)
                && Objects.equals(completedAt, clock.completedAt);
    }

    @Override
    public int hashCode() {
        return Objects.hash(started, target, holds, pausedAt, completedAt);
    }

    /** Returns start, target and what is open. */
    @Override
    public String toString() {
        return "clock from " + started + " for " + target + ", holds " + holds
                + (pausedAt == null ? "" : ", paused at " + pausedAt)
                + (completedAt == null ? "" : ", completed at " + completedAt);
    }

    private Intervals<Instant> heldUntil(Instant end) {
        return pausedAt == null ? holds : holds.union(Intervals.between(pausedAt, end));
    }

    private Instant inOrder(Instant at) {
        Instant moment = micros(at);
        Instant last = lastEvent();
        if (moment.isBefore(last)) {
            throw new RuleViolation(
                    "clock-in-order",
                    "clock",
                    "cannot go back to " + moment + ": the last thing that happened was at " + last
                            + "; tell a clock its events in their order");
        }
        return moment;
    }

    private Instant lastEvent() {
        if (completedAt != null) {
            return completedAt;
        }
        if (pausedAt != null) {
            return pausedAt;
        }
        List<Interval<Instant>> ended = holds.list();
        return ended.isEmpty() ? started : ended.get(ended.size() - 1).end();
    }

    private void refuseUnless(boolean allowed, String rule, String verb, String needed) {
        if (!allowed) {
            throw refusal(rule, verb, needed);
        }
    }

    private RuleViolation refusal(String rule, String verb, String needed) {
        String found = completedAt != null
                ? "was completed at " + completedAt
                : pausedAt != null ? "is paused since " + pausedAt : "is running";
        return new RuleViolation(rule, "clock", "cannot " + verb + ": needs " + needed + ", but it " + found);
    }

    private static Instant earlier(Instant a, Instant b) {
        return a.isBefore(b) ? a : b;
    }

    private static Instant micros(Instant at) {
        return at.truncatedTo(ChronoUnit.MICROS);
    }
}
