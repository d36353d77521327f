package org.sambandh.crm.ticket;

import static org.sambandh.crm.condition.Conditions.all;
import static org.sambandh.crm.condition.Conditions.where;
import static org.sambandh.crm.condition.Tests.is;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.sambandh.crm.common.AssetId;
import org.sambandh.crm.common.CustomerId;
import org.sambandh.crm.common.EntityRef;
import org.sambandh.crm.common.ExternalRef;
import org.sambandh.crm.common.Invalid;
import org.sambandh.crm.common.NotFound;
import org.sambandh.crm.common.TicketId;
import org.sambandh.crm.condition.Condition;
import org.sambandh.crm.field.Attributes;
import org.sambandh.crm.store.Order;
import org.sambandh.crm.store.Page;
import org.sambandh.crm.store.Query;
import org.sambandh.crm.store.Unit;

/** Loads, checks and keeps tickets within one unit of work. */
final class Desk {

    private static final int MAX_LIMIT = 1_000;

    private final Unit unit;
    private final TicketRepository tickets;

    Desk(Unit unit) {
        this.unit = unit;
        this.tickets = unit.get(TicketRepository.class);
    }

    static int limit(int limit) {
        if (limit < 1 || limit > MAX_LIMIT) {
            throw new Invalid("ticket.limit", "1 to " + MAX_LIMIT + ", found " + limit);
        }
        return limit;
    }

    static TicketProcess process(Unit unit) {
        return unit.get(TicketProcessRepository.class)
                .findById(TicketProcess.DEFAULT)
                .orElseGet(TicketProcess::standard);
    }

    Ticket load(TicketId id) {
        return tickets.findById(id).orElseThrow(() -> new NotFound(new EntityRef("ticket", id.value())));
    }

    Optional<Ticket> known(ExternalRef ref) {
        return tickets.find(Query.of(where(TicketFields.EXTERNAL_REFS, is(ref.key())), unit.moment())).items().stream()
                .findFirst();
    }

    Optional<Ticket> numbered(String number) {
        return tickets.find(Query.of(where(TicketFields.NUMBER, is(number)), unit.moment())).items().stream()
                .findFirst();
    }

    static Page<Ticket> openOnes(Unit unit, Condition<Ticket> which, int limit) {
        return unit.get(TicketRepository.class)
                .find(Query.of(all(which, where(TicketFields.OPEN, is(true))), unit.moment())
                        .orderBy(Order.by(TicketFields.NEXT_DUE_AT))
                        .limit(Desk.limit(limit)));
    }

    Ticket open(NewTicket wanted) {
        TicketProcess process = process(unit);
        Ticket draft = wanted.draft();
        NewTicket.Past past = wanted.past();
        Promises.policy(unit, draft.serviceLevel().policy());
        String number = past.number();
        if (number == null) {
            number = Numbers.next(unit, process.numberPrefix());
        } else {
            Numbers.taken(unit, process.numberPrefix(), number);
        }
        Instant openedAt = past.openedAt() == null ? unit.now() : past.openedAt();
        Ticket.Builder opened = Ticket.builder(unit.newId(TicketId.class, TicketId::new))
                .number(number)
                .subjectLine(draft.subjectLine())
                .openedAt(openedAt)
                .openedBy(past.openedBy() == null ? unit.actor() : past.openedBy())
                .history(history(process, openedAt, past.steps()))
                .serviceLevel(draft.serviceLevel())
                .externalRefs(draft.externalRefs());
        Ticket ticket = new Promises(unit).made(content(opened.build(), wanted, process));
        String event = past.steps().isEmpty() ? TicketEvents.OPENED : TicketEvents.RECORDED;
        return store(event, null, ticket, Map.of());
    }

    /** What the input leaves out stays as it is. */
    Ticket revise(Ticket known, NewTicket wanted) {
        TicketProcess process = process(unit);
        NewTicket.Past past = wanted.past();
        Ticket.Builder builder = known.toBuilder().subjectLine(wanted.draft().subjectLine());
        if (past.number() != null) {
            builder.number(past.number());
        }
        if (past.openedAt() != null) {
            builder.openedAt(past.openedAt());
        }
        if (past.openedBy() != null) {
            builder.openedBy(past.openedBy());
        }
        if (!past.steps().isEmpty()) {
            List<StatusVisit> told = history(process, builder.build().openedAt(), past.steps());
            builder.history(goesOn(known.history(), told) ? known.history() : told);
        }
        Ticket revised = content(builder.build(), wanted, process);
        Ticket promised = clocksDiffer(known, revised) ? new Promises(unit).madeAnew(revised) : revised;
        return save(TicketEvents.REVISED, known, promised, Map.of());
    }

    private static boolean clocksDiffer(Ticket known, Ticket revised) {
        return !known.history().equals(revised.history())
                || !known.openedAt().equals(revised.openedAt())
                || !known.respondedAt().equals(revised.respondedAt())
                || known.classification().priority() != revised.classification().priority()
                || !known.serviceLevel().policy().equals(revised.serviceLevel().policy());
    }

    /** Whether what is known begins with what is told: then it went on here. */
    private static boolean goesOn(List<StatusVisit> known, List<StatusVisit> told) {
        if (known.size() < told.size()) {
            return false;
        }
        for (int i = 0; i < told.size(); i++) {
            if (!known.get(i).status().equals(told.get(i).status())
                    || !known.get(i).enteredAt().equals(told.get(i).enteredAt())) {
                return false;
            }
        }
        return true;
    }

    private Ticket content(Ticket ticket, NewTicket wanted, TicketProcess process) {
        Ticket draft = wanted.draft();
        NewTicket.Past past = wanted.past();
        Map<String, Object> attributes = new TreeMap<>(ticket.attributes().values());
        attributes.putAll(draft.attributes().values());
        ServiceLevel level = ticket.serviceLevel();
        ServiceOutcome told = draft.serviceLevel().recorded();
        return ticket.toBuilder()
                .description(draft.description().or(ticket::description).orElse(null))
                .classification(classification(ticket, draft, process))
                .concern(concern(ticket, draft))
                .owner(draft.owner().or(ticket::owner).orElse(null))
                .respondedAt(draft.respondedAt().or(ticket::respondedAt).orElse(null))
                .reassignments(past.reassignments() == null ? ticket.reassignments() : past.reassignments())
                .reopens(past.reopens() == null ? ticket.reopens() : past.reopens())
                .resolutionCode(
                        draft.resolutionCode().or(ticket::resolutionCode).orElse(null))
                .serviceLevel(told == null ? level : level.withRecorded(told))
                .attributes(Attributes.of(attributes))
                .build();
    }

    private Concern concern(Ticket ticket, Ticket draft) {
        Optional<Asset> asset = draft.asset().map(this::asset);
        return new Concern(
                draft.customer()
                        .map(this::party)
                        .or(ticket::customer)
                        .or(() -> asset.flatMap(Asset::customer))
                        .orElse(null),
                draft.contact().map(this::party).or(ticket::contact).orElse(null),
                draft.product()
                        .or(ticket::product)
                        .or(() -> asset.flatMap(Asset::product))
                        .orElse(null),
                draft.asset().or(ticket::asset).orElse(null));
    }

    private static Classification classification(Ticket ticket, Ticket draft, TicketProcess process) {
        Classification told = draft.classification();
        Classification now = ticket.classification();
        if (told.category() != null) {
            now = now.in(told.category(), told.subcategory());
        }
        if (told.priorityByHand()) {
            return new Classification(
                    now.category(),
                    now.subcategory(),
                    told.impact() == null ? now.impact() : told.impact(),
                    told.urgency() == null ? now.urgency() : told.urgency(),
                    told.priority(),
                    true);
        }
        boolean isNew = ticket.revision().isNew();
        Integer impact = told.impact() == null ? now.impact() : told.impact();
        Integer urgency = told.urgency() == null ? now.urgency() : told.urgency();
        boolean same = Objects.equals(impact, now.impact()) && Objects.equals(urgency, now.urgency());
        return same && !isNew ? now : now.assessed(impact, urgency, process.priorities());
    }

    private static List<StatusVisit> history(TicketProcess process, Instant openedAt, List<NewTicket.Step> steps) {
        List<StatusVisit> history = new ArrayList<>();
        if (steps.isEmpty()) {
            history.add(StatusVisit.begin(process.usual(TicketPhase.NEW), openedAt));
        }
        for (NewTicket.Step step : steps) {
            StatusVisit visit = StatusVisit.begin(process.status(step.status()), step.at());
            if (!history.isEmpty()) {
                int last = history.size() - 1;
                history.set(last, history.get(last).left(visit.enteredAt()));
            }
            history.add(visit);
        }
        return history;
    }

    private CustomerId party(CustomerId id) {
        return new CustomerId(unit.existing(EntityRef.of(id)).id());
    }

    private Asset asset(AssetId id) {
        return unit.get(AssetRepository.class)
                .findById(id)
                .orElseThrow(() -> new NotFound(new EntityRef("asset", id.value())));
    }

    Ticket save(String event, Ticket before, Ticket after, Map<String, String> data) {
        return after.sameAs(before) ? before : store(event, before, after, data);
    }

    /** Writes without an event: what changed is no news. */
    Ticket keep(Ticket before, Ticket after) {
        return after.sameAs(before) ? before : tickets.save(List.of(after)).get(0);
    }

    void escalated(Ticket ticket, Map<String, String> data) {
        unit.record(TicketEvents.ESCALATED, ticket.ref(), concerning(ticket), List.of(), data);
    }

    static List<EntityRef> concerning(Ticket ticket) {
        List<EntityRef> concerning = new ArrayList<>();
        TicketFields.parties(ticket).forEach(party -> concerning.add(EntityRef.of(party)));
        ticket.asset().ifPresent(id -> concerning.add(new EntityRef("asset", id.value())));
        return concerning;
    }

    private Ticket store(String event, @Nullable Ticket before, Ticket after, Map<String, String> data) {
        unit.catalog().checkAttributes(after);
        Ticket stored = tickets.save(List.of(after)).get(0);
        unit.record(event, Ticket.class, before, stored, concerning(stored), data);
        return stored;
    }
}
