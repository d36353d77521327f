package org.sambandh.crm.ticket;

import static org.sambandh.crm.condition.Conditions.any;
import static org.sambandh.crm.condition.Conditions.where;
import static org.sambandh.crm.condition.Tests.ageAtLeast;
import static org.sambandh.crm.condition.Tests.atMost;
import static org.sambandh.crm.condition.Tests.is;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.sambandh.crm.common.AssetId;
import org.sambandh.crm.common.CustomerId;
import org.sambandh.crm.common.ExternalRef;
import org.sambandh.crm.common.InteractionId;
import org.sambandh.crm.common.RuleViolation;
import org.sambandh.crm.common.Text;
import org.sambandh.crm.common.TicketId;
import org.sambandh.crm.condition.Condition;
import org.sambandh.crm.interaction.Direction;
import org.sambandh.crm.interaction.Interaction;
import org.sambandh.crm.interaction.Interactions;
import org.sambandh.crm.store.Cursor;
import org.sambandh.crm.store.Order;
import org.sambandh.crm.store.Page;
import org.sambandh.crm.store.Query;
import org.sambandh.crm.store.Unit;
import org.sambandh.crm.store.Units;
import org.sambandh.crm.store.Upserted;
import org.sambandh.crm.team.Ownership;

/**
 * Opens tickets, moves them, and keeps what was promised. Every method that takes an id throws
 * {@link org.sambandh.crm.common.NotFound} if there is no such ticket.
 */
public final class Tickets {

    /** In time is until the instant it is due; late is from the next instant on. */
    private static final Duration MICROSECOND = Duration.of(1, ChronoUnit.MICROS);

    private final Units units;

    /**
     * Makes the service.
     *
     * @param units where its units of work come from
     */
    public Tickets(Units units) {
        this.units = units;
    }

    /** {@return how the tenant works on tickets; the standard process where it declared none} */
    public TicketProcess process() {
        return units.run(Desk::process);
    }

    /**
     * Declares how the tenant works on tickets. Tickets keep the status and the priority they have.
     *
     * @param process the process; kept under {@link TicketProcess#DEFAULT}, whatever its id
     * @return the process as stored; nothing is written where it is declared already
     */
    public TicketProcess declareProcess(TicketProcess process) {
        return units.run(unit -> {
            TicketProcessRepository processes = unit.get(TicketProcessRepository.class);
            TicketProcess before = processes.findById(TicketProcess.DEFAULT).orElse(null);
            TicketProcess after = (before == null ? TicketProcess.standard() : before)
                    .toBuilder()
                            .statuses(process.statuses())
                            .priorities(process.priorities())
                            .numberPrefix(process.numberPrefix())
                            .externalRefs(process.externalRefs())
                            .build();
            if (before != null && before.sameAs(after)) {
                return before;
            }
            TicketProcess stored = processes.save(List.of(after)).get(0);
            unit.record(TicketEvents.PROCESS_DECLARED, TicketProcess.class, before, stored, List.of(), Map.of());
            return stored;
        });
    }

    /**
     * Opens a ticket: gives it a number, works out its priority, finds the rule of the policy and starts the clocks.
     *
     * @param ticket what is asked
     * @return the ticket
     * @throws org.sambandh.crm.common.NotFound if a party, asset or policy it names does not exist
     * @throws org.sambandh.crm.common.Invalid if a status it was in is none of the tenant's, its past is out of order, or it
     *     has a property that the tenant did not declare
     * @throws RuleViolation {@code calendar-opens} if the calendar of a target never gives so much working time
     * @throws org.sambandh.crm.common.DuplicateKey if its number or a name in another system is taken
     */
    public Ticket open(NewTicket ticket) {
        return Numbers.retrying(units, unit -> new Desk(unit).open(ticket));
    }

    /**
     * Opens a ticket, or brings the one known under the reference to what is told now. What is left out stays as it is; a
     * status, time or count that is told replaces what is known, closed tickets included, unless the history known here
     * begins with the one that is told. One event each.
     *
     * @param ref how another system names it
     * @param ticket what is told
     * @return the ticket: created, updated, or unchanged with nothing written or told
     * @throws org.sambandh.crm.common.NotFound as {@link #open}
     * @throws org.sambandh.crm.common.Invalid as {@link #open}
     */
    public Upserted<Ticket> upsert(ExternalRef ref, NewTicket ticket) {
        return Numbers.retrying(units, unit -> {
            Desk desk = new Desk(unit);
            Optional<Ticket> known = desk.known(ref);
            if (known.isEmpty()) {
                return new Upserted.Created<>(desk.open(ticket.externalRef(ref)));
            }
            Ticket now = desk.revise(known.get(), ticket);
            boolean same = now.revision().equals(known.get().revision());
            return same ? new Upserted.Unchanged<>(now) : new Upserted.Updated<>(now);
        });
    }

    /**
     * Returns one ticket.
     *
     * @param id its id
     * @return the ticket
     */
    public Ticket get(TicketId id) {
        return units.run(unit -> new Desk(unit).load(id));
    }

    /**
     * Returns the ticket of a number.
     *
     * @param number the number people name
     * @return the ticket, or nothing
     */
    public Optional<Ticket> byNumber(String number) {
        return units.run(unit -> new Desk(unit).numbered(number));
    }

    /**
     * Puts a ticket, also a closed one, into another category. It keeps what it was promised.
     *
     * @param id the ticket
     * @param category the tenant's code, or null for none
     * @param subcategory the code within it, or null
     * @return the ticket
     */
    public Ticket classify(TicketId id, @Nullable String category, @Nullable String subcategory) {
        return run(
                id,
                TicketEvents.CLASSIFIED,
                (unit, ticket) -> ticket.toBuilder()
                        .classification(ticket.classification().in(category, subcategory))
                        .build());
    }

    /**
     * Sets impact and urgency, and the priority that follows from them; then plans the ticket anew. The time that is used
     * up counts against the new targets.
     *
     * @param id the ticket
     * @param impact 1, the most, to 9; null if unknown
     * @param urgency 1, the soonest, to 9; null if unknown
     * @return the ticket
     * @throws RuleViolation {@code ticket-closed} or {@code ticket-solved} if it is done
     */
    public Ticket assess(TicketId id, @Nullable Integer impact, @Nullable Integer urgency) {
        return run(
                id,
                TicketEvents.PRIORITISED,
                (unit, ticket) -> new Promises(unit)
                        .made(TicketVerbs.prioritised(
                                ticket,
                                ticket.classification()
                                        .assessed(
                                                impact,
                                                urgency,
                                                Desk.process(unit).priorities()))));
    }

    /**
     * Sets the priority by hand; then plans the ticket anew. The time that is used up counts against the new targets.
     *
     * @param id the ticket
     * @param priority 1, the highest, to 9
     * @return the ticket
     * @throws RuleViolation {@code ticket-closed} or {@code ticket-solved} if it is done
     */
    public Ticket prioritise(TicketId id, int priority) {
        return run(
                id,
                TicketEvents.PRIORITISED,
                (unit, ticket) -> new Promises(unit)
                        .made(TicketVerbs.prioritised(
                                ticket, ticket.classification().prioritised(priority))));
    }

    /**
     * Finds the rule of the policy anew, by what ticket and policy say now. The time that is used up counts.
     *
     * @param id the ticket
     * @return the ticket
     * @throws RuleViolation {@code ticket-closed} or {@code ticket-solved} if it is done
     */
    public Ticket replan(TicketId id) {
        return run(id, TicketEvents.REPLANNED, (unit, ticket) -> new Promises(unit).made(TicketVerbs.open(ticket)));
    }

    /**
     * Gives a ticket to somebody. From one owner to another it counts as a reassignment; the first owner does not.
     *
     * @param id the ticket
     * @param owner who is to solve it, or null for nobody yet
     * @return the ticket
     * @throws RuleViolation {@code ticket-closed} if it is closed
     */
    public Ticket assign(TicketId id, @Nullable Ownership owner) {
        return run(id, TicketEvents.REASSIGNED, (unit, ticket) -> TicketVerbs.reassigned(ticket, owner));
    }

    /**
     * Moves a ticket to a status of the tenant's list. What it means decides what the clocks do.
     *
     * @param id the ticket
     * @param status the code
     * @return the ticket
     * @throws org.sambandh.crm.common.Invalid if the tenant has no such status
     * @throws RuleViolation {@code ticket-closed} if it is closed; {@code ticket-solved} if it is solved and the status is
     *     that of an open one; {@code ticket-waiting} or {@code ticket-status} if it is in that status already
     */
    public Ticket moveTo(TicketId id, String status) {
        return move(
                id,
                (unit, ticket) -> TicketVerbs.moved(ticket, Desk.process(unit).status(status), unit.now()));
    }

    /**
     * Lets a ticket wait for somebody else, in the usual status for it: the clocks stand still.
     *
     * @param id the ticket
     * @return the ticket
     * @throws RuleViolation {@code ticket-waiting} if it waits already; {@code ticket-closed} or {@code ticket-solved} if it
     *     is done
     */
    public Ticket pause(TicketId id) {
        return move(
                id,
                (unit, ticket) ->
                        TicketVerbs.paused(ticket, Desk.process(unit).usual(TicketPhase.WAITING), unit.now()));
    }

    /**
     * Goes on with a ticket that waited, in the usual status of an open one: the clocks run on.
     *
     * @param id the ticket
     * @return the ticket
     * @throws RuleViolation {@code ticket-not-waiting} if it does not wait
     */
    public Ticket resume(TicketId id) {
        return move(
                id,
                (unit, ticket) -> TicketVerbs.resumed(ticket, Desk.process(unit).usual(TicketPhase.OPEN), unit.now()));
    }

    /**
     * Solves a ticket. A solution is an answer too: where nobody answered before, the answer is judged by it.
     *
     * @param id the ticket
     * @param resolutionCode the tenant's code for how, or null
     * @return the ticket
     * @throws RuleViolation {@code ticket-solved} or {@code ticket-closed} if it is done already
     */
    public Ticket solve(TicketId id, @Nullable String resolutionCode) {
        return move(
                id,
                (unit, ticket) ->
                        TicketVerbs.moved(
                                        TicketVerbs.open(ticket),
                                        Desk.process(unit).usual(TicketPhase.SOLVED),
                                        unit.now())
                                .toBuilder()
                                .resolutionCode(resolutionCode)
                                .build());
    }

    /**
     * Closes a ticket. One that was not solved before is judged by its closing.
     *
     * @param id the ticket
     * @return the ticket
     * @throws RuleViolation {@code ticket-closed} if it is closed already
     */
    public Ticket close(TicketId id) {
        return move(
                id,
                (unit, ticket) -> TicketVerbs.moved(ticket, Desk.process(unit).usual(TicketPhase.CLOSED), unit.now()));
    }

    /**
     * Opens a ticket again that was solved or closed. The clock of the solution runs on; the time since does not count. An
     * answer that was given stays given.
     *
     * @param id the ticket
     * @param reason why, at most 500 characters and without personal data: it stands in the event
     * @return the ticket
     * @throws RuleViolation {@code ticket-open} if it is neither
     */
    public Ticket reopen(TicketId id, String reason) {
        Map<String, String> data = Map.of("reason", Text.required("ticket.reason", reason, 500));
        return change(
                id,
                TicketEvents.REOPENED,
                data,
                (unit, ticket) -> new Promises(unit)
                        .kept(TicketVerbs.reopened(ticket, Desk.process(unit).usual(TicketPhase.OPEN), unit.now())));
    }

    /**
     * Records that somebody answers for the first time, now.
     *
     * @param id the ticket
     * @return the ticket
     * @throws RuleViolation {@code ticket-answered} if somebody did; {@code ticket-closed} or {@code ticket-solved} if it is
     *     done
     */
    public Ticket respond(TicketId id) {
        return run(
                id,
                TicketEvents.RESPONDED,
                (unit, ticket) -> new Promises(unit).kept(TicketVerbs.responded(ticket, unit.now(), unit.now())));
    }

    /**
     * Records when somebody answered for the first time.
     *
     * @param id the ticket
     * @param at when
     * @return the ticket
     * @throws RuleViolation as {@link #respond(TicketId)}; {@code ticket-in-order} if it lies before the ticket was opened or
     *     after now
     */
    public Ticket respond(TicketId id, Instant at) {
        return run(
                id,
                TicketEvents.RESPONDED,
                (unit, ticket) -> new Promises(unit).kept(TicketVerbs.responded(ticket, at, unit.now())));
    }

    /**
     * Records an interaction as the first answer, at the time it happened.
     *
     * @param id the ticket
     * @param interaction one from us, regarding the ticket
     * @return the ticket
     * @throws org.sambandh.crm.common.NotFound if there is no such ticket or interaction
     * @throws RuleViolation as {@link #respond(TicketId, Instant)}; {@code answer-is-outbound} if the interaction does not
     *     come from us, is not regarding the ticket or was retracted
     */
    public Ticket respond(TicketId id, InteractionId interaction) {
        return run(id, TicketEvents.RESPONDED, (unit, ticket) -> {
            Interaction answer = new Interactions(Units.joining(unit)).get(interaction);
            if (answer.direction() != Direction.OUTBOUND
                    || !answer.isValid()
                    || !answer.regarding().contains(ticket.ref())) {
                throw new RuleViolation(
                        "answer-is-outbound",
                        ticket.ref(),
                        "Interaction " + interaction
                                + " is no answer: it must come from us, be regarding the ticket and" + " be valid");
            }
            Instant at = answer.occurredAt().orElse(answer.recordedAt());
            return new Promises(unit).kept(TicketVerbs.responded(ticket, at, unit.now()));
        });
    }

    /**
     * Returns the tickets with a promise that is due and not fulfilled, the first due first; those that are late are among
     * them. One that waits in time is not: its deadline moves.
     *
     * @param moment until when
     * @param limit the most tickets of the page, 1 to 1,000
     * @return the first page
     */
    public Page<Ticket> dueBefore(Instant moment, int limit) {
        return dueBefore(moment, limit, null);
    }

    /**
     * Returns a page of {@link #dueBefore(Instant, int)}.
     *
     * @param moment until when
     * @param limit the most tickets of the page, 1 to 1,000
     * @param after where the page before ended, or null for the first
     * @return the page
     * @throws org.sambandh.crm.common.Invalid if the cursor came from another query
     */
    public Page<Ticket> dueBefore(Instant moment, int limit, @Nullable Cursor after) {
        return units.run(unit -> {
            Query<Ticket> query = Query.of(where(TicketFields.NEXT_DUE_AT, atMost(moment)), unit.moment())
                    .orderBy(Order.by(TicketFields.NEXT_DUE_AT))
                    .limit(Desk.limit(limit));
            return unit.get(TicketRepository.class).find(after == null ? query : query.after(after));
        });
    }

    /**
     * Returns the condition of having broken a promise: one is late now, or was fulfilled too late.
     *
     * @return the condition; a segment, report or rule can be made of it
     */
    public static Condition<Ticket> breached() {
        return any(
                where(TicketFields.NEXT_DUE_AT, ageAtLeast(MICROSECOND)),
                where(TicketFields.RESPONSE_OUTCOME, is(ServiceOutcome.BREACHED)),
                where(TicketFields.RESOLUTION_OUTCOME, is(ServiceOutcome.BREACHED)));
    }

    /**
     * Takes the steps of escalation that are due, and tells them: one event each. A step is taken once in the life of a
     * ticket, so a second call for the same moment returns nothing.
     *
     * @param upTo until when; usually now
     * @return the steps of at most 1,000 tickets, the first due first within each; call again until there are none
     */
    public List<TakenStep> escalations(Instant upTo) {
        return units.run(unit -> {
            List<Ticket> due = unit.get(TicketRepository.class)
                    .find(Query.of(where(TicketFields.NEXT_ESCALATION_AT, atMost(upTo)), unit.moment())
                            .orderBy(Order.by(TicketFields.NEXT_ESCALATION_AT))
                            .limit(Desk.limit(1_000)))
                    .items();
            List<TakenStep> taken = new ArrayList<>();
            due.forEach(ticket -> taken.addAll(Escalations.take(unit, ticket, upTo)));
            return List.copyOf(taken);
        });
    }

    /**
     * Returns the open tickets of a party, its own and those it asks on behalf of others, the next due first.
     *
     * @param customer the party, also under an id that was merged
     * @param limit the most tickets of the page, 1 to 1,000
     * @return the first page; those without a due time stand last
     */
    public Page<Ticket> open(CustomerId customer, int limit) {
        return units.run(unit -> Desk.openOnes(
                unit,
                where(TicketFields.PARTIES, is(unit.repositories().redirects().resolve(customer))),
                limit));
    }

    /**
     * Returns the open tickets about an asset, the next due first.
     *
     * @param asset the asset
     * @param limit the most tickets of the page, 1 to 1,000
     * @return the first page; those without a due time stand last
     */
    public Page<Ticket> open(AssetId asset, int limit) {
        return units.run(unit -> Desk.openOnes(unit, where(TicketFields.ASSET, is(asset)), limit));
    }

    private Ticket move(TicketId id, BiFunction<Unit, Ticket, Ticket> verb) {
        return units.run(unit -> {
            Desk desk = new Desk(unit);
            Ticket before = desk.load(id);
            Ticket after = new Promises(unit).kept(verb.apply(unit, before));
            TicketPhase phase = after.status().phase();
            String event = phase == TicketPhase.SOLVED
                    ? TicketEvents.SOLVED
                    : phase == TicketPhase.CLOSED ? TicketEvents.CLOSED : TicketEvents.STATUS_CHANGED;
            return desk.save(event, before, after, Map.of());
        });
    }

    private Ticket run(TicketId id, String event, BiFunction<Unit, Ticket, Ticket> verb) {
        return change(id, event, Map.of(), verb);
    }

    private Ticket change(TicketId id, String event, Map<String, String> data, BiFunction<Unit, Ticket, Ticket> verb) {
        return units.run(unit -> {
            Desk desk = new Desk(unit);
            Ticket before = desk.load(id);
            return desk.save(event, before, verb.apply(unit, before), data);
        });
    }
}
