package org.sambandh.crm.callcentre;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sambandh.crm.common.CallAttemptId;
import org.sambandh.crm.common.EntityRef;
import org.sambandh.crm.common.Invalid;
import org.sambandh.crm.common.RuleViolation;
import org.sambandh.crm.common.UserId;
import org.sambandh.crm.customer.ContactPoint;
import org.sambandh.crm.customer.Customer;
import org.sambandh.crm.customer.Customers;
import org.sambandh.crm.interaction.Direction;
import org.sambandh.crm.interaction.Disposition;
import org.sambandh.crm.interaction.Interaction;
import org.sambandh.crm.interaction.Interactions;
import org.sambandh.crm.interaction.NewInteraction;
import org.sambandh.crm.store.Unit;
import org.sambandh.crm.store.Units;

/** Takes in how an attempt ended. */
final class Calling {

    private static final Duration FARTHEST_PROMISE = Duration.ofDays(366);

    private final Unit unit;
    private final CallRecords records;
    private final Reach reach;

    Calling(Unit unit) {
        this.unit = unit;
        this.records = new CallRecords(unit);
        this.reach = new Reach(unit);
    }

    CallAttempt record(CallReport report) {
        Optional<CallAttempt> known = Optional.ofNullable(report.externalRef()).flatMap(records::attempt);
        if (known.isPresent()) {
            return known.get();
        }
        CallEntry entry = mine(records.entry(report.entry()), report.agent());
        CallList list = records.list(entry.list());
        CallDisposition disposition = list.disposition(report.disposition());
        Instant said = report.at();
        Instant at = records.past("call.at", said == null ? began(entry, handleTime(report)) : said);
        Customer party = records.party(entry.party());
        reach.check(list, entry, party, at);
        if (party == null) {
            throw new IllegalStateException("the check lets nobody through");
        }
        Instant promise = promise(list, entry, party, disposition, report.callBackAt(), at);
        if (report.converted() && !disposition.outcome().isContact()) {
            throw new Invalid("call.converted", "only where the party was spoken to, found " + disposition.outcome());
        }
        CallAttempt draft = draft(entry, report, disposition, at);
        Interaction logged = log(list, party, report, disposition, at);
        CallAttempt attempt = unit.get(CallAttemptRepository.class)
                .save(List.of(draft.toBuilder().interaction(logged.id()).build()))
                .get(0);
        CallEntry tried = unit.get(CallEntryRepository.class)
                .save(List.of(entry.tried(disposition.outcome(), at, promise, report.converted(), list.rules())))
                .get(0);
        unit.record(
                CallEvents.ATTEMPTED,
                CallEntry.class,
                entry,
                tried,
                List.of(EntityRef.of(party.id()), list.ref()),
                Map.of(
                        "disposition", disposition.code(),
                        "outcome", disposition.outcome().name(),
                        "attempt", attempt.id().value()));
        if (disposition.outcome() == CallOutcome.DO_NOT_CALL) {
            mark(party, entry.number().orElseThrow());
        }
        return attempt;
    }

    /**
     * Who says nothing reports as soon as it is done, so it began that long ago; but not before its turn came, because what
     * an agent does before the ring is handling too.
     */
    private Instant began(CallEntry entry, Duration handled) {
        Instant began = unit.now().minus(handled);
        Instant turn = entry.next().orElse(entry.notBefore());
        return began.isBefore(turn) && !turn.isAfter(unit.now()) ? turn : began;
    }

    private static Duration handleTime(CallReport report) {
        Duration time = report.handleTime();
        return time.isNegative() || time.compareTo(CallAttempt.MAX_TIME) > 0 ? Duration.ZERO : time;
    }

    static CallEntry mine(CallEntry entry, UserId agent) {
        if (!entry.isOpen()) {
            throw new RuleViolation(
                    "call-entry-done",
                    CallRecords.ref(entry),
                    "Entry " + entry.id() + " is done: " + entry.state() + ". Put the party onto another list.");
        }
        if (!entry.claimedBy().filter(agent::equals).isPresent()) {
            throw new RuleViolation(
                    "call-not-claimed",
                    CallRecords.ref(entry),
                    "Entry " + entry.id() + " is not with agent " + agent + ". Ask for the next call, or claim it.");
        }
        return entry;
    }

    private @Nullable Instant promise(
            CallList list,
            CallEntry entry,
            Customer party,
            CallDisposition disposition,
            @Nullable Instant callBackAt,
            Instant at) {
        if (disposition.outcome() != CallOutcome.CALL_BACK) {
            if (callBackAt != null) {
                throw new Invalid("call.callBackAt", "only where a call is promised, found " + disposition.outcome());
            }
            return null;
        }
        if (callBackAt == null || !callBackAt.isAfter(at) || callBackAt.isAfter(at.plus(FARTHEST_PROMISE))) {
            throw new Invalid("call.callBackAt", "after the call, by 366 days at most");
        }
        Instant promised = callBackAt.truncatedTo(ChronoUnit.SECONDS);
        if (!reach.isOpen(list, party, promised)) {
            throw new RuleViolation(
                    "call-outside-hours",
                    CallRecords.ref(entry),
                    "Cannot promise a call at " + promised + ": nobody may call then. Agree on another time.");
        }
        return promised;
    }

    private CallAttempt draft(CallEntry entry, CallReport report, CallDisposition disposition, Instant at) {
        return CallAttempt.builder(unit.newId(CallAttemptId.class, CallAttemptId::new))
                .externalRefs(report.externalRef() == null ? List.of() : List.of(report.externalRef()))
                .list(entry.list())
                .entry(entry.id())
                .party(entry.party())
                .agent(report.agent())
                .at(at)
                .handleTime(report.handleTime())
                .disposition(disposition.code())
                .outcome(disposition.outcome())
                .converted(report.converted())
                .build();
    }

    private Interaction log(CallList list, Customer party, CallReport report, CallDisposition disposition, Instant at) {
        NewInteraction entry = NewInteraction.call(Direction.OUTBOUND)
                .with(party.id())
                .regarding(list.ref())
                .performedBy(report.agent())
                .occurredAt(at)
                .duration(report.handleTime())
                .disposition(said(disposition.outcome()))
                .brand(list.brand().orElse(null))
                .subjectLine(list.name())
                .body(report.note());
        if (report.externalRef() != null) {
            entry = entry.externalRef(report.externalRef());
        }
        return new Interactions(Units.joining(unit)).log(entry);
    }

    private static Disposition said(CallOutcome outcome) {
        return switch (outcome) {
            case CONNECTED, CALL_BACK, DO_NOT_CALL -> Disposition.CONNECTED;
            case NO_ANSWER -> Disposition.NO_ANSWER;
            case BUSY -> Disposition.BUSY;
            case WRONG_NUMBER -> Disposition.WRONG_NUMBER;
        };
    }

    private void mark(Customer party, String number) {
        new Customers(Units.joining(unit)).change(party.id(), now -> {
            List<ContactPoint> points = new ArrayList<>();
            for (ContactPoint point : now.contactPoints()) {
                boolean same = Reach.text(point).filter(number::equals).isPresent();
                points.add(same ? point.doNotCall(true) : point);
            }
            return now.toBuilder().contactPoints(points).build();
        });
    }
}
