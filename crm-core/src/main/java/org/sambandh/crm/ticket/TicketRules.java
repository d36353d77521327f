package org.sambandh.crm.ticket;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sambandh.crm.common.Invalid;

/** The ranges of what a ticket holds. */
final class TicketRules {

    /** The most statuses of one history. */
    static final int MOST_VISITS = 1_000;

    private static final int MOST_TIMES = 1_000_000;

    private TicketRules() {}

    static <T> T needed(String path, @Nullable T value) {
        if (value == null) {
            throw new Invalid(path, "is missing");
        }
        return value;
    }

    static Instant micros(Instant at) {
        return at.truncatedTo(ChronoUnit.MICROS);
    }

    static Instant notBefore(Instant openedAt, Instant at) {
        if (micros(at).isBefore(openedAt)) {
            throw new Invalid("ticket.respondedAt", "not before " + openedAt + ", when it was opened; found " + at);
        }
        return micros(at);
    }

    static @Nullable LocalDate day(String path, @Nullable LocalDate day) {
        if (day != null && (day.getYear() < 1_900 || day.getYear() > 9_000)) {
            throw new Invalid(path, "between the years 1900 and 9000, found " + day.getYear());
        }
        return day;
    }

    static int count(String path, int value) {
        if (value < 0 || value > MOST_TIMES) {
            throw new Invalid(path, "0 to " + MOST_TIMES + ", found " + value);
        }
        return value;
    }

    /** Each status is left when the next one is entered; the last one is not left. */
    static List<StatusVisit> inOrder(Instant openedAt, List<StatusVisit> history) {
        if (history.isEmpty() || history.size() > MOST_VISITS) {
            throw new Invalid("ticket.history", "1 to " + MOST_VISITS + " statuses, found " + history.size());
        }
        Instant last = openedAt;
        for (int i = 0; i < history.size(); i++) {
            StatusVisit visit = history.get(i);
            if (visit.enteredAt().isBefore(last)) {
                throw new Invalid("ticket.history[" + i + "]", "not before " + last + ", found " + visit.enteredAt());
            }
            Instant next = i + 1 < history.size() ? history.get(i + 1).enteredAt() : null;
            if (next == null ? visit.leftAt() != null : !next.equals(visit.leftAt())) {
                throw new Invalid("ticket.history[" + i + "]", "left when the next status is entered, and not before");
            }
            last = visit.enteredAt();
        }
        return List.copyOf(history);
    }

    /** The first visit in a phase since the ticket was last open. */
    static Optional<Instant> sinceDone(List<StatusVisit> history, TicketPhase phase) {
        Instant found = null;
        for (int i = history.size() - 1; i >= 0 && history.get(i).phase().isDone(); i--) {
            if (history.get(i).phase() == phase) {
                found = history.get(i).enteredAt();
            }
        }
        boolean stands =
                phase == TicketPhase.SOLVED || history.get(history.size() - 1).phase() == phase;
        return stands ? Optional.ofNullable(found) : Optional.empty();
    }
}
