package org.sambandh.crm.callcentre;

import static org.sambandh.crm.condition.Conditions.where;
import static org.sambandh.crm.condition.Tests.is;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.sambandh.crm.common.CallEntryId;
import org.sambandh.crm.common.CallListId;
import org.sambandh.crm.common.EntityRef;
import org.sambandh.crm.common.ExternalRef;
import org.sambandh.crm.common.NotFound;
import org.sambandh.crm.common.RuleViolation;
import org.sambandh.crm.common.SegmentId;
import org.sambandh.crm.common.StaleRevision;
import org.sambandh.crm.common.UserId;
import org.sambandh.crm.condition.Condition;
import org.sambandh.crm.store.Cursor;
import org.sambandh.crm.store.Page;
import org.sambandh.crm.store.Query;
import org.sambandh.crm.store.Unit;
import org.sambandh.crm.store.Units;
import org.sambandh.crm.store.Upserted;
import org.sambandh.crm.team.UserRepository;

/** Makes lists of calls, says who is called next and by whom, and takes in how it went. */
public final class Calls {

    /** Each lost race means that another agent got a call, so this many agents would have to press the button at once. */
    private static final int MOST_RACES = 50;

    private final Units units;

    /**
     * Makes the service.
     *
     * @param units where its units of work come from
     */
    public Calls(Units units) {
        this.units = units;
    }

    /**
     * Makes a list, with nobody on it yet.
     *
     * @param list the list
     * @return the list
     * @throws NotFound if it names a campaign that does not exist
     */
    public CallList make(NewCallList list) {
        return units.run(unit -> new CallRecords(unit).make(list));
    }

    /**
     * Makes a list, or brings the one known under the reference to the same content. Its entries stay.
     *
     * @param ref how another system names it
     * @param list the list
     * @return the list: created, updated, or unchanged with nothing written or told
     * @throws NotFound if it names a campaign that does not exist
     */
    public Upserted<CallList> upsert(ExternalRef ref, NewCallList list) {
        return units.run(unit -> {
            CallRecords records = new CallRecords(unit);
            Optional<CallList> known = records.known(ref);
            if (known.isEmpty()) {
                return new Upserted.Created<>(records.make(list.externalRef(ref)));
            }
            CallList before = known.get();
            CallList now = records.save(
                    CallEvents.LIST_CHANGED,
                    before,
                    records.copy(list, before.toBuilder()).build());
            boolean same = now.revision().equals(before.revision());
            return same ? new Upserted.Unchanged<>(now) : new Upserted.Updated<>(now);
        });
    }

    /**
     * Returns one list.
     *
     * @param id its id
     * @return the list
     * @throws NotFound if there is none
     */
    public CallList list(CallListId id) {
        return units.run(unit -> new CallRecords(unit).list(id));
    }

    /**
     * Closes a list: nobody on it is called any more. Closed already: nothing is written.
     *
     * @param id the list
     * @return the list
     * @throws NotFound if there is none
     */
    public CallList close(CallListId id) {
        return units.run(unit -> {
            CallList before = new CallRecords(unit).list(id);
            return new CallRecords(unit)
                    .save(
                            CallEvents.LIST_CLOSED,
                            before,
                            before.toBuilder().closed(true).build());
        });
    }

    /**
     * Puts the members that a segment of parties had at a moment onto a list, each with its first telephone number that may be called. Who
     * is on it already stays as it is. Stored memberships count, so refresh the segment first.
     *
     * @param id the list
     * @param segment the segment
     * @param moment the moment, not in the future
     * @return how many were put onto it, were on it, and were left out
     * @throws NotFound if there is no such list or segment
     * @throws org.sambandh.crm.common.Invalid if the moment is in the future, or the segment is not one of parties
     * @throws RuleViolation {@code call-list-closed}, or {@code call-list-empty} if the segment had no member who may be called
     */
    public Enlisted freeze(CallListId id, SegmentId segment, Instant moment) {
        return units.run(unit -> new Enlisting(unit).freeze(id, segment, moment));
    }

    /**
     * Says which languages a user who calls speaks.
     *
     * @param user the user
     * @param languages language tags, best first
     * @param active whether they get calls
     * @return the agent
     * @throws NotFound if there is no such user
     */
    public CallAgent saveAgent(UserId user, List<String> languages, boolean active) {
        return units.run(unit -> {
            if (unit.get(UserRepository.class).findById(user).isEmpty()) {
                throw new NotFound(new EntityRef("user", user.value()));
            }
            Optional<CallAgent> known = unit.get(CallAgentRepository.class).findById(user);
            CallAgent.Builder builder = known.map(CallAgent::toBuilder).orElseGet(() -> CallAgent.builder(user));
            CallAgent after = builder.languages(languages).active(active).build();
            boolean same = known.filter(k -> k.languages().equals(after.languages()) && k.active() == after.active())
                    .isPresent();
            if (same) {
                return known.get();
            }
            CallAgent stored =
                    unit.get(CallAgentRepository.class).save(List.of(after)).get(0);
            unit.record(CallEvents.AGENT_SAVED, CallAgent.class, known.orElse(null), stored, List.of(), Map.of());
            return stored;
        });
    }

    /**
     * Gives an agent the best next call of all open lists; see {@link #nextFor(UserId, CallListId, Instant)}.
     *
     * @param agent the agent
     * @param moment now, or a moment before
     * @return the entry, or nothing if nobody may be called
     * @throws NotFound if there is no such agent
     */
    public Optional<CallEntry> nextFor(UserId agent, Instant moment) {
        return next(
                agent,
                moment,
                unit -> new CallRecords(unit).all(CallListRepository.class, where(CallListFields.CLOSED, is(false))));
    }

    /**
     * Gives an agent the best next call of a list, and keeps others from it while the lease of the list lasts. The same for the same data:
     * first an entry the agent has already; then promised calls that are due, the longest due first; then the queue, fewest attempts
     * first and, among those with as many, parties whom the agent can serve in the language they like best, then the one that waits
     * longest. Left out are parties whose languages the agent does not speak, numbers that are marked or gone, and whoever may not be
     * called at this hour. Two agents never get the same: an entry is claimed in a unit of its own, by its revision, and who comes second
     * is given the next one.
     *
     * @param agent the agent
     * @param list the list
     * @param moment now, or a moment before
     * @return the entry, or nothing if nobody may be called
     * @throws NotFound if there is no such agent or list
     */
    public Optional<CallEntry> nextFor(UserId agent, CallListId list, Instant moment) {
        return next(agent, moment, unit -> {
            CallList found = new CallRecords(unit).list(list);
            return found.closed() ? List.of() : List.of(found);
        });
    }

    private Optional<CallEntry> next(UserId agent, Instant moment, Function<Unit, List<CallList>> lists) {
        for (int race = 1; ; race++) {
            Optional<CallEntry> picked = units.run(unit -> {
                Instant at = new CallRecords(unit).past("call.moment", moment);
                CallAgent caller = new CallRecords(unit).agent(agent);
                return new NextCall(unit, caller, at).pick(lists.apply(unit));
            });
            if (picked.isEmpty()) {
                return picked;
            }
            try {
                return Optional.of(units.run(unit -> claimed(unit, picked.get(), agent, moment)));
            } catch (StaleRevision lost) {
                if (race == MOST_RACES) {
                    throw lost;
                }
            }
        }
    }

    private static CallEntry claimed(Unit unit, CallEntry entry, UserId agent, Instant at) {
        CallList list = new CallRecords(unit).list(entry.list());
        return unit.get(CallEntryRepository.class)
                .save(List.of(entry.claim(agent, at.plus(list.rules().lease()))))
                .get(0);
    }

    /**
     * Gives an agent a certain entry, chosen by hand, under the same rules.
     *
     * @param id the entry
     * @param agent the agent
     * @param moment now, or a moment before
     * @return the entry
     * @throws NotFound if there is no such entry or agent
     * @throws RuleViolation {@code call-entry-done}, {@code call-list-closed}, {@code call-claimed} by another agent, {@code
     *     call-number-gone}, {@code call-do-not-call}, {@code call-too-early} or {@code call-outside-hours}
     */
    public CallEntry claim(CallEntryId id, UserId agent, Instant moment) {
        return units.run(unit -> {
            CallRecords records = new CallRecords(unit);
            Instant at = records.past("call.moment", moment);
            records.agent(agent);
            CallEntry entry = records.entry(id);
            if (entry.isClaimed(at) && !entry.claimedBy().filter(agent::equals).isPresent()) {
                throw new RuleViolation(
                        "call-claimed",
                        CallRecords.ref(entry),
                        "Entry " + id + " is with another agent until "
                                + entry.claimedUntil().orElse(at) + ".");
            }
            CallEntry mine = Calling.mine(entry.claim(agent, at), agent);
            CallList list = records.list(entry.list()).opened();
            new Reach(unit).check(list, mine, records.party(entry.party()), at);
            return claimed(unit, entry, agent, at);
        });
    }

    /**
     * Gives an entry back without having called.
     *
     * @param id the entry
     * @param agent the agent who has it
     * @return the entry
     * @throws NotFound if there is none
     * @throws RuleViolation {@code call-not-claimed} if the agent does not have it
     */
    public CallEntry release(CallEntryId id, UserId agent) {
        return units.run(unit -> {
            CallEntry entry = Calling.mine(new CallRecords(unit).entry(id), agent);
            return unit.get(CallEntryRepository.class)
                    .save(List.of(entry.release()))
                    .get(0);
        });
    }

    /**
     * Takes in how an attempt ended. It is logged as a call in the party's timeline, and the entry goes where the code sends it: done, back
     * into the queue after the gap, or to the promised time. Who wants no calls has the number marked. A second report under the
     * same reference changes nothing.
     *
     * @param report how it ended
     * @return the attempt
     * @throws NotFound if there is no such entry
     * @throws org.sambandh.crm.common.Invalid if the list knows no such code, a promise is missing or out of place, or the time is in the
     *     future
     * @throws RuleViolation {@code call-not-claimed} if the agent does not have the entry, {@code call-entry-done}, {@code
     *     call-outside-hours}, {@code call-do-not-call}, {@code call-number-gone} or {@code call-too-early}; nothing was written
     */
    public CallAttempt record(CallReport report) {
        return units.run(unit -> new Calling(unit).record(report));
    }

    /**
     * Returns one entry.
     *
     * @param id its id
     * @return the entry
     * @throws NotFound if there is none
     */
    public CallEntry entry(CallEntryId id) {
        return units.run(unit -> new CallRecords(unit).entry(id));
    }

    /**
     * Returns entries by id.
     *
     * @param condition which
     * @param limit the most entries of the page, 1 to 1,000
     * @param after where the page before ended, or null for the first
     * @return the page; it can be shorter than the limit and not be the last
     */
    public Page<CallEntry> entries(Condition<CallEntry> condition, int limit, @Nullable Cursor after) {
        return units.run(unit -> {
            Query<CallEntry> query = Query.of(condition, unit.moment()).limit(CallRecords.limit(limit));
            return unit.get(CallEntryRepository.class).find(after == null ? query : query.after(after));
        });
    }

    /**
     * Returns what attempts add up to, for each agent and list. All that match are read, 1,000 at a time.
     *
     * @param condition which attempts
     * @return the figures
     */
    public CallFigures figures(Condition<CallAttempt> condition) {
        return units.run(unit -> {
            SortedMap<UserId, SortedMap<CallListId, CallMetrics>> sums = new TreeMap<>();
            CallMetrics[] total = {CallMetrics.NONE};
            new CallRecords(unit)
                    .each(
                            CallAttemptRepository.class,
                            condition,
                            chunk -> chunk.forEach(attempt -> {
                                total[0] = total[0].plus(attempt);
                                SortedMap<CallListId, CallMetrics> own =
                                        sums.computeIfAbsent(attempt.agent(), a -> new TreeMap<>());
                                own.put(
                                        attempt.list(),
                                        own.getOrDefault(attempt.list(), CallMetrics.NONE)
                                                .plus(attempt));
                            }));
            List<CallFigures.Row> rows = new ArrayList<>();
            sums.forEach((agent, own) ->
                    own.forEach((list, metrics) -> rows.add(new CallFigures.Row(agent, list, metrics))));
            return new CallFigures(total[0], rows);
        });
    }
}
