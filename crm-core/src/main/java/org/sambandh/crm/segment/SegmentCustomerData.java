package org.sambandh.crm.segment;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.sambandh.crm.common.CustomerId;
import org.sambandh.crm.common.EntityRef;
import org.sambandh.crm.common.SegmentId;
import org.sambandh.crm.condition.Condition;
import org.sambandh.crm.condition.Conditions;
import org.sambandh.crm.condition.Tests;
import org.sambandh.crm.event.Changes;
import org.sambandh.crm.field.Field;
import org.sambandh.crm.field.Subject;
import org.sambandh.crm.store.CustomerData;
import org.sambandh.crm.store.Query;
import org.sambandh.crm.store.Unit;

/**
 * The memberships of a party. After a merge the survivor has the periods of both, overlapping ones as one, and stands
 * on the lists of both; the next refresh says whether the rules still hold of it. After an erasure no period is left,
 * but an exclusion stays: forgetting somebody must not bring them back.
 */
final class SegmentCustomerData implements CustomerData {

    @Override
    public void repoint(Unit unit, CustomerId from, CustomerId to) {
        SegmentReaction.catchUp(unit);
        Roster roster = new Roster(unit);
        Map<SegmentId, List<SegmentMembership>> bySegment = new TreeMap<>();
        for (CustomerId id : List.of(from, to)) {
            for (SegmentMembership period : roster.read(Roster.of(EntityRef.of(id)))) {
                bySegment
                        .computeIfAbsent(period.segment(), s -> new ArrayList<>())
                        .add(period);
            }
        }
        bySegment.values().forEach(periods -> unite(roster, periods, EntityRef.of(from), EntityRef.of(to)));
        SegmentReaction.askAgain(unit, EntityRef.of(from));
        SegmentReaction.askAgain(unit, EntityRef.of(to));
        repointFlips(roster, EntityRef.of(from), EntityRef.of(to));
        for (Segment segment : listing(unit, from)) {
            replace(
                    unit,
                    segment,
                    segment.toBuilder()
                            .includes(replaced(segment.includes(), from, to))
                            .excludes(replaced(segment.excludes(), from, to))
                            .build());
        }
    }

    /** The survivor is asked again as soon as either was to be. */
    private static void repointFlips(Roster roster, EntityRef from, EntityRef to) {
        Map<SegmentId, SegmentFlip> kept = new TreeMap<>();
        roster.flips(to.kind(), List.of(to.id())).forEach(flip -> kept.put(flip.segment(), flip));
        List<SegmentFlip> changed = new ArrayList<>();
        for (SegmentFlip flip : roster.flips(from.kind(), List.of(from.id()))) {
            SegmentFlip known = kept.get(flip.segment());
            if (known == null) {
                changed.add(SegmentFlip.of(flip.segment(), to, flip.until()));
            } else if (flip.until().isBefore(known.until())) {
                changed.add(known.toBuilder().until(flip.until()).build());
            }
            roster.forget(flip);
        }
        roster.await(changed);
    }

    private static void unite(Roster roster, List<SegmentMembership> periods, EntityRef from, EntityRef to) {
        boolean fromIn =
                periods.stream().anyMatch(p -> p.isOpen() && p.subject().equals(from));
        boolean toIn = periods.stream().anyMatch(p -> p.isOpen() && p.subject().equals(to));
        List<SegmentMembership> kept = new ArrayList<>();
        periods.sort(Comparator.comparing(SegmentMembership::since));
        for (SegmentMembership period : periods) {
            SegmentMembership last = kept.isEmpty() ? null : kept.get(kept.size() - 1);
            if (last == null || period.since().isAfter(end(last))) {
                kept.add(period.toBuilder().subject(to).build());
            } else {
                Instant until = end(last).isAfter(end(period)) ? end(last) : end(period);
                kept.set(
                        kept.size() - 1,
                        last.toBuilder()
                                .until(until.equals(Instant.MAX) ? null : until)
                                .build());
                roster.delete(period);
            }
        }
        roster.save(kept);
        SegmentId segment = periods.get(0).segment();
        if (fromIn) {
            roster.tell(SegmentEvents.LEFT, segment, from, Roster.Reason.MERGED);
        }
        if (fromIn && !toIn) {
            roster.tell(SegmentEvents.ENTERED, segment, to, Roster.Reason.MERGED);
        }
    }

    private static Instant end(SegmentMembership period) {
        return period.until().orElse(Instant.MAX);
    }

    private static Set<String> replaced(Set<String> ids, CustomerId from, CustomerId to) {
        Set<String> copy = new TreeSet<>(ids);
        if (copy.remove(from.value())) {
            copy.add(to.value());
        }
        return copy;
    }

    @Override
    public List<Item> export(Unit unit, CustomerId id) {
        Subject<SegmentMembership> subject = unit.catalog().subject(SegmentMembership.class);
        Subject<Segment> segments = unit.catalog().subject(Segment.class);
        List<Item> items = new ArrayList<>();
        for (SegmentMembership period : new Roster(unit).read(Roster.of(EntityRef.of(id)))) {
            Map<String, String> values = new LinkedHashMap<>();
            for (Field<SegmentMembership, ?> field : subject.fields()) {
                String text = Changes.text(field, period);
                if (text != null) {
                    values.put(field.name(), text);
                }
            }
            unit.get(SegmentRepository.class)
                    .findById(period.segment())
                    .ifPresent(s -> values.put("segmentName", s.name()));
            items.add(new Item(subject.ref(period), values));
        }
        for (Segment segment : listing(unit, id)) {
            String list = segment.includes().contains(id.value()) ? "includes" : "excludes";
            items.add(new Item(segments.ref(segment), Map.of("name", segment.name(), "list", list)));
        }
        return items;
    }

    @Override
    public void erase(Unit unit, CustomerId id) {
        SegmentReaction.catchUp(unit);
        Roster roster = new Roster(unit);
        EntityRef party = EntityRef.of(id);
        for (SegmentMembership period : roster.read(Roster.of(party))) {
            if (period.isOpen()) {
                roster.tell(SegmentEvents.LEFT, period.segment(), party, Roster.Reason.ERASED);
            }
            roster.delete(period);
        }
        roster.forget(roster.flips(party.kind(), List.of(party.id())));
        SegmentReaction.askAgain(unit, party);
        for (Segment segment : listing(unit, id)) {
            Set<String> includes = new TreeSet<>(segment.includes());
            includes.remove(id.value());
            replace(unit, segment, segment.toBuilder().includes(includes).build());
        }
    }

    private static List<Segment> listing(Unit unit, CustomerId id) {
        Condition<Segment> condition = Conditions.all(
                Conditions.where(
                        SegmentFields.SUBJECT, Tests.is(EntityRef.of(id).kind())),
                Conditions.any(
                        Conditions.where(SegmentFields.INCLUDES, Tests.is(id.value())),
                        Conditions.where(SegmentFields.EXCLUDES, Tests.is(id.value()))));
        return Roster.readAll(unit.get(SegmentRepository.class), Query.of(condition, unit.moment()));
    }

    private static void replace(Unit unit, Segment before, Segment after) {
        if (!after.sameAs(before)) {
            unit.repositories().awaitTurn();
            unit.get(SegmentRepository.class).save(List.of(after));
            new Editions(unit).renew();
        }
    }
}
