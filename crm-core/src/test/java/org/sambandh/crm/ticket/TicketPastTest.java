package org.sambandh.crm.ticket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.sambandh.crm.condition.Conditions.count;
import static org.sambandh.crm.condition.Conditions.where;
import static org.sambandh.crm.condition.Tests.atLeast;
import static org.sambandh.crm.condition.Tests.is;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.sambandh.crm.common.Actor;
import org.sambandh.crm.common.ExternalRef;
import org.sambandh.crm.common.Invalid;
import org.sambandh.crm.condition.Window;
import org.sambandh.crm.store.Upserted;

/** Incident 0000047 of the UCI incident log (CC BY 4.0), row by row as its events arrive, and what can be odd. */
class TicketPastTest {

    private static final ExternalRef REF = new ExternalRef("uci", "incident", "0000047");
    private static final Instant OPENED = Instant.parse("2016-02-29T04:40:00Z");
    private static final Instant RESOLVED = Instant.parse("2016-03-01T09:52:00Z");
    private static final Instant CLOSED = Instant.parse("2016-03-06T10:00:00Z");

    private final Bench bench = new Bench();
    private final Tickets tickets = bench.tickets;

    private static NewTicket incident() {
        return NewTicket.about("Incident 0000047")
                .number("INC0000047")
                .category("40", "215")
                .impact(2)
                .urgency(2)
                .openedAt(OPENED)
                .openedBy(Actor.user("397"))
                .status("new", OPENED)
                .status("open", Instant.parse("2016-02-29T05:30:00Z"))
                .reassignments(1);
    }

    private static NewTicket whole() {
        return incident()
                .status("solved", RESOLVED)
                .status("closed", CLOSED)
                .resolutionCode("5")
                .outcome(ServiceOutcome.MET);
    }

    @Test
    void everythingThatIsToldIsKeptAndToldOnWithOneEvent() {
        bench.promise(Bench.usual());
        Ticket ticket = tickets.upsert(REF, whole()).entity();

        assertThat(ticket.number()).isEqualTo("INC0000047");
        assertThat(ticket.openedAt()).isEqualTo(OPENED);
        assertThat(ticket.openedBy()).isEqualTo(Actor.user("397"));
        assertThat(ticket.classification().priority()).isEqualTo(3);
        assertThat(ticket.history().stream().map(StatusVisit::status))
                .containsExactly("new", "open", "solved", "closed");
        assertThat(ticket.solvedAt()).contains(RESOLVED);
        assertThat(ticket.closedAt()).contains(CLOSED);
        assertThat(ticket.reassignments()).isEqualTo(1);
        assertThat(ticket.serviceLevel().outcome()).contains(ServiceOutcome.MET);
        assertThat(bench.eventTypes()).containsExactly(TicketEvents.POLICY_SAVED, TicketEvents.RECORDED);
        assertThat(tickets.upsert(REF, whole())).isInstanceOf(Upserted.Unchanged.class);
        assertThat(bench.eventTypes()).hasSize(2);
    }

    @Test
    void eachFurtherRowOfTheLogIsOneUpdate() {
        tickets.upsert(REF, incident());
        Ticket solved = tickets.upsert(
                        REF, incident().status("solved", RESOLVED).reassignments(3))
                .entity();
        Ticket closed = tickets.upsert(REF, whole().reassignments(3).reopens(2)).entity();

        assertThat(solved.status().phase()).isEqualTo(TicketPhase.SOLVED);
        assertThat(closed.status().phase()).isEqualTo(TicketPhase.CLOSED);
        assertThat(closed.reassignments()).isEqualTo(3);
        assertThat(closed.reopens()).isEqualTo(2);
        assertThat(bench.eventTypes())
                .containsExactly(TicketEvents.RECORDED, TicketEvents.REVISED, TicketEvents.REVISED);
    }

    @Test
    void aRecordedOutcomeCountsWhateverTheClocksSay() {
        bench.promise(Bench.usual());
        Ticket ticket = tickets.upsert(REF, whole().priority(1).outcome(ServiceOutcome.MET))
                .entity();

        assertThat(ticket.serviceLevel().resolution().outcome()).isEqualTo(ServiceOutcome.BREACHED);
        assertThat(ticket.serviceLevel().outcome()).contains(ServiceOutcome.MET);
    }

    @Test
    void aTicketThatWentOnHereIsNotTurnedBackByAnOldDelivery() {
        Ticket ticket = tickets.upsert(REF, incident()).entity();
        tickets.solve(ticket.id(), null);

        assertThat(tickets.upsert(REF, incident())).isInstanceOf(Upserted.Unchanged.class);
        assertThat(tickets.get(ticket.id()).status().phase()).isEqualTo(TicketPhase.SOLVED);
    }

    @Test
    void aTicketClosedWithoutSolutionHasNoTimeOfSolution() {
        Ticket ticket = tickets.upsert(REF, incident().status("closed", CLOSED)).entity();

        assertThat(ticket.solvedAt()).isEmpty();
        assertThat(ticket.closedAt()).contains(CLOSED);
    }

    @Test
    void aPastOutOfOrderIsRefusedAndNothingIsWritten() {
        for (NewTicket odd : List.of(
                whole().status("open", RESOLVED),
                incident().openedAt(CLOSED),
                incident().respondedAt(OPENED.minusSeconds(1)),
                incident().status("unheard-of", CLOSED))) {
            assertThatThrownBy(() -> tickets.upsert(REF, odd)).isInstanceOf(Invalid.class);
        }
        assertThatThrownBy(() -> incident().reopens(-1)).isInstanceOf(Invalid.class);
        assertThat(bench.events()).isEmpty();
    }

    @Test
    void staysInStatusesAreFactsThatConditionsCount() {
        tickets.upsert(REF, whole());
        long found = bench.crm.inUnit(unit -> unit.get(TicketRepository.class)
                .count(
                        count(
                                TicketFields.VISITS,
                                where(TicketFields.VISIT_PHASE, is(TicketPhase.OPEN)),
                                Window.last(Duration.ofDays(5_000)),
                                atLeast(1)),
                        unit.moment()));

        assertThat(found).isEqualTo(1);
    }
}
