package org.sambandh.crm.tck;

import static org.sambandh.crm.tck.Samples.id;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.sambandh.crm.common.CustomerId;
import org.sambandh.crm.common.LifecycleId;
import org.sambandh.crm.common.RelationshipId;
import org.sambandh.crm.common.TeamId;
import org.sambandh.crm.common.UserId;
import org.sambandh.crm.common.Validity;
import org.sambandh.crm.customer.Buying;
import org.sambandh.crm.customer.ContactPoint;
import org.sambandh.crm.customer.Customer;
import org.sambandh.crm.customer.CustomerLifecycle;
import org.sambandh.crm.customer.EmailAddress;
import org.sambandh.crm.customer.Household;
import org.sambandh.crm.customer.Lifecycle;
import org.sambandh.crm.customer.LifecyclePeriod;
import org.sambandh.crm.customer.LifecycleStage;
import org.sambandh.crm.customer.MessengerHandle;
import org.sambandh.crm.customer.NameVariant;
import org.sambandh.crm.customer.Organization;
import org.sambandh.crm.customer.PartyIdentifier;
import org.sambandh.crm.customer.PartyRole;
import org.sambandh.crm.customer.Person;
import org.sambandh.crm.customer.PersonName;
import org.sambandh.crm.customer.PhoneNumber;
import org.sambandh.crm.customer.PostalAddress;
import org.sambandh.crm.customer.Preference;
import org.sambandh.crm.customer.Preferences;
import org.sambandh.crm.customer.Profile;
import org.sambandh.crm.customer.Relationship;
import org.sambandh.crm.customer.RelationshipType;
import org.sambandh.crm.customer.Sex;
import org.sambandh.crm.customer.SocialHandle;
import org.sambandh.crm.customer.Standing;
import org.sambandh.crm.team.Ownership;
import org.sambandh.crm.team.Team;
import org.sambandh.crm.team.TeamMember;
import org.sambandh.crm.team.User;

/** Users, teams, parties and what ties them. */
final class PartySamples {

    private PartySamples() {}

    static User user(String id, int n) {
        String manager = id("user", n / 2);
        return User.builder(new UserId(id))
                .externalRefs(Varied.refs("user", id, n))
                .displayName(Varied.text(n, 1))
                .active(Varied.one(n, 2, true, false))
                .zone(Varied.maybe(n, 3, ZoneId.of("Asia/Kolkata"), ZoneId.of("America/St_Johns")))
                .manager(manager.equals(id) ? null : Varied.maybe(n, 4, new UserId(manager)))
                .build();
    }

    static Team team(String id, int n) {
        TeamMember first = TeamMember.manager(new UserId(id("user", n)));
        TeamMember second = TeamMember.of(new UserId(id("user", n + 1)))
                .at("Pune")
                .during(Validity.between(LocalDate.of(2025, 4, 1), LocalDate.of(2026, 3, 15)));
        return Team.builder(new TeamId(id))
                .externalRefs(Varied.refs("team", id, n))
                .name(Varied.text(n, 1))
                .active(Varied.one(n, 2, true, false))
                .members(Varied.some(n, 3, first, second))
                .build();
    }

    static Customer customer(String id, int n) {
        return Customer.builder(new CustomerId(id))
                .externalRefs(Varied.refs("debtor", id, n))
                .profile(profile(n))
                .name(n == 0 ? null : Varied.maybe(n, 1, name(n)))
                .otherNames(Varied.some(
                        n,
                        2,
                        new NameVariant(PersonName.of("राम"), NameVariant.Use.TRANSLITERATED, Validity.ALWAYS),
                        new NameVariant(
                                PersonName.of("Steel & Sons"),
                                NameVariant.Use.FORMER,
                                Validity.until(LocalDate.of(2020, 1, 1)))))
                .standing(Varied.one(n, 3, Standing.ESTABLISHED, Standing.PROVISIONAL))
                .roles(
                        n == 0
                                ? Set.of()
                                : Varied.one(
                                        n,
                                        4,
                                        Set.of(PartyRole.CUSTOMER, PartyRole.PARTNER),
                                        Set.of(PartyRole.CUSTOMER),
                                        Set.of(PartyRole.CUSTOMER, PartyRole.SUPPLIER)))
                .lifecycleHistory(n == 0 ? List.of() : history(n))
                .contactPoints(contactPoints(id, n))
                .identifiers(Varied.some(
                        n,
                        6,
                        PartyIdentifier.exclusive("gstin", "27AAPFU" + n),
                        PartyIdentifier.shared("ration-card", "R-1").issuedBy("MH")))
                .preferences(preferences(n))
                .buying(
                        n == 0
                                ? Buying.UNKNOWN
                                : new Buying(
                                        Varied.maybe(n, 7, "5-10 lakh"),
                                        Varied.maybe(n, 8, "upi", "card"),
                                        Varied.textOrNone(n, 9)))
                .purposesOfUse(new TreeMap<>(n == 1 ? Map.of("billing", "invoices only") : Map.of()))
                .ownership(owner(n, 10))
                .source(Varied.textOrNone(n, 11))
                .registeredAt(Varied.instant(n, 12))
                .archivedAt(n == 1 ? Samples.MOMENT.at() : Varied.maybe(n, 13, Samples.MOMENT.at()))
                .attributes(Varied.attributes(n))
                .build();
    }

    static @org.jspecify.annotations.Nullable Ownership owner(int n, int salt) {
        UserId user = new UserId(id("user", n % 5));
        TeamId team = new TeamId(id("team", n % 3));
        return Varied.maybe(n, salt, new Ownership(user, team), Ownership.of(user), Ownership.of(team));
    }

    private static PersonName name(int n) {
        String text = Varied.text(n, 14);
        return n == 1
                ? new PersonName("Dr. Asha K. Rao", "Asha", "K.", "Rao", "Dr.", "Latn", null)
                        .in("Latn", Locale.forLanguageTag("hi-IN"))
                : PersonName.of(text);
    }

    private static Profile profile(int n) {
        Organization full = new Organization("steel", 1_200L, Varied.money(1, 1), 1978, "steel.example.in");
        Organization varied = new Organization(
                Varied.textOrNone(n, 15),
                Varied.maybe(n, 16, 1L, 12L, 100_000L),
                Varied.maybe(n, 17, Varied.money(n, 18)),
                Varied.maybe(n, 19, 1947, 2020),
                null);
        Person person = new Person(Varied.maybe(n, 20, Sex.FEMALE, Sex.MALE), n == 0 ? null : Varied.dateOrNone(n, 21));
        return Varied.one(n, 22, full, varied, person, Household.UNKNOWN, person, varied);
    }

    private static List<LifecyclePeriod> history(int n) {
        Instant then = Instant.parse("2025-06-01T00:00:00Z");
        Instant since = Varied.one(n, 23, then, Samples.MOMENT.at().minusSeconds(60));
        LifecyclePeriod first = new LifecyclePeriod(LifecycleStage.PROSPECT, then.minusSeconds(1), since, "enquiry");
        LifecyclePeriod now = new LifecyclePeriod(
                Varied.one(n, 24, LifecycleStage.CUSTOMER, LifecycleStage.FORMER), since, null, null);
        return Varied.one(n, 25, List.of(first, now), List.<LifecyclePeriod>of(), List.of(now));
    }

    private static List<ContactPoint> contactPoints(String id, int n) {
        ContactPoint mail = ContactPoint.of(EmailAddress.of("P" + (n % 7) + ".Ünal@Example.IN"))
                .forPurpose("billing");
        ContactPoint phone = ContactPoint.of(new PhoneNumber("98765 0000" + n % 5, "+9198765000" + n % 5))
                .doNotCall(n % 3 == 1);
        ContactPoint post = ContactPoint.of(new PostalAddress(
                List.of("1 Main Road", "“Shanti”"),
                Varied.maybe(n, 26, "Pune", "मुंबई"),
                "MH",
                "411001",
                Varied.one(n, 27, "IN", "US")));
        ContactPoint through =
                mail.through(new RelationshipId(id("relationship", n))).during(Validity.from(LocalDate.of(2026, 1, 1)));
        if (n == 1) {
            return List.of(
                    through,
                    phone,
                    post,
                    ContactPoint.of(new SocialHandle("linkedin", id)),
                    ContactPoint.of(new MessengerHandle("whatsapp", "+919876500001")));
        }
        return Varied.some(n, 28, mail, phone, post, ContactPoint.email("info@steel.example.in"));
    }

    private static Preferences preferences(int n) {
        LocalDate since = LocalDate.of(2026, 1, 1);
        return n == 0
                ? Preferences.NONE
                : new Preferences(Varied.some(
                        n,
                        29,
                        Preference.languages(List.of("hi", "en"), "form", since),
                        Preference.zone(ZoneId.of("Asia/Kolkata"), "form", since),
                        Preference.salutation("Asha-ji", "call", since)));
    }

    static Relationship relationship(String id, int n) {
        return Relationship.builder(new RelationshipId(id))
                .externalRefs(Varied.refs("relationship", id, n))
                .type(Varied.one(
                        n, 1, RelationshipType.EMPLOYED_BY, RelationshipType.SUBSIDIARY_OF, RelationshipType.SPOUSE_OF))
                .from(new CustomerId(id("customer", n % 20)))
                .to(new CustomerId(id("customer", n % 20 + 1)))
                .roleTitle(Varied.textOrNone(n, 2))
                .validity(
                        n == 0
                                ? Validity.ALWAYS
                                : Varied.one(
                                        n,
                                        3,
                                        Validity.between(LocalDate.of(2024, 2, 29), LocalDate.of(2026, 3, 15)),
                                        Validity.from(LocalDate.of(2026, 3, 15)),
                                        Validity.until(LocalDate.of(2026, 3, 14))))
                .build();
    }

    static CustomerLifecycle lifecycle(String id, int n) {
        List<LifecycleStage> stages = Varied.one(
                n, 1, Lifecycle.STANDARD.stages(), Lifecycle.STANDARD.stages().subList(0, 4));
        return CustomerLifecycle.builder(new LifecycleId(id))
                .externalRefs(Varied.refs("lifecycle", id, n))
                .lifecycle(new Lifecycle(stages))
                .build();
    }
}
