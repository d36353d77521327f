package org.sambandh.crm.callcentre;

import static org.sambandh.crm.condition.Conditions.all;
import static org.sambandh.crm.condition.Conditions.not;
import static org.sambandh.crm.condition.Conditions.where;
import static org.sambandh.crm.condition.Tests.atMost;
import static org.sambandh.crm.condition.Tests.in;
import static org.sambandh.crm.condition.Tests.is;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.sambandh.crm.common.CallEntryId;
import org.sambandh.crm.common.CallListId;
import org.sambandh.crm.common.CustomerId;
import org.sambandh.crm.common.Invalid;
import org.sambandh.crm.common.RuleViolation;
import org.sambandh.crm.common.SegmentId;
import org.sambandh.crm.customer.Customer;
import org.sambandh.crm.customer.CustomerRepository;
import org.sambandh.crm.segment.Segment;
import org.sambandh.crm.segment.SegmentMembership;
import org.sambandh.crm.segment.SegmentMembershipFields;
import org.sambandh.crm.segment.SegmentMembershipRepository;
import org.sambandh.crm.segment.Segments;
import org.sambandh.crm.store.Unit;
import org.sambandh.crm.store.Units;

/** Puts the members of a segment onto a list, a chunk at a time. */
final class Enlisting {

    private static final String CUSTOMER = "customer";

    private final Unit unit;
    private final CallRecords records;
    private final Reach reach;
    private long added;
    private long known;
    private long left;

    Enlisting(Unit unit) {
        this.unit = unit;
        this.records = new CallRecords(unit);
        this.reach = new Reach(unit);
    }

    Enlisted freeze(CallListId id, SegmentId segmentId, Instant moment) {
        CallList before = records.list(id).opened();
        Instant at = records.past("callList.moment", moment);
        Segment segment = new Segments(Units.joining(unit)).get(segmentId);
        if (!segment.subject().equals(CUSTOMER)) {
            throw new Invalid("callList.segment", "a segment of parties, found one of " + segment.subject());
        }
        records.each(
                SegmentMembershipRepository.class,
                all(
                        where(SegmentMembershipFields.SEGMENT, is(segmentId)),
                        where(SegmentMembershipFields.KIND, is(CUSTOMER)),
                        where(SegmentMembershipFields.SINCE, atMost(at)),
                        not(where(SegmentMembershipFields.UNTIL, atMost(at)))),
                periods -> add(before, at, periods));
        if (added + known == 0) {
            throw new RuleViolation(
                    "call-list-empty",
                    before.ref(),
                    "Segment " + segmentId + " had no member who may be called at " + at
                            + ". Refresh it, or choose another one.");
        }
        if (added > 0) {
            CallList stored = unit.get(CallListRepository.class)
                    .save(List.of(before.toBuilder().frozenAt(at).build()))
                    .get(0);
            Map<String, String> data = Map.of(
                    "segment", segmentId.value(), "added", Long.toString(added), "entries", Long.toString(known));
            unit.record(CallEvents.LIST_FROZEN, CallList.class, before, stored, List.of(), data);
        }
        return new Enlisted(id, segmentId, at, added, known, left);
    }

    private void add(CallList list, Instant at, List<SegmentMembership> periods) {
        Set<CustomerId> parties = new LinkedHashSet<>();
        for (SegmentMembership period : periods) {
            parties.add(unit.repositories()
                    .redirects()
                    .resolve(new CustomerId(period.subject().id())));
        }
        List<String> keys = parties.stream()
                .map(party -> CallEntryFields.key(list.id(), party))
                .toList();
        Set<CustomerId> there = new LinkedHashSet<>();
        if (!keys.isEmpty()) {
            records.each(
                    CallEntryRepository.class,
                    where(CallEntryFields.KEY, in(keys)),
                    found -> found.forEach(entry -> there.add(entry.party())));
        }
        known += there.size();
        parties.removeAll(there);
        List<CallEntry> fresh = new ArrayList<>();
        for (Customer party : unit.get(CustomerRepository.class).findAllById(parties)) {
            Optional<String> number = reach.number(party, at);
            if (!party.archived() && number.isPresent()) {
                fresh.add(CallEntry.builder(unit.newId(CallEntryId.class, CallEntryId::new))
                        .list(list.id())
                        .party(party.id())
                        .number(number.get())
                        .enlistedAt(at)
                        .notBefore(at)
                        .build());
            }
        }
        left += parties.size() - fresh.size();
        added += fresh.size();
        unit.get(CallEntryRepository.class).save(fresh);
    }
}
