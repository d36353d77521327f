package org.sambandh.crm.customer;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.sambandh.crm.common.Invalid;

/** What the fields of a party read from, and write into, the parts inside it. */
final class CustomerParts {

    private CustomerParts() {}

    static List<String> nameKeys(Customer customer) {
        Stream<PersonName> others = customer.otherNames().stream().map(NameVariant::name);
        return Stream.concat(customer.name().stream(), others)
                .map(name -> name.key().value())
                .filter(key -> !key.isEmpty())
                .distinct()
                .toList();
    }

    static Optional<Instant> inStageSince(Customer customer) {
        List<LifecyclePeriod> history = customer.lifecycleHistory();
        return customer.lifecycleStage()
                .map(stage -> history.get(history.size() - 1).from());
    }

    static List<String> keys(Customer customer, ContactPoint.Kind kind) {
        return customer.contactPoints().stream()
                .filter(point -> point.kind() == kind)
                .flatMap(point -> point.address().key().stream())
                .distinct()
                .toList();
    }

    static List<String> countries(Customer customer) {
        return ofPostal(customer, PostalAddress::country);
    }

    static List<String> cities(Customer customer) {
        return ofPostal(customer, PostalAddress::city);
    }

    private static List<String> ofPostal(Customer customer, Function<PostalAddress, @Nullable String> part) {
        return addresses(customer, PostalAddress.class)
                .map(part)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
    }

    static List<String> mailDomains(Customer customer) {
        if (!(customer.profile() instanceof Organization organization)) {
            return List.of();
        }
        Stream<String> ofMail = addresses(customer, EmailAddress.class).map(EmailAddress::domain);
        return Stream.concat(Stream.ofNullable(organization.webDomain()), ofMail)
                .distinct()
                .toList();
    }

    private static <A extends ContactAddress> Stream<A> addresses(Customer customer, Class<A> type) {
        return customer.contactPoints().stream()
                .map(ContactPoint::address)
                .filter(type::isInstance)
                .map(type::cast);
    }

    static <A extends ContactAddress> Optional<A> main(Customer customer, Class<A> type) {
        return addresses(customer, type).findFirst();
    }

    static Optional<PostalAddress> mainAddress(Customer customer) {
        return main(customer, PostalAddress.class);
    }

    static Customer withMainCountry(Customer customer, @Nullable String country) {
        Optional<PostalAddress> main = mainAddress(customer);
        if (main.isPresent()) {
            return withMain(customer, ContactPoint.Kind.POSTAL, main.get().country(country));
        }
        return country == null
                ? customer
                : withMain(customer, ContactPoint.Kind.POSTAL, PostalAddress.inCountry(country));
    }

    static Customer withMainCity(Customer customer, @Nullable String city) {
        Optional<PostalAddress> main = mainAddress(customer);
        if (main.isPresent()) {
            return withMain(customer, ContactPoint.Kind.POSTAL, main.get().city(city));
        }
        PostalAddress fresh = city == null ? null : new PostalAddress(List.of(), city, null, null, null);
        return withMain(customer, ContactPoint.Kind.POSTAL, fresh);
    }

    /** Puts an address in the place of the first one of its kind, or adds it; null removes the first one. */
    static Customer withMain(Customer customer, ContactPoint.Kind kind, @Nullable ContactAddress address) {
        List<ContactPoint> points = new ArrayList<>(customer.contactPoints());
        int first = 0;
        while (first < points.size() && points.get(first).kind() != kind) {
            first++;
        }
        if (first == points.size()) {
            return address == null ? customer : customer.addContactPoint(ContactPoint.of(address));
        }
        ContactPoint old = points.get(first);
        if (address == null) {
            points.remove(first);
        } else {
            points.set(first, new ContactPoint(address, old.purpose(), old.validity(), old.relationship()));
        }
        return customer.toBuilder().contactPoints(points).build();
    }

    static Organization organization(Customer customer, String field) {
        if (customer.profile() instanceof Organization organization) {
            return organization;
        }
        throw new Invalid("customer." + field, "only an organization has it, this is a " + customer.kind());
    }

    static Person person(Customer customer, String field) {
        if (customer.profile() instanceof Person person) {
            return person;
        }
        throw new Invalid("customer." + field, "only a person has it, this is a " + customer.kind());
    }

    static int year(BigDecimal value) {
        if (value.signum() <= 0 || value.compareTo(BigDecimal.valueOf(9999)) > 0) {
            throw new Invalid("customer.founded", "a year from 1 to 9999");
        }
        return value.intValueExact();
    }
}
