package org.sambandh.crm.customer;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.sambandh.crm.common.CustomerId;
import org.sambandh.crm.common.Money;
import org.sambandh.crm.common.TeamId;
import org.sambandh.crm.common.UserId;
import org.sambandh.crm.field.Field;
import org.sambandh.crm.field.FieldType;
import org.sambandh.crm.field.Relation;
import org.sambandh.crm.store.EntityType;
import org.sambandh.crm.team.Ownership;
import org.sambandh.crm.team.Team;
import org.sambandh.crm.team.User;

/**
 * What can be asked of a party. Fields that only one kind of party has are missing for the others, and refuse to be
 * written there.
 */
public final class CustomerFields {

    /** The type of references to parties, for the fields of other features. */
    public static final FieldType<CustomerId> ID_TYPE = FieldType.id(CustomerId.class, CustomerId::new);

    /** Its identity. */
    public static final Field.One<Customer, CustomerId> ID = Field.one(Customer.class, "id", ID_TYPE, Customer::id);

    /** The name that is shown. Writing it puts the name right and keeps no former one. */
    public static final Field.One<Customer, String> NAME = text(
                    "name", c -> c.name().map(PersonName::written))
            .asPersonal()
            .asIndexed()
            .writtenBy((c, name) -> c.correctName(name == null ? null : PersonName.of(name)));

    /** The keys of all its names, the former ones included: equal keys are equal names. */
    public static final Field.Many<Customer, String> NAME_KEYS = Field.many(
                    Customer.class, "nameKeys", FieldType.TEXT, CustomerParts::nameKeys)
            .asPersonal()
            .asIndexed();

    /** Person, organisation or household. */
    public static final Field.One<Customer, Profile.Kind> KIND =
            Field.one(Customer.class, "kind", FieldType.enumOf(Profile.Kind.class), Customer::kind);

    /** How sure it is that there is such a party. */
    public static final Field.One<Customer, Standing> STANDING =
            Field.one(Customer.class, "standing", FieldType.enumOf(Standing.class), Customer::standing);

    /** The lifecycle stage it is in. */
    public static final Field.One<Customer, LifecycleStage> LIFECYCLE_STAGE = Field.optional(
            Customer.class,
            "lifecycleStage",
            FieldType.code(LifecycleStage.class, LifecycleStage::new, LifecycleStage::code),
            Customer::lifecycleStage);

    /** Since when it is in that stage. */
    public static final Field.One<Customer, Instant> LIFECYCLE_SINCE =
            Field.optional(Customer.class, "lifecycleSince", FieldType.INSTANT, CustomerParts::inStageSince);

    /** What it is to the tenant. */
    public static final Field.Many<Customer, PartyRole> ROLES =
            Field.many(Customer.class, "roles", FieldType.enumOf(PartyRole.class), Customer::roles);

    /** The industry of an organisation. */
    public static final Field.One<Customer, String> INDUSTRY =
            ofOrganization("industry", FieldType.TEXT, Organization::industry, Organization::industry);

    /** How many work in an organisation. */
    public static final Field.One<Customer, BigDecimal> EMPLOYEES = ofOrganization(
            "employees",
            FieldType.INTEGER,
            o -> o.employees() == null ? null : BigDecimal.valueOf(o.employees()),
            (o, count) -> o.employees(count == null ? null : count.longValueExact()));

    /** The revenue of an organisation in a year. */
    public static final Field.One<Customer, Money> REVENUE =
            ofOrganization("revenue", FieldType.MONEY, Organization::revenue, Organization::revenue);

    /** The year an organisation was founded. */
    public static final Field.One<Customer, BigDecimal> FOUNDED = ofOrganization(
            "founded",
            FieldType.INTEGER,
            o -> o.foundedYear() == null ? null : BigDecimal.valueOf(o.foundedYear()),
            (o, year) -> o.foundedYear(year == null ? null : CustomerParts.year(year)));

    /** The registered domain of an organisation. */
    public static final Field.One<Customer, String> WEB_DOMAIN = ofOrganization(
                    "webDomain", FieldType.TEXT, Organization::webDomain, Organization::webDomain)
            .asIndexed();

    /** The sex a person stated. */
    public static final Field.One<Customer, Sex> SEX = Field.one(
                    Customer.class,
                    "sex",
                    FieldType.enumOf(Sex.class),
                    c -> c.profile() instanceof Person person ? person.sex() : null)
            .asPersonal()
            .writtenBy((c, sex) ->
                    c.describe(new Person(sex, CustomerParts.person(c, "sex").birthDate())));

    /** The day a person was born; an age is a test of it against a moment. */
    public static final Field.One<Customer, LocalDate> BIRTH_DATE = Field.one(
                    Customer.class,
                    "birthDate",
                    FieldType.DATE,
                    c -> c.profile() instanceof Person person ? person.birthDate() : null)
            .asPersonal()
            .writtenBy((c, day) ->
                    c.describe(new Person(CustomerParts.person(c, "birthDate").sex(), day)));

    /** The income band. */
    public static final Field.One<Customer, String> INCOME_BAND = text(
                    "incomeBand", c -> Optional.ofNullable(c.buying().incomeBand()))
            .asPersonal()
            .writtenBy((c, code) -> c.buysLike(c.buying().incomeBand(code)));

    /** How it likes to pay. */
    public static final Field.One<Customer, String> PAYMENT_METHOD = text(
                    "paymentMethod", c -> Optional.ofNullable(c.buying().paymentMethod()))
            .asPersonal()
            .writtenBy((c, code) -> c.buysLike(c.buying().paymentMethod(code)));

    /** What it buys for. */
    public static final Field.One<Customer, String> PURPOSE_OF_PURCHASE = text(
                    "purposeOfPurchase", c -> Optional.ofNullable(c.buying().purposeOfPurchase()))
            .asPersonal()
            .writtenBy((c, code) -> c.buysLike(c.buying().purposeOfPurchase(code)));

    /** The countries of its postal addresses, ISO 3166. */
    public static final Field.Many<Customer, String> COUNTRY = Field.many(
                    Customer.class, "country", FieldType.TEXT, CustomerParts::countries)
            .asIndexed();

    /** The cities of its postal addresses. */
    public static final Field.Many<Customer, String> CITY =
            Field.many(Customer.class, "city", FieldType.TEXT, CustomerParts::cities);

    /** The country of its main address. Writing it makes a main address where there is none. */
    public static final Field.One<Customer, String> MAIN_COUNTRY = text(
                    "mainCountry", c -> CustomerParts.mainAddress(c).map(PostalAddress::country))
            .writtenBy(CustomerParts::withMainCountry);

    /** The city of its main address. Writing it makes a main address where there is none. */
    public static final Field.One<Customer, String> MAIN_CITY = text(
                    "mainCity", c -> CustomerParts.mainAddress(c).map(PostalAddress::city))
            .writtenBy(CustomerParts::withMainCity);

    /** The keys of its e-mail addresses, ended ones included. */
    public static final Field.Many<Customer, String> EMAILS = Field.many(
                    Customer.class, "emails", FieldType.TEXT, c -> CustomerParts.keys(c, ContactPoint.Kind.EMAIL))
            .asPersonal()
            .asIndexed();

    /** The international forms of its telephone numbers, ended ones included. */
    public static final Field.Many<Customer, String> PHONES = Field.many(
                    Customer.class, "phones", FieldType.TEXT, c -> CustomerParts.keys(c, ContactPoint.Kind.PHONE))
            .asPersonal()
            .asIndexed();

    /** The first e-mail address as written. Writing it puts the first one right, or adds one. */
    public static final Field.One<Customer, String> MAIN_EMAIL = text(
                    "mainEmail", c -> CustomerParts.main(c, EmailAddress.class).map(EmailAddress::written))
            .asPersonal()
            .writtenBy((c, email) ->
                    CustomerParts.withMain(c, ContactPoint.Kind.EMAIL, email == null ? null : EmailAddress.of(email)));

    /** The first telephone number as written. Writing it puts the first one right, or adds one. */
    public static final Field.One<Customer, String> MAIN_PHONE = text(
                    "mainPhone", c -> CustomerParts.main(c, PhoneNumber.class).map(PhoneNumber::written))
            .asPersonal()
            .writtenBy((c, phone) ->
                    CustomerParts.withMain(c, ContactPoint.Kind.PHONE, phone == null ? null : PhoneNumber.of(phone)));

    /** The domains of an organisation: its registered one and those of its e-mail addresses, public ones included. */
    public static final Field.Many<Customer, String> MAIL_DOMAINS = Field.many(
                    Customer.class, "mailDomains", FieldType.TEXT, CustomerParts::mailDomains)
            .asIndexed();

    /** The keys of its identifiers, ended ones included: {@link PartyIdentifier#key()}. */
    public static final Field.Many<Customer, String> IDENTIFIERS = Field.many(
                    Customer.class,
                    "identifiers",
                    FieldType.TEXT,
                    c -> c.identifiers().stream()
                            .map(PartyIdentifier::key)
                            .distinct()
                            .toList())
            .asPersonal()
            .asIndexed();

    /** The language it likes best, as BCP 47 tag. */
    public static final Field.One<Customer, String> LANGUAGE = text(
                    "language", c -> c.preferences().languages().stream().findFirst())
            .asPersonal();

    /** The zone it lives in, where that is known. */
    public static final Field.One<Customer, String> ZONE =
            text("zone", c -> c.preferences().zone().map(Object::toString)).asPersonal();

    /** The user who answers for it. */
    public static final Field.Reference<Customer, UserId, User> OWNER_USER = Field.reference(
                    Customer.class,
                    "ownerUser",
                    FieldType.id(UserId.class, UserId::new),
                    User.class,
                    c -> c.ownership().map(Ownership::user))
            .asIndexed()
            .writtenBy((c, user) -> c.assign(Ownership.ofNullable(
                            user, c.ownership().map(Ownership::team).orElse(null))
                    .orElse(null)));

    /** The team that answers for it. */
    public static final Field.Reference<Customer, TeamId, Team> OWNER_TEAM = Field.reference(
                    Customer.class,
                    "ownerTeam",
                    FieldType.id(TeamId.class, TeamId::new),
                    Team.class,
                    c -> c.ownership().map(Ownership::team))
            .asIndexed()
            .writtenBy((c, team) -> c.assign(
                    Ownership.ofNullable(c.ownership().map(Ownership::user).orElse(null), team)
                            .orElse(null)));

    /** How the tenant came to know it. */
    public static final Field.One<Customer, String> SOURCE =
            text("source", Customer::source).writtenBy((c, source) -> c.cameFrom(source));

    /** When it was registered. */
    public static final Field.One<Customer, Instant> REGISTERED_AT =
            Field.one(Customer.class, "registeredAt", FieldType.INSTANT, Customer::registeredAt);

    /** Whether it is archived. */
    public static final Field.One<Customer, Boolean> ARCHIVED =
            Field.one(Customer.class, "archived", FieldType.BOOLEAN, Customer::archived);

    /** The keys under which other systems know it. */
    public static final Field.Many<Customer, String> EXTERNAL_REFS = EntityType.externalRefs(Customer.class);

    /** The contact points inside a party; their fields are in {@link ContactPointFields}. */
    public static final Relation.Parts<Customer, ContactPoint> CONTACT_POINTS =
            Relation.parts("contactPoints", Customer.class, ContactPoint.class, Customer::contactPoints);

    /** The standard profile fields, for which a purpose of use can be stated. */
    public static final List<Field<Customer, ?>> PROFILE = List.of(
            SEX, BIRTH_DATE, INCOME_BAND, PAYMENT_METHOD, PURPOSE_OF_PURCHASE, INDUSTRY, EMPLOYEES, REVENUE, FOUNDED);

    /** All of them but the id. */
    public static final List<Field<Customer, ?>> ALL = all();

    private CustomerFields() {}

    private static List<Field<Customer, ?>> all() {
        List<Field<Customer, ?>> all =
                new ArrayList<>(List.of(NAME, NAME_KEYS, KIND, STANDING, LIFECYCLE_STAGE, LIFECYCLE_SINCE, ROLES));
        all.addAll(PROFILE);
        all.addAll(List.of(WEB_DOMAIN, COUNTRY, CITY, MAIN_COUNTRY, MAIN_CITY, EMAILS, PHONES, MAIN_EMAIL, MAIN_PHONE));
        all.addAll(List.of(MAIL_DOMAINS, IDENTIFIERS, LANGUAGE, ZONE, OWNER_USER, OWNER_TEAM, SOURCE));
        all.addAll(List.of(REGISTERED_AT, ARCHIVED, EXTERNAL_REFS));
        return List.copyOf(all);
    }

    private static Field.One<Customer, String> text(String name, Function<Customer, Optional<String>> reader) {
        return Field.optional(Customer.class, name, FieldType.TEXT, reader);
    }

    private static <V> Field.One<Customer, V> ofOrganization(
            String name,
            FieldType<V> type,
            Function<Organization, @Nullable V> reader,
            BiFunction<Organization, @Nullable V, Organization> writer) {
        return Field.<Customer, V>one(
                        Customer.class, name, type, c -> c.profile() instanceof Organization o ? reader.apply(o) : null)
                .writtenBy((c, value) -> c.describe(writer.apply(CustomerParts.organization(c, name), value)));
    }
}
