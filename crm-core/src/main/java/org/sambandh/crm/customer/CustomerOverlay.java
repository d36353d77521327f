package org.sambandh.crm.customer;

import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.sambandh.crm.field.Attributes;

/** Puts what another system says of a party over what is known. */
final class CustomerOverlay {

    private CustomerOverlay() {}

    static Customer on(Customer known, Customer said) {
        Customer after = known.describe(profile(known.profile(), said.profile()))
                .buysLike(new Buying(
                        or(said.buying().incomeBand(), known.buying().incomeBand()),
                        or(said.buying().paymentMethod(), known.buying().paymentMethod()),
                        or(said.buying().purposeOfPurchase(), known.buying().purposeOfPurchase())))
                .cameFrom(said.source().or(known::source).orElse(null))
                .assign(said.ownership().or(known::ownership).orElse(null))
                .correctName(said.name().or(known::name).orElse(null));
        for (NameVariant variant : said.otherNames()) {
            after = after.addName(variant);
        }
        for (ContactPoint point : said.contactPoints()) {
            after = withPoint(after, point);
        }
        for (PartyIdentifier identifier : said.identifiers()) {
            after = after.identify(identifier);
        }
        for (PartyRole role : said.roles()) {
            after = after.assumeRole(role);
        }
        for (Preference preference : said.preferences().all()) {
            after = after.prefer(preference);
        }
        for (var ref : said.externalRefs()) {
            after = after.referTo(ref);
        }
        Map<String, Object> attributes = new TreeMap<>(after.attributes().values());
        attributes.putAll(said.attributes().values());
        Map<String, String> purposes = new TreeMap<>(after.purposesOfUse());
        purposes.putAll(said.purposesOfUse());
        return after.withAttributes(Attributes.of(attributes)).toBuilder()
                .purposesOfUse(new TreeMap<>(purposes))
                .build();
    }

    /** A number is known if it is written alike, whether or not its international form was made out since. */
    private static Customer withPoint(Customer customer, ContactPoint point) {
        boolean known = point.address() instanceof PhoneNumber said
                && customer.contactPoints().stream()
                        .anyMatch(p -> p.address() instanceof PhoneNumber phone
                                && phone.written().equals(said.written())
                                && (p.doNotCall() || !point.doNotCall())
                                && point.doNotCall(p.doNotCall())
                                        .equals(new ContactPoint(
                                                said, p.purpose(), p.validity(), p.relationship(), p.doNotCall())));
        return known ? customer : customer.addContactPoint(point);
    }

    private static Profile profile(Profile known, Profile said) {
        if (known instanceof Organization before && said instanceof Organization now) {
            return new Organization(
                    or(now.industry(), before.industry()),
                    or(now.employees(), before.employees()),
                    or(now.revenue(), before.revenue()),
                    or(now.foundedYear(), before.foundedYear()),
                    or(now.webDomain(), before.webDomain()));
        }
        if (known instanceof Person before && said instanceof Person now) {
            return new Person(or(now.sex(), before.sex()), or(now.birthDate(), before.birthDate()));
        }
        return said;
    }

    private static <V> @Nullable V or(@Nullable V said, @Nullable V known) {
        return said == null ? known : said;
    }
}
