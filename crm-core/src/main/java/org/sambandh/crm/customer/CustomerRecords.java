package org.sambandh.crm.customer;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.sambandh.crm.common.CustomerId;
import org.sambandh.crm.common.EntityRef;
import org.sambandh.crm.common.ExternalRef;
import org.sambandh.crm.common.Invalid;
import org.sambandh.crm.common.NotFound;
import org.sambandh.crm.common.RelationshipId;
import org.sambandh.crm.common.Revision;
import org.sambandh.crm.common.RuleViolation;
import org.sambandh.crm.condition.Condition;
import org.sambandh.crm.condition.Conditions;
import org.sambandh.crm.condition.Tests;
import org.sambandh.crm.event.Change;
import org.sambandh.crm.event.Changes;
import org.sambandh.crm.store.Page;
import org.sambandh.crm.store.Query;
import org.sambandh.crm.store.Repository;
import org.sambandh.crm.store.Unit;

/** Loads and stores parties for the services of this package: rules of every change, and the events it causes. */
final class CustomerRecords {

    private final Unit unit;

    CustomerRecords(Unit unit) {
        this.unit = unit;
    }

    Lifecycle lifecycle() {
        return Lifecycles.of(unit);
    }

    Customer load(CustomerId id) {
        CustomerId now = unit.repositories().redirects().resolve(id);
        return unit.get(CustomerRepository.class).findById(now).orElseThrow(() -> new NotFound(EntityRef.of(id)));
    }

    Optional<Customer> byRef(ExternalRef ref) {
        Condition<Customer> named = Conditions.where(CustomerFields.EXTERNAL_REFS, Tests.is(ref.key()));
        return all(unit, CustomerRepository.class, named).stream().findFirst();
    }

    /** Everything that matches an indexed look-up, page after page. */
    static <T> List<T> all(Unit unit, Class<? extends Repository<T, ?>> type, Condition<T> condition) {
        List<T> found = new ArrayList<>();
        Query<T> query = Query.of(condition, unit.moment()).limit(1_000);
        Page<T> page = unit.get(type).find(query);
        found.addAll(page.items());
        while (page.next().isPresent()) {
            page = unit.get(type).find(query.after(page.next().get()));
            found.addAll(page.items());
        }
        return found;
    }

    /** The party a draft becomes, not stored yet. */
    Customer create(NewCustomer input, Standing standing) {
        CustomerId id = unit.newId(CustomerId.class, CustomerId::new);
        Customer born = input.draft().toBuilder(id)
                .revision(Revision.NEW)
                .standing(standing)
                .registeredAt(unit.now())
                .build();
        if (born.roles().isEmpty()) {
            born = born.assumeRole(PartyRole.CUSTOMER);
        }
        if (!born.roles().contains(PartyRole.CUSTOMER)) {
            return born;
        }
        LifecycleStage usual = standing == Standing.ESTABLISHED
                ? lifecycle().ofRegistered()
                : lifecycle().first();
        return born.advanceLifecycle(input.stage().orElse(usual), lifecycle(), unit.now());
    }

    Customer insert(Customer fresh) {
        Customer stored = save(null, fresh);
        unit.record(CustomerEvents.REGISTERED, Customer.class, null, stored, List.of(), Map.of());
        return stored;
    }

    /** Stores a changed party; one that says the same as before is not written. */
    Customer update(Customer before, Customer changed) {
        Customer after = complete(changed);
        if (CustomerState.same(before, after)) {
            return before;
        }
        check(before, after);
        Customer stored = save(before, after);
        record(before, stored);
        return stored;
    }

    private Customer save(@Nullable Customer before, Customer changed) {
        Customer after = complete(changed);
        unit.catalog().checkAttributes(after);
        List<ContactPoint> known = before == null ? List.of() : before.contactPoints();
        for (ContactPoint point : after.contactPoints()) {
            RelationshipId through = point.relationship();
            if (through != null && !known.contains(point)) {
                checkThrough(after, through);
            }
        }
        return unit.get(CustomerRepository.class).save(List.of(after)).get(0);
    }

    private void checkThrough(Customer customer, RelationshipId through) {
        Relationship relationship = unit.get(RelationshipRepository.class)
                .findById(through)
                .orElseThrow(() -> new NotFound(new EntityRef("relationship", through.value())));
        boolean own =
                relationship.from().equals(customer.id()) || relationship.to().equals(customer.id());
        if (!own) {
            throw new RuleViolation(
                    "contact-point-of-others",
                    EntityRef.of(customer.id()),
                    "A contact point can only hang on a relationship of its own party, not on " + through + ".");
        }
    }

    /** Numbers written without a country get the tenant's. */
    private Customer complete(Customer customer) {
        String region = region();
        boolean open = customer.contactPoints().stream()
                .anyMatch(p -> p.address() instanceof PhoneNumber phone && phone.e164() == null);
        if (!open) {
            return customer;
        }
        List<ContactPoint> points =
                customer.contactPoints().stream().map(p -> p.in(region)).toList();
        return customer.toBuilder().contactPoints(points).build();
    }

    String region() {
        return unit.settings().phoneRegion();
    }

    private void check(Customer before, Customer after) {
        EntityRef ref = EntityRef.of(before.id());
        if (!before.id().equals(after.id()) || !before.revision().equals(after.revision())) {
            throw new Invalid("customer", "a verb changes the party it is given, not its id or revision");
        }
        if (before.kind() != after.kind()) {
            throw new RuleViolation("kind-is-fixed", ref, "A " + before.kind() + " cannot become a " + after.kind());
        }
        if (before.standing() == Standing.ESTABLISHED && after.standing() == Standing.PROVISIONAL) {
            throw new RuleViolation(
                    "standing-goes-back", ref, "Who was established stays so. Archive or erase the party instead.");
        }
        Optional<LifecycleStage> from = before.lifecycleStage();
        Optional<LifecycleStage> to = after.lifecycleStage();
        boolean backward = from.isPresent()
                && to.isPresent()
                && !from.equals(to)
                && !lifecycle().leadsTo(from.get(), to.get());
        if (backward && reason(after) == null) {
            throw new RuleViolation(
                    "lifecycle-goes-back",
                    ref,
                    "From " + from.get() + " back to " + to.get() + " leads only correctLifecycle, with a reason.");
        }
    }

    private static @Nullable String reason(Customer customer) {
        List<LifecyclePeriod> history = customer.lifecycleHistory();
        return history.isEmpty() ? null : history.get(history.size() - 1).reason();
    }

    private void record(Customer before, Customer after) {
        Map<String, List<Change>> byType =
                new TreeMap<>(Changes.between(unit.catalog().subject(Customer.class), before, after).stream()
                        .collect(Collectors.groupingBy(change -> type(change, after))));
        if (byType.isEmpty()) {
            byType.put(CustomerEvents.CHANGED, List.of());
        }
        byType.forEach((type, changes) -> {
            Map<String, String> data = type.equals(CustomerEvents.LIFECYCLE_MOVED) ? moved(before, after) : Map.of();
            unit.record(type, EntityRef.of(after.id()), List.of(), changes, data);
        });
    }

    private static String type(Change change, Customer after) {
        String field = change.field();
        if (field.equals(CustomerFields.STANDING.name())) {
            return CustomerEvents.ESTABLISHED;
        }
        if (field.equals(CustomerFields.LIFECYCLE_STAGE.name())
                || field.equals(CustomerFields.LIFECYCLE_SINCE.name())) {
            return CustomerEvents.LIFECYCLE_MOVED;
        }
        if (field.equals(CustomerFields.ARCHIVED.name())) {
            return after.archived() ? CustomerEvents.ARCHIVED : CustomerEvents.UNARCHIVED;
        }
        return CustomerEvents.CHANGED;
    }

    private static Map<String, String> moved(Customer before, Customer after) {
        Map<String, String> data = new TreeMap<>();
        before.lifecycleStage().ifPresent(stage -> data.put("from", stage.code()));
        after.lifecycleStage().ifPresent(stage -> data.put("to", stage.code()));
        String reason = reason(after);
        if (reason != null) {
            data.put("reason", reason);
        }
        return data;
    }
}
