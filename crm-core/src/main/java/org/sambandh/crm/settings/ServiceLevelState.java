package org.sambandh.crm.settings;

import java.time.Instant;

/**
 * How an agreement on response and resolution times stands: what is due next, or how it ended. Follows from two clocks;
 * nothing is stored.
 */
public enum ServiceLevelState {
    /** Nobody has answered yet; both clocks are in time. */
    FIRST_RESPONSE_DUE,
    /** A clock that still counts is on hold, and nothing was missed. */
    PAUSED,
    /** Answered in time, the resolution is due. */
    RESOLUTION_DUE,
    /** Resolved, both targets kept. */
    FULFILLED,
    /** A target was missed, or its deadline has passed. Final, unless the clock that missed it is reopened. */
    FAILED;

    /**
     * Returns how the agreement stood at a moment, compared with deadlines moved by the holds until then. A resolution
     * answers too: where nobody answered before, the response is judged by it.
     *
     * @param response the clock of the first response
     * @param resolution the clock of the resolution
     * @param calendar what counts as working time
     * @param at the moment; what happened later is not seen
     * @return the state
     * @throws org.sambandh.crm.common.Invalid as {@link WorkingCalendar#add}
     * @throws org.sambandh.crm.common.RuleViolation as {@link WorkingCalendar#add}
     */
    public static ServiceLevelState of(
            PausableClock response, PausableClock resolution, WorkingCalendar calendar, Instant at) {
        ClockState resolved = resolution.state(calendar, at);
        boolean isResolved = resolved == ClockState.MET || resolved == ClockState.MISSED;
        Instant answered = resolution.completedAt().filter(end -> isResolved).orElse(at);
        ClockState responded = response.state(calendar, answered);
        if (isMissed(resolved) || isMissed(responded)) {
            return FAILED;
        }
        if (isResolved) {
            return FULFILLED;
        }
        if (resolved == ClockState.PAUSED || responded == ClockState.PAUSED) {
            return PAUSED;
        }
        return responded == ClockState.MET ? RESOLUTION_DUE : FIRST_RESPONSE_DUE;
    }

    private static boolean isMissed(ClockState state) {
        return state == ClockState.OVERDUE || state == ClockState.MISSED;
    }
}
