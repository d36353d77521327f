package org.sambandh.crm.customer;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.sambandh.crm.common.CustomerId;
import org.sambandh.crm.common.EntityRef;
import org.sambandh.crm.common.ExternalRef;
import org.sambandh.crm.common.Invalid;
import org.sambandh.crm.common.NotFound;
import org.sambandh.crm.common.StaleRevision;
import org.sambandh.crm.condition.Condition;
import org.sambandh.crm.condition.Conditions;
import org.sambandh.crm.condition.Tests;
import org.sambandh.crm.field.Field;
import org.sambandh.crm.store.Page;
import org.sambandh.crm.store.Query;
import org.sambandh.crm.store.Unit;
import org.sambandh.crm.store.Units;
import org.sambandh.crm.store.Upserted;
import org.sambandh.crm.team.Ownership;

/**
 * Parties: registers, finds and changes them. Ids of merged parties lead to the survivor. Each call is one transaction;
 * one that changes nothing writes nothing and records no event.
 */
public final class Customers {

    private final Units units;

    /**
     * Makes the service.
     *
     * @param units gives it units of work
     */
    public Customers(Units units) {
        this.units = units;
    }

    /**
     * Registers an established party.
     *
     * @param input the party, with a name
     * @return the party as stored
     * @throws Invalid if it has no name, or an attribute the tenant did not declare
     * @throws org.sambandh.crm.common.DuplicateKey if another party has one of its external references
     */
    public Customer register(NewCustomer input) {
        return units.run(unit -> {
            CustomerRecords records = new CustomerRecords(unit);
            return records.insert(named(records.create(input, Standing.ESTABLISHED)));
        });
    }

    /**
     * Registers a party that nobody confirmed. It may lack name and contact points.
     *
     * @param input the party
     * @return the party as stored, left out of search and counts until it is established
     * @throws Invalid if it has an attribute the tenant did not declare
     * @throws org.sambandh.crm.common.DuplicateKey if another party has one of its external references
     */
    public Customer registerProvisional(NewCustomer input) {
        return units.run(unit -> {
            CustomerRecords records = new CustomerRecords(unit);
            return records.insert(records.create(input, Standing.PROVISIONAL));
        });
    }

    private static Customer named(Customer customer) {
        if (customer.name().isEmpty()) {
            throw new Invalid("customer.name", "an established party needs a name; register it provisionally without");
        }
        return customer;
    }

    /**
     * Returns a party, provisional and archived ones too.
     *
     * @param id its id, or that of a party merged into it
     * @return the party
     * @throws NotFound if there is none
     */
    public Customer get(CustomerId id) {
        return units.run(unit -> new CustomerRecords(unit).load(id));
    }

    /**
     * Returns a party if there is one, provisional and archived ones too.
     *
     * @param id its id, or that of a party merged into it
     * @return the party, or nothing
     */
    public Optional<Customer> find(CustomerId id) {
        return units.run(unit -> unit.get(CustomerRepository.class)
                .findById(unit.repositories().redirects().resolve(id)));
    }

    /**
     * Returns the first 100 established parties in use that match, by id.
     *
     * @param condition what must hold
     * @return the page; go on with its cursor and {@link #find(Query)}
     */
    public Page<Customer> find(Condition<Customer> condition) {
        return units.run(unit -> page(unit, Query.of(condition, unit.moment()), Scope.STANDARD));
    }

    /**
     * Returns a page of established parties in use.
     *
     * @param query what must hold, in which order, how many
     * @return the page
     */
    public Page<Customer> find(Query<Customer> query) {
        return find(query, Scope.STANDARD);
    }

    /**
     * Returns a page of parties.
     *
     * @param query what must hold, in which order, how many
     * @param scope whether provisional and archived ones take part
     * @return the page; its cursor fits the same query and scope
     */
    public Page<Customer> find(Query<Customer> query, Scope scope) {
        return units.run(unit -> page(unit, query, scope));
    }

    private static Page<Customer> page(Unit unit, Query<Customer> query, Scope scope) {
        Query<Customer> scoped = new Query<>(
                scope.and(query.condition()),
                query.orders(),
                query.moment(),
                query.limit(),
                query.maxScan(),
                query.after());
        return unit.get(CustomerRepository.class).find(scoped);
    }

    /** {@return how many established parties are in use} */
    public long count() {
        return count(Conditions.always(), Scope.STANDARD);
    }

    /**
     * Returns how many established parties in use match.
     *
     * @param condition what must hold
     * @return the count
     */
    public long count(Condition<Customer> condition) {
        return count(condition, Scope.STANDARD);
    }

    /**
     * Returns how many parties match.
     *
     * @param condition what must hold
     * @param scope whether provisional and archived ones take part
     * @return the count
     */
    public long count(Condition<Customer> condition, Scope scope) {
        return units.run(unit -> unit.get(CustomerRepository.class).count(scope.and(condition), unit.moment()));
    }

    /**
     * Returns the parties that can be reached at an e-mail address today. Several may share it.
     *
     * @param email the address, in any letter case
     * @param scope whether provisional and archived ones take part
     * @return the parties, by id; none if the text is no address
     */
    public List<Customer> findByEmail(String email, Scope scope) {
        return EmailAddress.parse(email)
                .flatMap(EmailAddress::key)
                .map(key -> reached(CustomerFields.EMAILS, ContactPoint.Kind.EMAIL, unit -> Optional.of(key), scope))
                .orElse(List.of());
    }

    /**
     * Returns the parties that can be reached at a telephone number today. Several may share it.
     *
     * @param phone the number; without a country it gets the tenant's
     * @param scope whether provisional and archived ones take part
     * @return the parties, by id; none if the text is no number
     */
    public List<Customer> findByPhone(String phone, Scope scope) {
        return reached(
                CustomerFields.PHONES,
                ContactPoint.Kind.PHONE,
                unit -> PhoneNumber.normalise(phone, new CustomerRecords(unit).region()),
                scope);
    }

    private List<Customer> reached(
            Field.Many<Customer, String> field,
            ContactPoint.Kind kind,
            Function<Unit, Optional<String>> key,
            Scope scope) {
        return units.run(unit -> {
            Optional<String> wanted = key.apply(unit);
            LocalDate today = unit.moment().date();
            Predicate<Customer> valid = customer -> customer.contactPoints().stream()
                    .anyMatch(p -> p.kind() == kind
                            && p.holdsOn(today)
                            && p.address().key().equals(wanted));
            return wanted.map(text -> lookUp(unit, field, text, scope, valid)).orElse(List.of());
        });
    }

    /**
     * Returns the parties that are known by an identifier today.
     *
     * @param identifier type, value and issuer count
     * @param scope whether provisional and archived ones take part
     * @return the parties, by id
     */
    public List<Customer> findByIdentifier(PartyIdentifier identifier, Scope scope) {
        return units.run(unit -> {
            LocalDate today = unit.moment().date();
            Predicate<Customer> valid = customer -> customer.identifiers().stream()
                    .anyMatch(i ->
                            i.key().equals(identifier.key()) && i.validity().holdsOn(today));
            return lookUp(unit, CustomerFields.IDENTIFIERS, identifier.key(), scope, valid);
        });
    }

    private static List<Customer> lookUp(
            Unit unit, Field.Many<Customer, String> field, String key, Scope scope, Predicate<Customer> valid) {
        Condition<Customer> known = scope.and(Conditions.where(field, Tests.is(key)));
        return CustomerRecords.all(unit, CustomerRepository.class, known).stream()
                .filter(valid)
                .toList();
    }

    /**
     * Returns the party another system names, provisional and archived ones too.
     *
     * @param ref how the other system names it
     * @return the party, or nothing
     */
    public Optional<Customer> findByRef(ExternalRef ref) {
        return units.run(unit -> new CustomerRecords(unit).byRef(ref));
    }

    /**
     * Changes a party by a verb: {@code c -> c.prefer(...)}.
     *
     * @param id the party
     * @param verb returns a changed copy
     * @return the party as stored
     * @throws NotFound if there is none
     * @throws org.sambandh.crm.common.RuleViolation {@code standing-goes-back}, {@code lifecycle-goes-back} or
     *     {@code kind-is-fixed} if the verb does what none of ours does
     */
    public Customer change(CustomerId id, UnaryOperator<Customer> verb) {
        return units.run(unit -> {
            CustomerRecords records = new CustomerRecords(unit);
            Customer before = records.load(id);
            return records.update(before, verb.apply(before));
        });
    }

    /**
     * Changes a party by a verb if nobody else changed it since it was read.
     *
     * @param read the party as it was read
     * @param verb returns a changed copy
     * @return the party as stored
     * @throws StaleRevision if it was changed, merged or deleted since
     */
    public Customer change(Customer read, UnaryOperator<Customer> verb) {
        return units.run(unit -> {
            Optional<Customer> now = unit.get(CustomerRepository.class).findById(read.id());
            if (now.isEmpty() || !now.get().revision().equals(read.revision())) {
                throw new StaleRevision(List.of(EntityRef.of(read.id())));
            }
            return new CustomerRecords(unit).update(now.get(), verb.apply(now.get()));
        });
    }

    /**
     * Sets a field: one of ours or a host's own.
     *
     * @param id the party
     * @param field a writable field
     * @param value the value, or null for none
     * @param <V> the value
     * @return the party as stored
     * @throws NotFound if there is none
     * @throws Invalid if the field cannot be written, is not declared or refuses the value
     */
    public <V> Customer set(CustomerId id, Field.One<Customer, V> field, @Nullable V value) {
        return change(id, customer -> field.set(customer, value));
    }

    /**
     * Gives a party a new name from today on; the name before is kept as a former one.
     *
     * @param id the party
     * @param name the new name
     * @return the party as stored
     */
    public Customer rename(CustomerId id, PersonName name) {
        return units.run(unit -> {
            CustomerRecords records = new CustomerRecords(unit);
            Customer before = records.load(id);
            return records.update(before, before.rename(name, unit.moment().date()));
        });
    }

    /**
     * Adds a contact point.
     *
     * @param id the party
     * @param point where it can be reached
     * @return the party as stored
     */
    public Customer addContactPoint(CustomerId id, ContactPoint point) {
        return change(id, customer -> customer.addContactPoint(point));
    }

    /**
     * Removes a contact point that was wrong.
     *
     * @param id the party
     * @param point an equal one
     * @return the party as stored
     */
    public Customer removeContactPoint(CustomerId id, ContactPoint point) {
        return change(id, customer -> customer.removeContactPoint(point));
    }

    /**
     * Assigns a party to somebody.
     *
     * @param id the party
     * @param ownership who answers for it, or null for nobody
     * @return the party as stored
     */
    public Customer assign(CustomerId id, @Nullable Ownership ownership) {
        return change(id, customer -> customer.assign(ownership));
    }

    /**
     * Establishes a party: an answer, qualification, conversion, purchase or a person says that it is there.
     *
     * @param id the party
     * @return the party as stored; unchanged if it was established
     */
    public Customer establish(CustomerId id) {
        return change(id, CustomerVerbs::establish);
    }

    /**
     * Moves a party forward to a lifecycle stage; for a stage that lies behind, nothing happens. From former back to
     * customer is a reactivation.
     *
     * @param id the party
     * @param stage a stage of the tenant
     * @return the party as stored
     * @throws Invalid if the tenant has no such stage
     */
    public Customer advanceLifecycle(CustomerId id, LifecycleStage stage) {
        return units.run(unit -> {
            CustomerRecords records = new CustomerRecords(unit);
            Customer before = records.load(id);
            return records.update(before, before.advanceLifecycle(stage, records.lifecycle(), unit.now()));
        });
    }

    /**
     * Puts a party into the lifecycle stage a person says is right, backward too.
     *
     * @param id the party
     * @param stage a stage of the tenant
     * @param reason why; kept in the history and told in the event, so no personal data
     * @return the party as stored
     * @throws Invalid if the tenant has no such stage, or the reason is blank
     */
    public Customer correctLifecycle(CustomerId id, LifecycleStage stage, String reason) {
        return units.run(unit -> {
            CustomerRecords records = new CustomerRecords(unit);
            Customer before = records.load(id);
            return records.update(before, before.correctLifecycle(stage, reason, records.lifecycle(), unit.now()));
        });
    }

    /**
     * Archives a party: hidden and kept.
     *
     * @param id the party
     * @return the party as stored
     */
    public Customer archive(CustomerId id) {
        return units.run(unit -> {
            CustomerRecords records = new CustomerRecords(unit);
            Customer before = records.load(id);
            return records.update(before, before.archive(unit.now()));
        });
    }

    /**
     * Takes a party out of the archive.
     *
     * @param id the party
     * @return the party as stored
     */
    public Customer unarchive(CustomerId id) {
        return change(id, CustomerVerbs::unarchive);
    }

    /**
     * Relates a party to another; see {@link Relationships} for titles and dates.
     *
     * @param from the party on the left: who is employed
     * @param type what it is
     * @param to the party on the right: who employs
     * @return the relationship as stored
     */
    public Relationship relate(CustomerId from, RelationshipType type, CustomerId to) {
        return new Relationships(units).relate(NewRelationship.of(from, type, to));
    }

    /**
     * Registers or changes a party that another system names. What the input says is put right, what it does not say
     * stays: names and fields are replaced, contact points, identifiers, roles and references are added.
     *
     * @param ref how the other system names it
     * @param input what the other system says
     * @return created, updated, or unchanged: then nothing was written
     * @throws Invalid if a new party has no name
     */
    public Upserted<Customer> upsert(ExternalRef ref, NewCustomer input) {
        return upsert(ref, input, known -> CustomerOverlay.on(known, input.draft()));
    }

    /**
     * Registers or changes a party that another system names and nobody confirmed: a row of a bought list. Who is
     * established stays so.
     *
     * @param ref how the other system names it
     * @param input what the other system says; a name is not needed
     * @return created, updated, or unchanged: then nothing was written
     */
    public Upserted<Customer> upsertProvisional(ExternalRef ref, NewCustomer input) {
        return upsert(ref, input, known -> CustomerOverlay.on(known, input.draft()), Standing.PROVISIONAL);
    }

    /**
     * Registers or changes a party that another system names, field by field.
     *
     * @param ref how the other system names it
     * @param ifNew what a new one starts as; its kind at least
     * @param changes returns a changed copy, of a new one too; a name must be there in the end
     * @return created, updated, or unchanged: then nothing was written
     * @throws Invalid if a new party has no name in the end
     */
    public Upserted<Customer> upsert(ExternalRef ref, NewCustomer ifNew, UnaryOperator<Customer> changes) {
        return upsert(ref, ifNew, changes, Standing.ESTABLISHED);
    }

    private Upserted<Customer> upsert(
            ExternalRef ref, NewCustomer ifNew, UnaryOperator<Customer> changes, Standing ofNew) {
        return units.run(unit -> {
            CustomerRecords records = new CustomerRecords(unit);
            Optional<Customer> known = records.byRef(ref);
            if (known.isEmpty()) {
                Customer fresh = changes.apply(records.create(ifNew.externalRef(ref), ofNew));
                return new Upserted.Created<>(
                        records.insert(fresh.standing() == Standing.ESTABLISHED ? named(fresh) : fresh));
            }
            Customer stored = records.update(known.get(), changes.apply(known.get()));
            return stored.revision().equals(known.get().revision())
                    ? new Upserted.Unchanged<>(stored)
                    : new Upserted.Updated<>(stored);
        });
    }
}
