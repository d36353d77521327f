package org.sambandh.crm.callcentre;

import static org.sambandh.crm.condition.Conditions.all;
import static org.sambandh.crm.condition.Conditions.not;
import static org.sambandh.crm.condition.Conditions.where;
import static org.sambandh.crm.condition.Tests.atLeast;
import static org.sambandh.crm.condition.Tests.atMost;
import static org.sambandh.crm.condition.Tests.in;
import static org.sambandh.crm.condition.Tests.is;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sambandh.crm.common.CallListId;
import org.sambandh.crm.common.CustomerId;
import org.sambandh.crm.condition.Condition;
import org.sambandh.crm.customer.Customer;
import org.sambandh.crm.store.Cursor;
import org.sambandh.crm.store.Order;
import org.sambandh.crm.store.Page;
import org.sambandh.crm.store.Query;
import org.sambandh.crm.store.Unit;

/** Finds the call an agent should make next. Reads only. */
final class NextCall {

    private static final int CHUNK = 200;

    private final Unit unit;
    private final CallRecords records;
    private final Reach reach;
    private final CallAgent agent;
    private final Instant at;
    private final Map<CallListId, CallList> lists = new HashMap<>();

    NextCall(Unit unit, CallAgent agent, Instant at) {
        this.unit = unit;
        this.records = new CallRecords(unit);
        this.reach = new Reach(unit);
        this.agent = agent;
        this.at = at;
    }

    Optional<CallEntry> pick(List<CallList> open) {
        open.forEach(list -> lists.put(list.id(), list));
        if (open.isEmpty() || !agent.active()) {
            return Optional.empty();
        }
        Condition<CallEntry> here =
                where(CallEntryFields.LIST, in(open.stream().map(CallList::id).toList()));
        Instant later = at.plus(1, ChronoUnit.MICROS);
        Condition<CallEntry> leased = where(CallEntryFields.CLAIMED_UNTIL, atLeast(later));
        CallEntry mine = best(
                all(
                        where(CallEntryFields.CLAIMED_BY, is(agent.id())),
                        leased,
                        where(CallEntryFields.OPEN, is(true)),
                        here),
                Order.by(CallEntryFields.NOT_BEFORE));
        CallEntry promised = mine != null
                ? mine
                : best(
                        all(
                                here,
                                where(CallEntryFields.STATE, is(CallState.CALL_BACK)),
                                where(CallEntryFields.CALL_BACK_AT, atMost(at)),
                                not(leased)),
                        Order.by(CallEntryFields.CALL_BACK_AT));
        return Optional.ofNullable(
                promised != null
                        ? promised
                        : best(
                                all(
                                        here,
                                        where(CallEntryFields.STATE, is(CallState.WAITING)),
                                        where(CallEntryFields.NOT_BEFORE, atMost(at)),
                                        not(leased)),
                                Order.by(CallEntryFields.ATTEMPTS),
                                Order.by(CallEntryFields.NOT_BEFORE)));
    }

    @SafeVarargs
    @SuppressWarnings("varargs")
    private @Nullable CallEntry best(Condition<CallEntry> condition, Order<CallEntry>... orders) {
        Query<CallEntry> query =
                Query.of(condition, unit.moment()).orderBy(orders).limit(CHUNK);
        Optional<Cursor> next = Optional.empty();
        do {
            Page<CallEntry> page = unit.get(CallEntryRepository.class)
                    .find(next.map(query::after).orElse(query));
            CallEntry found = best(page.items());
            if (found != null) {
                return found;
            }
            next = page.next();
        } while (next.isPresent());
        return null;
    }

    /** Of those due alike, the one whose party this agent can serve in the language it likes best; the first of several. */
    private @Nullable CallEntry best(List<CallEntry> chunk) {
        Map<CustomerId, Customer> parties = records.parties(chunk);
        CallEntry best = null;
        int bestRank = 0;
        for (CallEntry entry : chunk) {
            if (best != null && (bestRank == 0 || !sameTurn(entry, best))) {
                break;
            }
            Customer party = parties.get(entry.party());
            int rank = party == null ? -1 : agent.rank(party.preferences().languages());
            CallList list = lists.get(entry.list());
            boolean better = rank >= 0 && (best == null || rank < bestRank);
            if (better && list != null && reach.refusal(list, entry, party, at) == null) {
                best = entry;
                bestRank = rank;
            }
        }
        return best;
    }

    private static boolean sameTurn(CallEntry one, CallEntry other) {
        return one.state() == CallState.WAITING
                && other.state() == CallState.WAITING
                && one.attempts() == other.attempts();
    }
}
