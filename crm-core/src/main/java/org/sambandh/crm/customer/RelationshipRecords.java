package org.sambandh.crm.customer;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.sambandh.crm.common.CustomerId;
import org.sambandh.crm.common.EntityRef;
import org.sambandh.crm.common.ExternalRef;
import org.sambandh.crm.common.NotFound;
import org.sambandh.crm.common.RelationshipId;
import org.sambandh.crm.common.RuleViolation;
import org.sambandh.crm.common.Validity;
import org.sambandh.crm.condition.Condition;
import org.sambandh.crm.condition.Conditions;
import org.sambandh.crm.condition.Tests;
import org.sambandh.crm.store.Unit;

/** Loads and stores relationships for the services of this package, and refuses cycles. */
final class RelationshipRecords {

    private final Unit unit;

    RelationshipRecords(Unit unit) {
        this.unit = unit;
    }

    static EntityRef ref(RelationshipId id) {
        return new EntityRef("relationship", id.value());
    }

    Relationship load(RelationshipId id) {
        return unit.get(RelationshipRepository.class).findById(id).orElseThrow(() -> new NotFound(ref(id)));
    }

    Optional<Relationship> byRef(ExternalRef ref) {
        return matching(Conditions.where(RelationshipFields.EXTERNAL_REFS, Tests.is(ref.key()))).stream()
                .findFirst();
    }

    List<Relationship> matching(Condition<Relationship> condition) {
        return CustomerRecords.all(unit, RelationshipRepository.class, condition);
    }

    /** By id; two look-ups, so that a store reads no more than the party's own. */
    List<Relationship> of(CustomerId party) {
        List<Relationship> both = new ArrayList<>();
        both.addAll(matching(Conditions.where(RelationshipFields.FROM, Tests.is(party))));
        both.addAll(matching(Conditions.where(RelationshipFields.TO, Tests.is(party))));
        both.sort(Comparator.comparing(Relationship::id));
        return both;
    }

    Relationship create(NewRelationship input) {
        CustomerRecords customers = new CustomerRecords(unit);
        Relationship fresh = Relationship.builder(unit.newId(RelationshipId.class, RelationshipId::new))
                .type(input.type())
                .from(customers.load(input.from()).id())
                .to(customers.load(input.to()).id())
                .roleTitle(input.roleTitle())
                .validity(input.validity())
                .externalRefs(input.externalRefs())
                .build();
        return store(null, fresh, CustomerEvents.RELATIONSHIP_OPENED);
    }

    Relationship store(@Nullable Relationship before, Relationship after, String type) {
        if (before != null && before.sameAs(after)) {
            return before;
        }
        refuseCycle(after);
        Relationship stored =
                unit.get(RelationshipRepository.class).save(List.of(after)).get(0);
        record(type, before, stored);
        return stored;
    }

    /** Removes a relationship that is none; what hung on it becomes the party's own. */
    void remove(Relationship gone) {
        unit.get(RelationshipRepository.class).delete(gone.id(), gone.revision());
        record(CustomerEvents.RELATIONSHIP_REMOVED, gone, null);
        CustomerRecords customers = new CustomerRecords(unit);
        for (CustomerId party : List.of(gone.from(), gone.to())) {
            unit.get(CustomerRepository.class).findById(party).ifPresent(before -> {
                List<ContactPoint> points = before.contactPoints().stream()
                        .map(point -> gone.id().equals(point.relationship()) ? point.through(null) : point)
                        .distinct()
                        .toList();
                customers.update(
                        before, before.toBuilder().contactPoints(points).build());
            });
        }
    }

    /** Removes a relationship and what hangs on it, telling nobody what it said. */
    void erase(Relationship gone) {
        unit.get(RelationshipRepository.class).delete(gone.id(), gone.revision());
        tellSilently(CustomerEvents.RELATIONSHIP_REMOVED, gone);
        for (CustomerId party : List.of(gone.from(), gone.to())) {
            unit.get(CustomerRepository.class).findById(party).ifPresent(before -> {
                List<ContactPoint> points = before.contactPoints().stream()
                        .filter(point -> !gone.id().equals(point.relationship()))
                        .toList();
                if (points.size() < before.contactPoints().size()) {
                    Customer after = before.toBuilder().contactPoints(points).build();
                    unit.get(CustomerRepository.class).save(List.of(after));
                    unit.record(CustomerEvents.CHANGED, EntityRef.of(party), List.of(), List.of(), Map.of());
                }
            });
        }
    }

    /** Takes title and references from a relationship, telling nobody what they said. */
    void strip(Relationship relationship) {
        Relationship after =
                relationship.toBuilder().roleTitle(null).externalRefs(List.of()).build();
        if (!after.sameAs(relationship)) {
            unit.get(RelationshipRepository.class).save(List.of(after));
            tellSilently(CustomerEvents.RELATIONSHIP_CHANGED, relationship);
        }
    }

    /** Texts before an erasure would live on in the outbox, so these events name no field. */
    private void tellSilently(String type, Relationship about) {
        List<EntityRef> concerning = List.of(EntityRef.of(about.from()), EntityRef.of(about.to()));
        unit.record(type, ref(about.id()), concerning, List.of(), Map.of());
    }

    private void record(String type, @Nullable Relationship before, @Nullable Relationship after) {
        Relationship either = after == null ? before : after;
        List<EntityRef> concerning =
                either == null ? List.of() : List.of(EntityRef.of(either.from()), EntityRef.of(either.to()));
        unit.record(type, Relationship.class, before, after, concerning, Map.of());
    }

    /**
     * Walks upward from the right party, one query for each level, and carries along the days on which the whole way
     * holds: two companies may own each other one after the other, not at the same time.
     */
    private void refuseCycle(Relationship added) {
        if (!added.type().hierarchical()) {
            return;
        }
        Map<CustomerId, Set<Validity>> level = new LinkedHashMap<>();
        level.put(added.to(), new HashSet<>(Set.of(added.validity())));
        Map<CustomerId, Set<Validity>> seen = new LinkedHashMap<>();
        while (!level.isEmpty()) {
            Condition<Relationship> above = Conditions.all(
                    Conditions.where(RelationshipFields.TYPE, Tests.is(added.type())),
                    Conditions.where(RelationshipFields.FROM, Tests.in(level.keySet())));
            Map<CustomerId, Set<Validity>> next = new LinkedHashMap<>();
            for (Relationship step : matching(above)) {
                Set<Validity> days = level.get(step.from());
                if (days == null || step.id().equals(added.id())) {
                    continue;
                }
                for (Validity held : days) {
                    Optional<Validity> both = held.and(step.validity());
                    if (both.isEmpty()) {
                        continue;
                    }
                    if (step.to().equals(added.from())) {
                        throw new RuleViolation(
                                "relation-cycle",
                                EntityRef.of(added.from()),
                                "The party would stand above itself: " + added.to() + " is " + added.type()
                                        + " it already, over " + step.id() + ". End that relationship first.");
                    }
                    if (seen.computeIfAbsent(step.to(), id -> new HashSet<>()).add(both.get())) {
                        next.computeIfAbsent(step.to(), id -> new HashSet<>()).add(both.get());
                    }
                }
            }
            level = next;
        }
    }
}
