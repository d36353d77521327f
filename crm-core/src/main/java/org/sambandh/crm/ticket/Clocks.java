package org.sambandh.crm.ticket;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.sambandh.crm.settings.PausableClock;

/**
 * What happened to a ticket, told to a clock. A clock is always told anew from the history, so that what was recorded
 * late, corrected or planned for another target counts as if it had been known from the start.
 */
final class Clocks {

    private Clocks() {}

    /** The clock of a goal, started when the ticket was opened. */
    static PausableClock told(ServiceGoal goal, Ticket ticket, Duration target) {
        PausableClock started = PausableClock.start(ticket.openedAt(), target);
        return goal == ServiceGoal.RESOLUTION ? resolution(ticket, started) : response(ticket, started);
    }

    private static PausableClock resolution(Ticket ticket, PausableClock started) {
        PausableClock clock = started;
        for (StatusVisit visit : ticket.history()) {
            Instant at = visit.enteredAt();
            boolean completed = clock.completedAt().isPresent();
            if (visit.phase().isDone()) {
                clock = completed ? clock : clock.complete(at);
            } else {
                clock = onHold(visit, completed ? clock.reopen(at) : clock);
            }
        }
        return clock;
    }

    /** An answer completes it, and so does a solution where nobody answered before. */
    private static PausableClock response(Ticket ticket, PausableClock started) {
        PausableClock clock = started;
        Instant answered = ticket.respondedAt().orElse(null);
        for (StatusVisit visit : ticket.history()) {
            if (visit.phase().isDone() || isBy(answered, visit.enteredAt())) {
                return clock.complete(
                        answered != null && isBy(answered, visit.enteredAt()) ? answered : visit.enteredAt());
            }
            clock = onHold(visit, clock);
        }
        return answered == null ? clock : clock.complete(answered);
    }

    private static PausableClock onHold(StatusVisit visit, PausableClock clock) {
        boolean paused = clock.pausedAt().isPresent();
        if (visit.phase() == TicketPhase.WAITING) {
            return paused ? clock : clock.pause(visit.enteredAt());
        }
        return paused ? clock.resume(visit.enteredAt()) : clock;
    }

    private static boolean isBy(@Nullable Instant at, Instant moment) {
        return at != null && !at.isAfter(moment);
    }
}
