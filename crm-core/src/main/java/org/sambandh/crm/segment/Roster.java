package org.sambandh.crm.segment;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.sambandh.crm.common.EntityRef;
import org.sambandh.crm.common.MembershipId;
import org.sambandh.crm.common.SegmentId;
import org.sambandh.crm.condition.Condition;
import org.sambandh.crm.condition.Conditions;
import org.sambandh.crm.condition.Tests;
import org.sambandh.crm.store.Cursor;
import org.sambandh.crm.store.Page;
import org.sambandh.crm.store.Query;
import org.sambandh.crm.store.Repository;
import org.sambandh.crm.store.Unit;

/** Reads and writes periods of membership within one unit. Every change is one row and one event. */
final class Roster {

    /** Why somebody entered or left, as events say it. */
    enum Reason {
        /** The rule or the lists say so. */
        EVALUATED,
        /** The subject is no longer there. */
        GONE,
        /** The party was merged with another one. */
        MERGED,
        /** The party was erased. */
        ERASED
    }

    private static final int CHUNK = 1_000;

    private final Unit unit;
    private final SegmentMembershipRepository repository;

    Roster(Unit unit) {
        this.unit = unit;
        this.repository = unit.get(SegmentMembershipRepository.class);
    }

    static Condition<SegmentMembership> open(SegmentId segment) {
        return Conditions.all(
                Conditions.where(SegmentMembershipFields.SEGMENT, Tests.is(segment)),
                Conditions.not(Conditions.where(SegmentMembershipFields.UNTIL, Tests.present())));
    }

    static Condition<SegmentMembership> of(EntityRef subject) {
        return Conditions.all(
                Conditions.where(SegmentMembershipFields.SUBJECT_ID, Tests.is(subject.id())),
                Conditions.where(SegmentMembershipFields.KIND, Tests.is(subject.kind())));
    }

    /** The open periods of a segment by the id of the member. */
    Map<String, SegmentMembership> members(SegmentId segment) {
        return byMember(read(open(segment)));
    }

    /** The open periods of a segment of some subjects only, by their ids. */
    Map<String, SegmentMembership> members(SegmentId segment, Collection<String> ids) {
        return ids.isEmpty()
                ? Map.of()
                : byMember(read(Conditions.all(
                        Conditions.where(SegmentMembershipFields.SUBJECT_ID, Tests.in(ids)), open(segment))));
    }

    /** All periods that match, each once. */
    List<SegmentMembership> read(Condition<SegmentMembership> condition) {
        return readAll(repository, Query.of(condition, unit.moment()).limit(CHUNK));
    }

    static <T> List<T> readAll(Repository<T, ?> repository, Query<T> query) {
        List<T> found = new ArrayList<>();
        Optional<Cursor> next = Optional.empty();
        do {
            Page<T> page = repository.find(next.map(query::after).orElse(query));
            found.addAll(page.items());
            next = page.next();
        } while (next.isPresent());
        return found;
    }

    /** Makes somebody members who are none. */
    void enter(Segment segment, Collection<String> ids) {
        List<SegmentMembership> periods = ids.stream()
                .map(id -> SegmentMembership.builder(unit.newId(MembershipId.class, MembershipId::new))
                        .segment(segment.id())
                        .subject(new EntityRef(segment.subject(), id))
                        .since(unit.now())
                        .build())
                .toList();
        save(periods);
        periods.forEach(p -> tell(SegmentEvents.ENTERED, p.segment(), p.subject(), Reason.EVALUATED));
    }

    /** Ends open periods. */
    void leave(Collection<SegmentMembership> periods, Set<String> gone) {
        save(periods.stream().map(p -> p.end(unit.now())).toList());
        for (SegmentMembership period : periods) {
            Reason reason = gone.contains(period.subject().id()) ? Reason.GONE : Reason.EVALUATED;
            tell(SegmentEvents.LEFT, period.segment(), period.subject(), reason);
        }
    }

    void save(List<SegmentMembership> periods) {
        for (int from = 0; from < periods.size(); from += CHUNK) {
            repository.save(periods.subList(from, Math.min(periods.size(), from + CHUNK)));
        }
    }

    void delete(SegmentMembership period) {
        repository.delete(period.id(), period.revision());
    }

    void tell(String event, SegmentId segment, EntityRef member, Reason reason) {
        unit.record(
                event,
                new EntityRef("segment", segment.value()),
                List.of(member),
                List.of(),
                Map.of("reason", reason.name()));
    }

    private static Map<String, SegmentMembership> byMember(List<SegmentMembership> periods) {
        Map<String, SegmentMembership> byMember = new TreeMap<>();
        periods.forEach(p -> byMember.put(p.subject().id(), p));
        return byMember;
    }
}
