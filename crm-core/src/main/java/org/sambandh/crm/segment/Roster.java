package org.sambandh.crm.segment;

import com.google.common.collect.Lists;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
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
        /** Time alone: something is too old by now, or old enough. */
        TIME,
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
    private final SegmentFlipRepository flips;

    Roster(Unit unit) {
        this.unit = unit;
        this.repository = unit.get(SegmentMembershipRepository.class);
        this.flips = unit.get(SegmentFlipRepository.class);
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

    /** Whether a subject has an open period of a segment. */
    boolean isOpen(SegmentId segment, EntityRef subject) {
        return !read(Conditions.all(of(subject), open(segment))).isEmpty();
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

    /** The open periods of some subjects of one kind, of all segments. */
    List<SegmentMembership> open(String kind, Collection<String> ids) {
        return read(Conditions.all(
                Conditions.where(SegmentMembershipFields.SUBJECT_ID, Tests.in(ids)),
                Conditions.where(SegmentMembershipFields.KIND, Tests.is(kind)),
                Conditions.not(Conditions.where(SegmentMembershipFields.UNTIL, Tests.present()))));
    }

    /** Hands over the open periods of a segment, some at a time. */
    void eachOpen(SegmentId segment, int atOnce, Consumer<List<SegmentMembership>> taker) {
        Query<SegmentMembership> query = Query.of(open(segment), unit.moment()).limit(atOnce);
        Optional<Cursor> next = Optional.empty();
        do {
            Page<SegmentMembership> page =
                    repository.find(next.map(query::after).orElse(query));
            taker.accept(page.items());
            next = page.next();
        } while (next.isPresent());
    }

    /** The flips of some subjects of one kind, of all segments. */
    List<SegmentFlip> flips(String kind, Collection<String> ids) {
        Condition<SegmentFlip> condition = Conditions.all(
                Conditions.where(SegmentFlipFields.SUBJECT_ID, Tests.in(ids)),
                Conditions.where(SegmentFlipFields.KIND, Tests.is(kind)));
        return readAll(flips, Query.of(condition, unit.moment()).limit(CHUNK));
    }

    /** The flips of a segment. */
    List<SegmentFlip> flips(SegmentId segment) {
        Condition<SegmentFlip> condition = Conditions.where(SegmentFlipFields.SEGMENT, Tests.is(segment));
        return readAll(flips, Query.of(condition, unit.moment()).limit(CHUNK));
    }

    List<SegmentFlip> await(List<SegmentFlip> changed) {
        return changed.isEmpty() ? List.of() : flips.save(changed);
    }

    void forget(SegmentFlip flip) {
        flips.delete(flip.id(), flip.revision());
    }

    void forget(Collection<SegmentFlip> some) {
        some.forEach(this::forget);
    }

    /** Makes somebody members who are none. */
    void enter(SegmentId segment, List<Roll.Standing> standings, Instant at, Reason reason) {
        if (standings.isEmpty()) {
            return;
        }
        Map<EntityRef, Instant> notBefore = lastEnds(segment, standings, at);
        Map<EntityRef, Roll.Standing> byRef = new HashMap<>();
        List<SegmentMembership> periods = new ArrayList<>(standings.size());
        for (Roll.Standing standing : standings) {
            byRef.put(standing.ref(), standing);
            periods.add(SegmentMembership.builder(unit.newId(MembershipId.class, MembershipId::new))
                    .segment(segment)
                    .subject(standing.ref())
                    .since(notBefore.getOrDefault(standing.ref(), at))
                    .build());
        }
        for (SegmentMembership period : save(periods)) {
            Roll.Standing standing = byRef.get(period.subject());
            if (standing != null) {
                standing.memberships.put(segment, period);
            }
            tell(SegmentEvents.ENTERED, segment, period.subject(), reason, period.since());
        }
    }

    /** Periods never overlap, even where the clock went back or a backlog was taken after a change. */
    private Map<EntityRef, Instant> lastEnds(SegmentId segment, List<Roll.Standing> standings, Instant at) {
        List<String> ids = standings.stream().map(s -> s.ref().id()).toList();
        Map<EntityRef, Instant> ends = new HashMap<>();
        for (SegmentMembership period : read(Conditions.all(
                Conditions.where(SegmentMembershipFields.SUBJECT_ID, Tests.in(ids)),
                Conditions.where(SegmentMembershipFields.SEGMENT, Tests.is(segment)),
                Conditions.where(SegmentMembershipFields.UNTIL, Tests.atLeast(at))))) {
            period.until().ifPresent(end -> ends.merge(period.subject(), end, Roster::later));
        }
        return ends;
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    /** Ends the open periods of somebody. */
    void leave(SegmentId segment, List<Roll.Standing> standings, Instant at, Reason reason) {
        List<SegmentMembership> ended = new ArrayList<>(standings.size());
        for (Roll.Standing standing : standings) {
            SegmentMembership period = standing.memberships.remove(segment);
            if (period != null) {
                SegmentMembership over = period.end(later(period.since(), at));
                ended.add(over);
                tell(
                        SegmentEvents.LEFT,
                        segment,
                        standing.ref(),
                        standing.entity() == null ? Reason.GONE : reason,
                        over.until().orElse(at));
            }
        }
        save(ended);
    }

    List<SegmentMembership> save(List<SegmentMembership> periods) {
        List<SegmentMembership> saved = new ArrayList<>(periods.size());
        for (List<SegmentMembership> some : Lists.partition(periods, CHUNK)) {
            saved.addAll(repository.save(some));
        }
        return saved;
    }

    void delete(SegmentMembership period) {
        repository.delete(period.id(), period.revision());
    }

    void tell(String event, SegmentId segment, EntityRef member, Reason reason) {
        tell(event, segment, member, reason, unit.now());
    }

    /** An event is dated by when it is recorded; it says when the membership changed where that was earlier. */
    private void tell(String event, SegmentId segment, EntityRef member, Reason reason, Instant at) {
        Map<String, String> data = at.equals(unit.now())
                ? Map.of("reason", reason.name())
                : Map.of("reason", reason.name(), "at", at.toString());
        unit.record(event, new EntityRef("segment", segment.value()), List.of(member), List.of(), data);
    }
}
