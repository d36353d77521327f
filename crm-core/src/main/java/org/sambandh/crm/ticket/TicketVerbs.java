package org.sambandh.crm.ticket;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sambandh.crm.common.RuleViolation;
import org.sambandh.crm.team.Ownership;

/** What can be done with a ticket. The clocks are told afterwards. */
final class TicketVerbs {

    private TicketVerbs() {}

    static Ticket moved(Ticket ticket, TicketStatus to, Instant at) {
        StatusVisit now = ticket.status();
        if (now.phase() == TicketPhase.CLOSED) {
            throw refusal("ticket-closed", ticket, "it was closed on " + now.enteredAt() + ". Reopen it first");
        }
        if (now.phase() == TicketPhase.SOLVED && !to.phase().isDone()) {
            throw refusal("ticket-solved", ticket, "it was solved on " + now.enteredAt() + ". Reopen it instead");
        }
        if (now.status().equals(to.code())) {
            String rule = now.phase() == TicketPhase.WAITING
                    ? "ticket-waiting"
                    : now.phase() == TicketPhase.SOLVED ? "ticket-solved" : "ticket-status";
            throw refusal(rule, ticket, "it is in that status since " + now.enteredAt());
        }
        return entered(ticket, to, at);
    }

    static Ticket paused(Ticket ticket, TicketStatus waiting, Instant at) {
        if (ticket.status().phase() == TicketPhase.WAITING) {
            throw refusal(
                    "ticket-waiting",
                    ticket,
                    "it waits since " + ticket.status().enteredAt());
        }
        return moved(ticket, waiting, at);
    }

    static Ticket resumed(Ticket ticket, TicketStatus open, Instant at) {
        if (ticket.status().phase() != TicketPhase.WAITING) {
            throw refusal("ticket-not-waiting", ticket, "it does not wait");
        }
        return moved(ticket, open, at);
    }

    static Ticket reopened(Ticket ticket, TicketStatus open, Instant at) {
        if (ticket.isOpen()) {
            throw refusal("ticket-open", ticket, "it is neither solved nor closed");
        }
        return entered(ticket, open, at).toBuilder()
                .reopens(ticket.reopens() + 1)
                .resolutionCode(null)
                .build();
    }

    static Ticket responded(Ticket ticket, Instant at, Instant now) {
        open(ticket);
        ticket.respondedAt().ifPresent(before -> {
            throw refusal("ticket-answered", ticket, "somebody answered on " + before);
        });
        if (at.isBefore(ticket.openedAt()) || at.isAfter(now)) {
            throw refusal(
                    "ticket-in-order",
                    ticket,
                    "an answer is given from " + ticket.openedAt() + ", when it was opened, until now");
        }
        return ticket.toBuilder().respondedAt(at).build();
    }

    static Ticket reassigned(Ticket ticket, @Nullable Ownership owner) {
        if (ticket.status().phase() == TicketPhase.CLOSED) {
            throw refusal(
                    "ticket-closed",
                    ticket,
                    "it was closed on " + ticket.status().enteredAt() + ". Reopen it first");
        }
        boolean handed =
                owner != null && ticket.owner().filter(o -> !o.equals(owner)).isPresent();
        return ticket.toBuilder()
                .owner(owner)
                .reassignments(ticket.reassignments() + (handed ? 1 : 0))
                .build();
    }

    static Ticket prioritised(Ticket ticket, Classification classification) {
        open(ticket);
        return ticket.toBuilder().classification(classification).build();
    }

    static Ticket open(Ticket ticket) {
        if (!ticket.isOpen()) {
            String rule = ticket.status().phase() == TicketPhase.CLOSED ? "ticket-closed" : "ticket-solved";
            throw refusal(rule, ticket, "it is done since " + ticket.status().enteredAt() + ". Reopen it first");
        }
        return ticket;
    }

    private static Ticket entered(Ticket ticket, TicketStatus to, Instant at) {
        StatusVisit now = ticket.status();
        Instant moment = TicketRules.micros(at);
        if (moment.isBefore(now.enteredAt())) {
            throw refusal(
                    "ticket-in-order",
                    ticket,
                    "it entered its status on " + now.enteredAt() + ", after " + moment + "; the clock stepped back");
        }
        List<StatusVisit> history = new ArrayList<>(ticket.history());
        history.set(history.size() - 1, now.left(moment));
        history.add(StatusVisit.begin(to, moment));
        return ticket.toBuilder().history(history).build();
    }

    private static RuleViolation refusal(String rule, Ticket ticket, String why) {
        return new RuleViolation(rule, ticket.ref(), "Cannot do that with ticket " + ticket.id() + ": " + why);
    }
}
