package org.sambandh.crm.customer;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.sambandh.crm.common.CustomerId;
import org.sambandh.crm.common.ExternalRef;
import org.sambandh.crm.common.NotFound;
import org.sambandh.crm.common.RelationshipId;
import org.sambandh.crm.common.RuleViolation;
import org.sambandh.crm.condition.Condition;
import org.sambandh.crm.condition.Conditions;
import org.sambandh.crm.condition.Tests;
import org.sambandh.crm.store.Unit;
import org.sambandh.crm.store.Units;
import org.sambandh.crm.store.Upserted;

/**
 * What parties are to each other. Ids of merged parties lead to the survivor. Each call is one transaction; one that
 * changes nothing writes nothing and records no event.
 */
public final class Relationships {

    private final Units units;

    /**
     * Makes the service.
     *
     * @param units gives it units of work
     */
    public Relationships(Units units) {
        this.units = units;
    }

    /**
     * Opens a relationship.
     *
     * @param input parties, type, title and dates
     * @return the relationship as stored
     * @throws NotFound if a party is missing
     * @throws RuleViolation {@code relation-to-itself} if both parties are the same; {@code relation-cycle} if the type
     *     is hierarchical and the party would stand above itself on some day, over however many others
     */
    public Relationship relate(NewRelationship input) {
        return units.run(unit -> new RelationshipRecords(unit).create(input));
    }

    /**
     * Returns a relationship.
     *
     * @param id its id
     * @return the relationship
     * @throws NotFound if there is none
     */
    public Relationship get(RelationshipId id) {
        return units.run(unit -> new RelationshipRecords(unit).load(id));
    }

    /**
     * Ends a relationship, and with it the contact points that hang on it: an office address ends with the job.
     *
     * @param id its id
     * @param day the first day on which it no longer holds
     * @return the relationship as stored
     * @throws NotFound if there is none
     * @throws org.sambandh.crm.common.Invalid if it would end before it began
     */
    public Relationship end(RelationshipId id, LocalDate day) {
        return units.run(unit -> {
            RelationshipRecords records = new RelationshipRecords(unit);
            Relationship before = records.load(id);
            Relationship after = records.store(before, before.end(day), CustomerEvents.RELATIONSHIP_ENDED);
            endPoints(unit, after, after.from());
            endPoints(unit, after, after.to());
            return after;
        });
    }

    private static void endPoints(Unit unit, Relationship ended, CustomerId party) {
        LocalDate day = ended.validity().until();
        Optional<Customer> found = unit.get(CustomerRepository.class).findById(party);
        if (day == null || found.isEmpty()) {
            return;
        }
        List<ContactPoint> points = new ArrayList<>();
        for (ContactPoint point : found.get().contactPoints()) {
            LocalDate from = point.validity().from();
            boolean hangs = ended.id().equals(point.relationship());
            if (!hangs) {
                points.add(point);
            } else if (from == null || from.isBefore(day)) {
                points.add(point.during(point.validity().endedOn(day)));
            }
        }
        Customer after = found.get().toBuilder().contactPoints(points).build();
        new CustomerRecords(unit).update(found.get(), after);
    }

    /**
     * Deletes a relationship that never was one, as {@link #end} does for one that was. Contact points that hung on it
     * become the party's own.
     *
     * @param id its id
     * @throws NotFound if there is none
     */
    public void delete(RelationshipId id) {
        units.run(unit -> {
            RelationshipRecords records = new RelationshipRecords(unit);
            records.remove(records.load(id));
            return id;
        });
    }

    /**
     * Sets what the left party is there.
     *
     * @param id the relationship
     * @param title the title, or null
     * @return the relationship as stored
     * @throws NotFound if there is none
     */
    public Relationship retitle(RelationshipId id, @Nullable String title) {
        return units.run(unit -> {
            RelationshipRecords records = new RelationshipRecords(unit);
            Relationship before = records.load(id);
            return records.store(before, before.retitle(title), CustomerEvents.RELATIONSHIP_CHANGED);
        });
    }

    /**
     * Returns all relationships of a party, past and future ones included.
     *
     * @param party the party, on either side
     * @return the relationships, by id
     */
    public List<Relationship> of(CustomerId party) {
        return units.run(unit -> new RelationshipRecords(unit).of(resolved(unit, party)));
    }

    /**
     * Returns the relationships of a party that hold on a day.
     *
     * @param party the party, on either side
     * @param day the day
     * @return the relationships, by id
     */
    public List<Relationship> asOf(CustomerId party, LocalDate day) {
        return of(party).stream().filter(r -> r.validity().holdsOn(day)).toList();
    }

    /**
     * Returns the parties right above a party: its employers, its parent company, its household.
     *
     * @param party the party on the left
     * @param type what it is to them
     * @param day the day
     * @return the parties, in the order of the relationships' ids
     */
    public List<Customer> parentsOf(CustomerId party, RelationshipType type, LocalDate day) {
        return units.run(unit -> {
            Condition<Relationship> left = Conditions.all(
                    Conditions.where(RelationshipFields.FROM, Tests.is(resolved(unit, party))),
                    Conditions.where(RelationshipFields.TYPE, Tests.is(type)));
            return parties(unit, holding(unit, left, day).map(Relationship::to).toList());
        });
    }

    /**
     * Returns the parties right below a party: its employees, subsidiaries, members.
     *
     * @param party the party on the right
     * @param type what they are to it
     * @param day the day
     * @return the parties, in the order of the relationships' ids
     */
    public List<Customer> childrenOf(CustomerId party, RelationshipType type, LocalDate day) {
        return units.run(unit -> {
            Condition<Relationship> right = Conditions.all(
                    Conditions.where(RelationshipFields.TO, Tests.is(resolved(unit, party))),
                    Conditions.where(RelationshipFields.TYPE, Tests.is(type)));
            return parties(
                    unit, holding(unit, right, day).map(Relationship::from).toList());
        });
    }

    private static Stream<Relationship> holding(Unit unit, Condition<Relationship> condition, LocalDate day) {
        return new RelationshipRecords(unit)
                .matching(condition).stream().filter(r -> r.validity().holdsOn(day));
    }

    private static List<Customer> parties(Unit unit, List<CustomerId> ids) {
        return unit.get(CustomerRepository.class).findAllById(ids);
    }

    private static CustomerId resolved(Unit unit, CustomerId id) {
        return unit.repositories().redirects().resolve(id);
    }

    /**
     * Opens or changes a relationship that another system names.
     *
     * @param ref how the other system names it
     * @param input parties, type, title and dates
     * @return created, updated, or unchanged: then nothing was written
     * @throws NotFound if a party is missing
     * @throws RuleViolation as {@link #relate} does
     */
    public Upserted<Relationship> upsert(ExternalRef ref, NewRelationship input) {
        return units.run(unit -> {
            RelationshipRecords records = new RelationshipRecords(unit);
            NewRelationship named = input.externalRef(ref);
            Optional<Relationship> known = records.byRef(ref);
            if (known.isEmpty()) {
                return new Upserted.Created<>(records.create(named));
            }
            Relationship before = known.get();
            CustomerRecords customers = new CustomerRecords(unit);
            List<ExternalRef> refs = new ArrayList<>(before.externalRefs());
            named.externalRefs().stream().filter(r -> !refs.contains(r)).forEach(refs::add);
            Relationship after = before.toBuilder()
                    .type(named.type())
                    .from(customers.load(named.from()).id())
                    .to(customers.load(named.to()).id())
                    .roleTitle(named.roleTitle())
                    .validity(named.validity())
                    .externalRefs(refs)
                    .build();
            Relationship stored = records.store(before, after, CustomerEvents.RELATIONSHIP_CHANGED);
            return stored.revision().equals(before.revision())
                    ? new Upserted.Unchanged<>(stored)
                    : new Upserted.Updated<>(stored);
        });
    }
}
