package org.sambandh.crm.ticket;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.sambandh.crm.common.TicketId;
import org.sambandh.crm.settings.PausableClock;
import org.sambandh.crm.settings.WeeklyWindow;
import org.sambandh.crm.settings.WorkingCalendar;

/** Whatever happens to a ticket, used up and left time add up to the target, and planning anew changes neither history. */
class ClocksPropertiesTest {

    private static final WorkingCalendar CALENDAR =
            WorkingCalendar.of(ZoneId.of("UTC"), WeeklyWindow.weekdays(LocalTime.of(9, 0), LocalTime.of(17, 0)));

    enum Verb {
        PAUSE,
        RESUME,
        PRIORITY_1,
        PRIORITY_4,
        RESPOND,
        SOLVE,
        REOPEN
    }

    record Step(Verb verb, int minutes) {}

    @Provide
    Arbitrary<List<Step>> stories() {
        return Combinators.combine(
                        Arbitraries.of(Verb.class), Arbitraries.integers().between(0, 3_000))
                .as(Step::new)
                .list()
                .ofMaxSize(12);
    }

    private static void tell(Bench bench, TicketId id, Verb verb) {
        Ticket ticket = bench.tickets.get(id);
        TicketPhase phase = ticket.status().phase();
        switch (verb) {
            case PAUSE -> {
                if (ticket.isOpen() && phase != TicketPhase.WAITING) {
                    bench.tickets.pause(id);
                }
            }
            case RESUME -> {
                if (phase == TicketPhase.WAITING) {
                    bench.tickets.resume(id);
                }
            }
            case PRIORITY_1, PRIORITY_4 -> {
                if (ticket.isOpen()) {
                    bench.tickets.prioritise(id, verb == Verb.PRIORITY_1 ? 1 : 4);
                }
            }
            case RESPOND -> {
                if (ticket.isOpen() && ticket.respondedAt().isEmpty()) {
                    bench.tickets.respond(id);
                }
            }
            case SOLVE -> {
                if (ticket.isOpen()) {
                    bench.tickets.solve(id, null);
                }
            }
            case REOPEN -> {
                if (!ticket.isOpen()) {
                    bench.tickets.reopen(id, "x");
                }
            }
        }
    }

    @Property(tries = 150)
    void usedUpAndLeftTimeAddUpToTheTargetAndTheStoredDueInstantIsTheDeadline(@ForAll("stories") List<Step> story) {
        Bench bench = new Bench();
        bench.promise(Bench.usual());
        TicketId id = bench.tickets.open(NewTicket.about("x")).id();
        for (Step step : story) {
            bench.pass(Duration.ofMinutes(step.minutes()));
            tell(bench, id, step.verb());

            Ticket ticket = bench.tickets.get(id);
            for (ServiceGoal goal : ServiceGoal.values()) {
                ServiceClock kept = ticket.serviceLevel().clock(goal).orElseThrow();
                PausableClock clock = kept.clock();
                // While it stands still the deadline moves with the clock: it is compared as of the beginning of the
                // hold.
                Instant paused = kept.pausedAt() == null ? bench.now() : kept.pausedAt();
                Instant now = kept.completedAt() == null ? paused : kept.completedAt();
                Duration used = clock.elapsed(CALENDAR, now);
                Instant due = clock.deadline(CALENDAR, now);
                if (used.compareTo(kept.target()) <= 0) {
                    assertThat(used.plus(CALENDAR.measure(now, due))).isEqualTo(kept.target());
                } else {
                    assertThat(due).isBefore(now);
                }
                boolean moves = kept.pausedAt() != null && !kept.pausedAt().isAfter(due);
                assertThat(kept.dueAt()).isEqualTo(moves ? null : due);
                assertThat(clock.elapsed(CALENDAR, bench.now())).isEqualTo(used);
                assertThat(kept.outcome() == null).isEqualTo(kept.isOpen());
            }
        }
    }

    @Property(tries = 150)
    void thereAndBackIsAsIfThePriorityHadNeverChanged(@ForAll("stories") List<Step> story) {
        Bench plain = new Bench();
        Bench moved = new Bench();
        Ticket first = null;
        Ticket second = null;
        for (Bench bench : List.of(plain, moved)) {
            bench.promise(Bench.usual());
            TicketId id = bench.tickets.open(NewTicket.about("x")).id();
            for (Step step : story) {
                bench.pass(Duration.ofMinutes(step.minutes()));
                if (step.verb() != Verb.PRIORITY_1 && step.verb() != Verb.PRIORITY_4) {
                    tell(bench, id, step.verb());
                }
                if (bench.equals(moved) && bench.tickets.get(id).isOpen()) {
                    bench.tickets.prioritise(id, 1);
                    bench.tickets.prioritise(id, 4);
                }
            }
            first = bench.equals(plain) ? bench.tickets.get(id) : first;
            second = bench.tickets.get(id);
        }
        assertThat(second.serviceLevel()).isEqualTo(first.serviceLevel());
        assertThat(second.history()).isEqualTo(first.history());
    }

    @Property(tries = 150)
    void aPastThatIsBroughtInHasTheClocksOfOneThatWasLived(@ForAll("stories") List<Step> story) {
        Bench bench = new Bench();
        bench.promise(Bench.usual());
        TicketId id = bench.tickets.open(NewTicket.about("x")).id();
        for (Step step : story) {
            bench.pass(Duration.ofMinutes(step.minutes()));
            if (step.verb() != Verb.PRIORITY_1 && step.verb() != Verb.PRIORITY_4) {
                tell(bench, id, step.verb());
            }
        }
        Ticket lived = bench.tickets.get(id);
        NewTicket past = NewTicket.about("x").openedAt(lived.openedAt()).reopens(lived.reopens());
        for (StatusVisit visit : lived.history()) {
            past = past.status(visit.status(), visit.enteredAt());
        }
        if (lived.respondedAt().isPresent()) {
            past = past.respondedAt(lived.respondedAt().orElseThrow());
        }
        bench.pass(Duration.ofDays(3));
        Ticket told = bench.tickets.open(past);

        assertThat(told.history()).isEqualTo(lived.history());
        assertThat(told.serviceLevel()).isEqualTo(lived.serviceLevel());
        assertThat(told.reopens()).isEqualTo(lived.reopens());
    }
}
