package org.sambandh.crm.customer;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.sambandh.crm.common.CustomerId;
import org.sambandh.crm.common.EntityRef;
import org.sambandh.crm.event.Changes;
import org.sambandh.crm.field.Attributes;
import org.sambandh.crm.field.Field;
import org.sambandh.crm.store.CustomerData;
import org.sambandh.crm.store.Unit;

/** The party itself and what it is to others, when it is merged, exported or erased. */
final class CustomerOwnData implements CustomerData {

    /** {@inheritDoc} Relationships between the two go; a merge that would close a cycle is refused. */
    @Override
    public void repoint(Unit unit, CustomerId from, CustomerId to) {
        RelationshipRecords records = new RelationshipRecords(unit);
        for (Relationship relationship : records.of(from)) {
            CustomerId left = relationship.from().equals(from) ? to : relationship.from();
            CustomerId right = relationship.to().equals(from) ? to : relationship.to();
            if (left.equals(right)) {
                records.remove(relationship);
            } else {
                Relationship after =
                        relationship.toBuilder().from(left).to(right).build();
                records.store(relationship, after, CustomerEvents.RELATIONSHIP_CHANGED);
            }
        }
    }

    @Override
    public List<Item> export(Unit unit, CustomerId id) {
        List<Item> items = new ArrayList<>();
        Optional<Customer> found = unit.get(CustomerRepository.class).findById(id);
        found.ifPresent(customer -> items.add(new Item(EntityRef.of(id), values(unit, customer))));
        for (Relationship relationship : new RelationshipRecords(unit).of(id)) {
            Map<String, String> values = new LinkedHashMap<>();
            put(values, "", unit.catalog().subject(Relationship.class).fields(), relationship);
            items.add(new Item(RelationshipRecords.ref(relationship.id()), values));
        }
        return items;
    }

    private static Map<String, String> values(Unit unit, Customer customer) {
        Map<String, String> values = new LinkedHashMap<>();
        put(values, "", unit.catalog().subject(Customer.class).fields(), customer);
        customer.name().ifPresent(name -> name(values, "name", name));
        for (int i = 0; i < customer.otherNames().size(); i++) {
            NameVariant variant = customer.otherNames().get(i);
            name(values, "otherNames[" + i + "]", variant.name());
            values.put("otherNames[" + i + "].use", variant.use().name());
        }
        for (int i = 0; i < customer.contactPoints().size(); i++) {
            ContactPoint point = customer.contactPoints().get(i);
            put(
                    values,
                    "contactPoints[" + i + "].",
                    unit.catalog().subject(ContactPoint.class).fields(),
                    point);
            values.put("contactPoints[" + i + "].address", written(point.address()));
        }
        for (int i = 0; i < customer.lifecycleHistory().size(); i++) {
            LifecyclePeriod period = customer.lifecycleHistory().get(i);
            String until = period.until() == null ? "" : " to " + period.until();
            values.put("lifecycleHistory[" + i + "]", period.stage() + " from " + period.from() + until);
        }
        customer.preferences()
                .all()
                .forEach(p -> values.put(
                        "preferences." + p.kind(),
                        String.join(", ", p.values()) + " (" + p.source() + ", " + p.since() + ")"));
        customer.purposesOfUse().forEach((field, purpose) -> values.put("purposesOfUse." + field, purpose));
        return values;
    }

    private static void name(Map<String, String> values, String path, PersonName name) {
        put(values, path + ".written", name.written());
        put(values, path + ".given", name.given());
        put(values, path + ".middle", name.middle());
        put(values, path + ".family", name.family());
        put(values, path + ".honorific", name.honorific());
        put(values, path + ".script", name.script());
        put(values, path + ".language", name.language());
    }

    private static String written(ContactAddress address) {
        if (address instanceof EmailAddress email) {
            return email.written();
        }
        if (address instanceof PhoneNumber phone) {
            return phone.written();
        }
        if (address instanceof PostalAddress postal) {
            List<String> parts = new ArrayList<>(postal.lines());
            for (String part :
                    new @Nullable String[] {postal.postalCode(), postal.city(), postal.region(), postal.country()}) {
                if (part != null) {
                    parts.add(part);
                }
            }
            return String.join("\n", parts);
        }
        return address instanceof SocialHandle social ? social.handle() : ((MessengerHandle) address).handle();
    }

    private static <S> void put(Map<String, String> values, String prefix, Iterable<Field<S, ?>> fields, S subject) {
        for (Field<S, ?> field : fields) {
            put(values, prefix + field.name(), Changes.text(field, subject));
        }
    }

    private static void put(Map<String, String> values, String name, @Nullable String text) {
        if (text != null) {
            values.put(name, text);
        }
    }

    /**
     * {@inheritDoc} What stays: the kind, roles, standing, stages, dates, an organisation's industry and sizes, who
     * answered for it, and attributes declared as not personal. Relationships of a person go altogether.
     */
    @Override
    public void erase(Unit unit, CustomerId id) {
        RelationshipRecords records = new RelationshipRecords(unit);
        Optional<Customer> found = unit.get(CustomerRepository.class).findById(id);
        boolean organization = found.isPresent() && found.get().kind() == Profile.Kind.ORGANIZATION;
        for (Relationship relationship : records.of(id)) {
            if (organization) {
                records.strip(relationship);
            } else {
                records.erase(relationship);
            }
        }
        // Read again: contact points may have gone with their relationships.
        Optional<Customer> now = unit.get(CustomerRepository.class).findById(id);
        if (now.isPresent()) {
            Customer erased = erased(unit, now.get());
            unit.get(CustomerRepository.class).save(List.of(erased));
            unit.record(CustomerEvents.ERASED, EntityRef.of(id), List.of(), List.of(), Map.of());
        }
    }

    private static Customer erased(Unit unit, Customer customer) {
        Map<String, Object> kept = new TreeMap<>(customer.attributes().values());
        kept.keySet()
                .removeIf(name -> unit.catalog()
                        .findField(Customer.class, name)
                        .map(Field::personal)
                        .orElse(true));
        List<LifecyclePeriod> history = customer.lifecycleHistory().stream()
                .map(p -> new LifecyclePeriod(p.stage(), p.from(), p.until(), null))
                .toList();
        Profile profile = customer.profile() instanceof Organization o
                ? o.webDomain(null)
                : customer.profile().blank();
        return customer.toBuilder()
                .externalRefs(List.of())
                .profile(profile)
                .name(null)
                .otherNames(List.of())
                .lifecycleHistory(history)
                .contactPoints(List.of())
                .identifiers(List.of())
                .preferences(Preferences.NONE)
                .buying(Buying.UNKNOWN)
                .purposesOfUse(new TreeMap<>())
                .source(null)
                .attributes(Attributes.of(kept))
                .build();
    }
}
