package org.sambandh.examples.contactcentre;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.sambandh.crm.CrmSession;
import org.sambandh.crm.condition.Conditions;
import org.sambandh.crm.store.Cursor;
import org.sambandh.crm.store.Page;
import org.sambandh.crm.store.Query;
import org.sambandh.crm.ticket.ServiceOutcome;
import org.sambandh.crm.ticket.Ticket;
import org.sambandh.crm.ticket.TicketRepository;

/** What the tickets of the store come to. */
record DeskFigures(
        int tickets, int inTime, int reopened, int reassigned, int neverSolved, Map<Integer, Priority> priorities) {

    /**
     * The tickets of a priority.
     *
     * @param toClose hours from opened to closed, ascending
     * @param toSolve hours from opened to solved, ascending; those that never were are not in it
     */
    record Priority(int tickets, int inTime, List<BigDecimal> toClose, List<BigDecimal> toSolve) {

        BigDecimal share() {
            return percent(inTime, tickets);
        }

        /** The hours within which half of them are closed. */
        BigDecimal medianToClose() {
            return median(toClose);
        }

        /** The hours within which half of those that were solved are. */
        BigDecimal medianToSolve() {
            return median(toSolve);
        }
    }

    DeskFigures {
        priorities = Collections.unmodifiableMap(new TreeMap<>(priorities));
    }

    /** Which share was solved in the time that was promised, in per cent to four decimals. */
    BigDecimal share() {
        return percent(inTime, tickets);
    }

    static DeskFigures of(CrmSession crm) {
        List<Ticket> tickets = crm.inUnit(unit -> {
            List<Ticket> all = new ArrayList<>();
            Query<Ticket> query =
                    Query.of(Conditions.<Ticket>always(), unit.moment()).limit(1_000);
            Page<Ticket> page = unit.get(TicketRepository.class).find(query);
            all.addAll(page.items());
            for (Optional<Cursor> next = page.next(); next.isPresent(); next = page.next()) {
                page = unit.get(TicketRepository.class).find(query.after(next.get()));
                all.addAll(page.items());
            }
            return all;
        });
        Map<Integer, List<Ticket>> byPriority = new TreeMap<>();
        for (Ticket ticket : tickets) {
            Integer priority = ticket.classification().priority();
            byPriority.computeIfAbsent(priority, p -> new ArrayList<>()).add(ticket);
        }
        Map<Integer, Priority> priorities = new TreeMap<>();
        byPriority.forEach((priority, some) -> priorities.put(priority, priority(some)));
        return new DeskFigures(
                tickets.size(),
                inTime(tickets),
                (int) tickets.stream().filter(ticket -> ticket.reopens() > 0).count(),
                (int) tickets.stream()
                        .filter(ticket -> ticket.reassignments() > 0)
                        .count(),
                (int) tickets.stream()
                        .filter(ticket -> ticket.solvedAt().isEmpty())
                        .count(),
                priorities);
    }

    private static Priority priority(List<Ticket> tickets) {
        List<BigDecimal> toClose = new ArrayList<>();
        List<BigDecimal> toSolve = new ArrayList<>();
        for (Ticket ticket : tickets) {
            ticket.closedAt().ifPresent(at -> toClose.add(hours(Duration.between(ticket.openedAt(), at))));
            ticket.solvedAt().ifPresent(at -> toSolve.add(hours(Duration.between(ticket.openedAt(), at))));
        }
        Collections.sort(toClose);
        Collections.sort(toSolve);
        return new Priority(tickets.size(), inTime(tickets), List.copyOf(toClose), List.copyOf(toSolve));
    }

    private static int inTime(List<Ticket> tickets) {
        return (int) tickets.stream()
                .filter(ticket -> outcome(ticket) == ServiceOutcome.MET)
                .count();
    }

    private static @Nullable ServiceOutcome outcome(Ticket ticket) {
        return ticket.serviceLevel().outcome().orElse(null);
    }

    private static BigDecimal hours(Duration time) {
        return BigDecimal.valueOf(time.toSeconds()).divide(BigDecimal.valueOf(3_600), MathContext.DECIMAL64);
    }

    private static BigDecimal percent(int part, int whole) {
        return BigDecimal.valueOf(100L * part).divide(BigDecimal.valueOf(whole), 4, RoundingMode.HALF_UP);
    }

    /** The middle one, or half way between the two in the middle; to three decimals. */
    private static BigDecimal median(List<BigDecimal> ascending) {
        BigDecimal low = ascending.get((ascending.size() - 1) / 2);
        BigDecimal high = ascending.get(ascending.size() / 2);
        return low.add(high).divide(BigDecimal.valueOf(2), 3, RoundingMode.HALF_UP);
    }
}
