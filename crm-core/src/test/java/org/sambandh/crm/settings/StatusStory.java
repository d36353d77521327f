package org.sambandh.crm.settings;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * Plays the events of a ticket as the fact tables word them: an hour for the answer, four for the resolution, round the
 * clock, five minutes between events, and past the deadline where the event says so.
 */
final class StatusStory {

    private static final Duration STEP = Duration.ofMinutes(5);

    private final WorkingCalendar calendar = WorkingCalendar.always(ZoneOffset.UTC);
    private Instant now = Instant.parse("2026-03-02T09:00:00Z");
    private PausableClock response = PausableClock.start(now, Duration.ofHours(1));
    private PausableClock resolution = PausableClock.start(now, Duration.ofHours(4));

    void tell(String event) {
        for (String clause : event.toLowerCase(Locale.ROOT).split(",")) {
            happen(clause.strip());
        }
    }

    ServiceLevelState state() {
        return ServiceLevelState.of(response, resolution, calendar, now);
    }

    private void happen(String clause) {
        if (clause.startsWith("created")) {
            return;
        }
        boolean late = says(clause, "late", "after", "overdue", "passes", "passed", "missed", "too");
        if (says(clause, "resol", "closed")) {
            now = late ? resolution.deadline(calendar, now).plus(STEP) : now.plus(STEP);
            resolution = resolution.complete(now);
            if (response.completedAt().isEmpty()) {
                response = response.complete(now);
            }
        } else if (says(clause, "status", "paused", "on hold")) {
            status(clause);
        } else if (says(clause, "customer", "reopen", "resume")) {
            goOn();
        } else if (says(clause, "repl", "respon", "answer")) {
            now = late ? response.deadline(calendar, now).plus(STEP) : now.plus(STEP);
            if (response.completedAt().isEmpty()) {
                response = response.complete(now);
            }
        } else if (late) {
            now = resolution.deadline(calendar, now).plus(STEP);
        } else {
            throw new AssertionError("unknown event: " + clause);
        }
    }

    private void status(String clause) {
        if (says(clause, "paused", "hold", "replied", "waiting")) {
            now = now.plus(STEP);
            response = paused(response);
            resolution = paused(resolution);
        } else if (says(clause, "open", "running")) {
            goOn();
        } else {
            throw new AssertionError("unknown status: " + clause);
        }
    }

    private void goOn() {
        now = now.plus(STEP);
        resolution = resolution.completedAt().isPresent() ? resolution.reopen(now) : resumed(resolution);
        response = resumed(response);
    }

    private PausableClock paused(PausableClock clock) {
        return clock.completedAt().isPresent() || clock.pausedAt().isPresent() ? clock : clock.pause(now);
    }

    private PausableClock resumed(PausableClock clock) {
        return clock.pausedAt().isPresent() ? clock.resume(now) : clock;
    }

    private static boolean says(String clause, String... words) {
        return Stream.of(words).anyMatch(clause::contains);
    }
}
