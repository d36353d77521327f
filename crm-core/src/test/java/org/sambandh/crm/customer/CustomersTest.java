package org.sambandh.crm.customer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.sambandh.crm.condition.Conditions.always;
import static org.sambandh.crm.condition.Conditions.where;
import static org.sambandh.crm.condition.Tests.is;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.sambandh.crm.common.CustomerId;
import org.sambandh.crm.common.DuplicateKey;
import org.sambandh.crm.common.ExternalRef;
import org.sambandh.crm.common.Invalid;
import org.sambandh.crm.common.Money;
import org.sambandh.crm.common.NotFound;
import org.sambandh.crm.common.RuleViolation;
import org.sambandh.crm.common.StaleRevision;
import org.sambandh.crm.common.UserId;
import org.sambandh.crm.common.Validity;
import org.sambandh.crm.event.Event;
import org.sambandh.crm.field.Attributes;
import org.sambandh.crm.store.Query;
import org.sambandh.crm.store.Units;
import org.sambandh.crm.store.Upserted;
import org.sambandh.crm.team.Ownership;

class CustomersTest {

    private final Desk desk = new Desk();
    private final Customers customers = desk.customers();

    @Test
    void aPersonIsRegisteredInOneLine() {
        Customer asha = customers.register(NewCustomer.person("Asha Rao")
                .email("Asha@Example.in")
                .phone("+91 98123 45678")
                .country("IN"));

        assertThat(customers.get(asha.id()).name().map(PersonName::written)).contains("Asha Rao");
        assertThat(asha.standing()).isEqualTo(Standing.ESTABLISHED);
        assertThat(asha.roles()).containsExactly(PartyRole.CUSTOMER);
        assertThat(asha.lifecycleStage()).contains(LifecycleStage.PROSPECT);
        assertThat(CustomerFields.EMAILS.get(asha)).containsExactly("asha@example.in");
        assertThat(CustomerFields.PHONES.get(asha)).containsExactly("+919812345678");
        assertThat(CustomerFields.COUNTRY.get(asha)).containsExactly("IN");
        assertThat(desk.told()).containsExactly(CustomerEvents.REGISTERED);
    }

    @Test
    void anEstablishedPartyNeedsANameAndAProvisionalOneNothing() {
        assertThatThrownBy(() -> customers.register(NewCustomer.person().email("a@example.in")))
                .isInstanceOf(Invalid.class)
                .hasMessageContaining("customer.name");
        Customer visitor = customers.registerProvisional(
                NewCustomer.person().identifier(PartyIdentifier.exclusive("cookie", "c1")));
        assertThat(visitor.name()).isEmpty();
        assertThat(visitor.lifecycleStage()).contains(LifecycleStage.VISITOR);
    }

    @Test
    void provisionalAndArchivedPartiesAreLeftOutUnlessAskedFor() {
        Customer kept = customers.register(NewCustomer.person("Asha"));
        Customer captured = customers.registerProvisional(NewCustomer.person("Rohan"));
        Customer gone = customers.register(NewCustomer.person("Meera"));
        customers.archive(gone.id());

        assertThat(customers.count()).isEqualTo(1);
        assertThat(customers.find(always()).items()).containsExactly(kept);
        assertThat(customers.count(always(), Scope.WITH_PROVISIONAL)).isEqualTo(2);
        assertThat(customers.count(always(), Scope.WITH_ARCHIVED)).isEqualTo(2);
        assertThat(customers.count(always(), Scope.ALL)).isEqualTo(3);
        assertThat(customers.get(captured.id()).standing()).isEqualTo(Standing.PROVISIONAL);
        assertThat(customers.get(gone.id()).archived()).isTrue();
    }

    @Test
    void aCursorGoesOnWithinItsScope() {
        for (int i = 0; i < 5; i++) {
            customers.register(NewCustomer.person("P" + i));
            customers.registerProvisional(NewCustomer.person("Q" + i));
        }
        Query<Customer> query =
                desk.units().run(unit -> Query.<Customer>all(unit.moment()).limit(2));
        var first = customers.find(query);
        var second = customers.find(query.after(first.next().orElseThrow()));
        var third = customers.find(query.after(second.next().orElseThrow()));
        assertThat(first.items()).hasSize(2);
        assertThat(second.items()).hasSize(2);
        assertThat(third.items()).hasSize(1);
        assertThat(third.next()).isEmpty();
    }

    @Test
    void establishingIsTheOnlyWayOfStandingAndNeverGoesBack() {
        Customer visitor = customers.registerProvisional(NewCustomer.person());
        desk.told();
        assertThat(customers.establish(visitor.id()).standing()).isEqualTo(Standing.ESTABLISHED);
        assertThat(desk.told()).containsExactly(CustomerEvents.ESTABLISHED);
        customers.establish(visitor.id());
        assertThat(desk.told()).isEmpty();
        assertThatThrownBy(() -> customers.change(
                        visitor.id(),
                        c -> c.toBuilder().standing(Standing.PROVISIONAL).build()))
                .isInstanceOfSatisfying(
                        RuleViolation.class, e -> assertThat(e.rule()).isEqualTo("standing-goes-back"));
        assertThat(customers.get(visitor.id()).standing()).isEqualTo(Standing.ESTABLISHED);
    }

    @Test
    void aChangeThatChangesNothingWritesNothingAndTellsNothing() {
        Customer asha = customers.register(NewCustomer.person("Asha").email("asha@example.in"));
        desk.told();
        Customer again = customers.change(
                asha.id(),
                c -> c.addContactPoint(ContactPoint.email("asha@example.in")).correctName(PersonName.of("Asha")));
        assertThat(again.revision()).isEqualTo(asha.revision());
        assertThat(desk.told()).isEmpty();
    }

    @Test
    void everyChangedFieldStandsInExactlyOneEvent() {
        Customer rohan = customers.registerProvisional(NewCustomer.person("Rohan"));
        desk.told();
        customers.change(
                rohan.id(),
                c -> c.establish()
                        .correctName(PersonName.of("Rohan Sharma"))
                        .advanceLifecycle(LifecycleStage.QUALIFIED, Lifecycle.STANDARD, c.registeredAt()));
        List<String> fields = desk.events.stream()
                .flatMap(event -> event.changes().stream())
                .map(change -> change.field())
                .toList();
        assertThat(fields).doesNotHaveDuplicates().contains("name", "standing", "lifecycleStage");
        assertThat(desk.told())
                .containsExactlyInAnyOrder(
                        CustomerEvents.CHANGED, CustomerEvents.ESTABLISHED, CustomerEvents.LIFECYCLE_MOVED);
    }

    @Test
    void aChangeThatNoFieldTellsIsStillWrittenAndTold() {
        Customer asha = customers.register(NewCustomer.person("Asha"));
        desk.told();
        customers.change(asha.id(), c -> c.statePurpose(CustomerFields.BIRTH_DATE, "birthday greetings"));
        assertThat(customers.get(asha.id()).purposesOfUse()).containsEntry("birthDate", "birthday greetings");
        assertThat(desk.told()).containsExactly(CustomerEvents.CHANGED);
    }

    @Test
    void changingWhatWasReadIsRefusedOnceSomebodyElseChangedIt() {
        Customer read = customers.register(NewCustomer.person("Asha"));
        customers.rename(read.id(), PersonName.of("Asha Rao"));
        assertThatThrownBy(() -> customers.change(read, c -> c.cameFrom("fair")))
                .isInstanceOf(StaleRevision.class);
        assertThat(customers.get(read.id()).source()).isEmpty();
        Customer fresh = customers.get(read.id());
        assertThat(customers.change(fresh, c -> c.cameFrom("fair")).source()).contains("fair");
    }

    @Test
    void anotherTenantsIdBehavesLikeAMissingOne() {
        Customer asha = customers.register(NewCustomer.person("Asha").email("asha@example.in"));
        Customers others = new Customers(desk.units(Desk.OTHER));
        assertThatThrownBy(() -> others.get(asha.id()))
                .isInstanceOf(NotFound.class)
                .hasMessageContaining(asha.id().value());
        assertThatThrownBy(() -> others.archive(asha.id())).isInstanceOf(NotFound.class);
        assertThat(others.findByEmail("asha@example.in", Scope.ALL)).isEmpty();
        assertThat(others.count(always(), Scope.ALL)).isZero();
        assertThatThrownBy(() -> customers.get(new CustomerId("nobody"))).isInstanceOf(NotFound.class);
    }

    @Test
    void everyServiceResolvesTheIdOfAMergedParty() {
        Customer survivor = customers.register(NewCustomer.person("Asha"));
        CustomerId merged = new CustomerId("merged");
        desk.units().run(unit -> {
            unit.repositories().redirects().redirect(merged, survivor.id());
            return null;
        });
        Customer mill = customers.register(NewCustomer.organization("Mill"));
        assertThat(customers.get(merged)).isEqualTo(survivor);
        assertThat(customers.find(merged)).contains(survivor);
        assertThat(customers.set(merged, CustomerFields.SEX, Sex.FEMALE).id()).isEqualTo(survivor.id());
        assertThat(customers.advanceLifecycle(merged, LifecycleStage.CUSTOMER).id())
                .isEqualTo(survivor.id());
        Relationship job = customers.relate(merged, RelationshipType.EMPLOYED_BY, mill.id());
        assertThat(job.from()).isEqualTo(survivor.id());
        assertThat(desk.relationships().of(merged)).containsExactly(job);
        assertThat(desk.relationships().parentsOf(merged, RelationshipType.EMPLOYED_BY, desk.today()))
                .containsExactly(mill);
    }

    @Test
    void fieldsAreWrittenWithTheirChecks() {
        Customer mill = customers.register(NewCustomer.organization("Mill"));
        CustomerId id = mill.id();
        customers.set(id, CustomerFields.INDUSTRY, "steel");
        customers.set(id, CustomerFields.EMPLOYEES, BigDecimal.valueOf(2822));
        customers.set(id, CustomerFields.FOUNDED, BigDecimal.valueOf(1996));
        customers.set(id, CustomerFields.MAIN_COUNTRY, "ke");
        customers.set(id, Desk.TIER, "gold");
        customers.set(id, CustomerFields.REVENUE, Money.of("1100.04", "USD"));
        Customer after = customers.get(id);
        assertThat(CustomerFields.INDUSTRY.get(after)).isEqualTo("steel");
        assertThat(CustomerFields.EMPLOYEES.get(after)).isEqualByComparingTo("2822");
        assertThat(CustomerFields.FOUNDED.get(after)).isEqualByComparingTo("1996");
        assertThat(CustomerFields.COUNTRY.get(after)).containsExactly("KE");
        assertThat(CustomerFields.REVENUE.get(after)).isEqualTo(Money.of("1100.04", "USD"));
        assertThat(customers.find(where(Desk.TIER, is("gold"))).items()).containsExactly(after);

        assertThatThrownBy(() -> customers.set(id, CustomerFields.SEX, Sex.MALE))
                .isInstanceOf(Invalid.class);
        assertThatThrownBy(() -> customers.set(id, CustomerFields.FOUNDED, BigDecimal.valueOf(-4)))
                .isInstanceOf(Invalid.class);
        assertThatThrownBy(() -> customers.set(id, CustomerFields.MAIN_COUNTRY, "Kenya"))
                .isInstanceOf(Invalid.class);
        assertThatThrownBy(() -> customers.set(id, CustomerFields.KIND, Profile.Kind.PERSON))
                .isInstanceOf(Invalid.class);
        assertThatThrownBy(() -> customers.change(
                        id,
                        c -> c.withAttributes(Attributes.none().with(Desk.TIER, "x"))
                                .withAttributes(Attributes.of(Map.of("unheardOf", "x")))))
                .isInstanceOf(Invalid.class)
                .hasMessageContaining("unheardOf");
        assertThat(customers.get(id).revision()).isEqualTo(after.revision());
    }

    @Test
    void aKindIsForLife() {
        Customer mill = customers.register(NewCustomer.organization("Mill"));
        assertThatThrownBy(() -> customers.change(mill.id(), c -> c.describe(Person.UNKNOWN)))
                .isInstanceOfSatisfying(
                        RuleViolation.class, e -> assertThat(e.rule()).isEqualTo("kind-is-fixed"));
        assertThatThrownBy(() -> customers.change(
                        mill.id(), c -> c.toBuilder().profile(Household.UNKNOWN).build()))
                .isInstanceOf(RuleViolation.class);
    }

    @Test
    void upsertingTheSameContentTwiceWritesOnce() {
        ExternalRef ref = new ExternalRef("erp", "debtor", "4711");
        NewCustomer said = NewCustomer.organization("Mill")
                .set(CustomerFields.INDUSTRY, "steel")
                .email("info@mill.in")
                .phone("098123 45678")
                .set(Desk.TIER, "gold");
        var first = customers.upsert(ref, said);
        assertThat(first).isInstanceOf(Upserted.Created.class);
        desk.told();
        var second = customers.upsert(ref, said);
        assertThat(second).isInstanceOf(Upserted.Unchanged.class);
        assertThat(second.entity().revision()).isEqualTo(first.entity().revision());
        assertThat(desk.told()).isEmpty();
        var third = customers.upsert(ref, NewCustomer.organization("Mill Ltd").phone("+4420 7946 0958"));
        assertThat(third).isInstanceOf(Upserted.Updated.class);
        assertThat(third.entity().id()).isEqualTo(first.entity().id());
        assertThat(CustomerFields.NAME.get(third.entity())).isEqualTo("Mill Ltd");
        assertThat(CustomerFields.INDUSTRY.get(third.entity())).isEqualTo("steel");
        assertThat(CustomerFields.EMAILS.get(third.entity())).containsExactly("info@mill.in");
        assertThat(customers.findByRef(ref)).contains(third.entity());
        assertThat(customers.count()).isEqualTo(1);
    }

    @Test
    void anImportUpsertsThroughFieldsAndANewPartyNeedsANameInTheEnd() {
        ExternalRef ref = new ExternalRef("csv", "account", "Acme Corporation");
        assertThatThrownBy(() ->
                        customers.upsert(ref, NewCustomer.organization(), c -> CustomerFields.INDUSTRY.set(c, "x")))
                .isInstanceOf(Invalid.class);
        assertThat(customers.findByRef(ref)).isEmpty();
        var created = customers.upsert(
                ref,
                NewCustomer.organization(),
                c -> CustomerFields.MAIN_COUNTRY.set(CustomerFields.NAME.set(c, "Acme Corporation"), "US"));
        assertThat(created).isInstanceOf(Upserted.Created.class);
        var again = customers.upsert(
                ref,
                NewCustomer.organization(),
                c -> CustomerFields.MAIN_COUNTRY.set(CustomerFields.NAME.set(c, "Acme Corporation"), "US"));
        assertThat(again).isInstanceOf(Upserted.Unchanged.class);
    }

    @Test
    void rowsOfABoughtListAreUpsertedProvisionallyAndLowerNobodysStanding() {
        ExternalRef ref = new ExternalRef("list", "row", "1");
        var first = customers.upsertProvisional(ref, NewCustomer.person().email("asha@example.in"));
        assertThat(first.entity().standing()).isEqualTo(Standing.PROVISIONAL);
        assertThat(customers.count()).isZero();
        customers.establish(first.entity().id());
        var second = customers.upsertProvisional(ref, NewCustomer.person("Asha").email("asha@example.in"));
        assertThat(second).isInstanceOf(Upserted.Updated.class);
        assertThat(second.entity().standing()).isEqualTo(Standing.ESTABLISHED);
    }

    @Test
    void anExternalReferenceBelongsToOnePartyOfATenant() {
        ExternalRef ref = new ExternalRef("erp", "debtor", "1");
        customers.register(NewCustomer.person("Asha").externalRef(ref));
        assertThatThrownBy(() -> customers.register(NewCustomer.person("Rohan").externalRef(ref)))
                .isInstanceOf(DuplicateKey.class);
        assertThat(customers.count()).isEqualTo(1);
        new Customers(desk.units(Desk.OTHER))
                .register(NewCustomer.person("Rohan").externalRef(ref));
    }

    @Test
    void severalPartiesMayShareAPhoneAndAnAddressAndAllAreFound() {
        Customer sunita = customers.register(
                NewCustomer.person("सुनीता देवी").phone("+919812345678").email("home@example.in"));
        Customer rohan = customers.registerProvisional(
                NewCustomer.person("Rohan Sharma").phone("00919812345678").email("HOME@example.in"));
        assertThat(customers.findByPhone("+91 98123-45678", Scope.STANDARD)).containsExactly(sunita);
        assertThat(customers.findByPhone("+91 98123-45678", Scope.ALL)).containsExactlyInAnyOrder(sunita, rohan);
        assertThat(customers.findByEmail(" Home@Example.IN ", Scope.ALL)).containsExactlyInAnyOrder(sunita, rohan);
        assertThat(customers.findByEmail("no address", Scope.ALL)).isEmpty();
        assertThat(customers.findByPhone("none", Scope.ALL)).isEmpty();
    }

    @Test
    void aNumberWithoutACountryGetsTheTenantsWhereverItEnters() {
        Customer asha = customers.register(NewCustomer.person("Asha").phone("098123 45678"));
        assertThat(CustomerFields.PHONES.get(asha)).containsExactly("+919812345678");
        assertThat(customers.findByPhone("98123-45678", Scope.STANDARD)).containsExactly(asha);
        Customer later = customers.set(asha.id(), CustomerFields.MAIN_PHONE, "022 2345 6789");
        assertThat(CustomerFields.PHONES.get(later)).containsExactly("+912223456789");
        assertThat(CustomerFields.MAIN_PHONE.get(later)).isEqualTo("022 2345 6789");
        desk.told();
        customers.set(asha.id(), CustomerFields.MAIN_PHONE, "022 2345 6789");
        assertThat(desk.told()).isEmpty();
    }

    @Test
    void anEndedContactPointFindsNobody() {
        ContactPoint point = ContactPoint.email("asha@example.in");
        Customer asha = customers.register(NewCustomer.person("Asha").contactPoint(point));
        assertThat(customers.findByEmail("asha@example.in", Scope.STANDARD)).hasSize(1);
        customers.change(
                asha.id(),
                c -> c.replaceContactPoint(point, point.during(Validity.until(LocalDate.parse("2026-11-23")))));
        assertThat(customers.findByEmail("asha@example.in", Scope.STANDARD)).isEmpty();
        desk.at("2026-11-22T04:30:00Z");
        assertThat(customers.findByEmail("asha@example.in", Scope.STANDARD)).hasSize(1);
    }

    @Test
    void identifiersAreFoundByTypeIssuerAndValueWhileTheyHold() {
        PartyIdentifier passport = PartyIdentifier.exclusive("passport", "Z123").issuedBy("IN");
        Customer asha = customers.register(NewCustomer.person("Asha").identifier(passport));
        assertThat(customers.findByIdentifier(
                        PartyIdentifier.exclusive("Passport", "z123").issuedBy("in"), Scope.STANDARD))
                .containsExactly(asha);
        assertThat(customers.findByIdentifier(passport.issuedBy("DE"), Scope.STANDARD))
                .isEmpty();
        customers.change(
                asha.id(),
                c -> c.removeIdentifier(passport)
                        .identify(passport.during(Validity.until(LocalDate.parse("2026-01-01")))));
        assertThat(customers.findByIdentifier(passport, Scope.STANDARD)).isEmpty();
    }

    @Test
    void ownersAreAssignedAndFound() {
        Customer asha = customers.register(NewCustomer.person("Asha").owner(Ownership.of(new UserId("u1"))));
        assertThat(customers
                        .find(where(CustomerFields.OWNER_USER, is(new UserId("u1"))))
                        .items())
                .containsExactly(asha);
        Customer free = customers.assign(asha.id(), null);
        assertThat(free.ownership()).isEmpty();
        assertThat(CustomerFields.OWNER_USER.set(free, new UserId("u2")).ownership())
                .contains(Ownership.of(new UserId("u2")));
        assertThat(CustomerFields.OWNER_USER.set(asha, null).ownership()).isEmpty();
    }

    @Test
    void rolesAreASetAndPartnersNeedNoStage() {
        Customer supplier = customers.register(NewCustomer.organization("Bolts").role(PartyRole.SUPPLIER));
        assertThat(supplier.roles()).containsExactly(PartyRole.SUPPLIER);
        assertThat(supplier.lifecycleStage()).isEmpty();
        Customer both = customers.advanceLifecycle(supplier.id(), LifecycleStage.CUSTOMER);
        assertThat(both.roles()).isEqualTo(Set.of(PartyRole.CUSTOMER, PartyRole.SUPPLIER));
        Customer supplierOnly =
                customers.change(supplier.id(), c -> c.giveUpRole(PartyRole.CUSTOMER, c.registeredAt()));
        assertThat(supplierOnly.lifecycleStage()).isEmpty();
        assertThat(supplierOnly.lifecycleHistory()).hasSize(1);
    }

    @Test
    void archivingHidesAndUnarchivingShowsAgain() {
        Customer asha = customers.register(NewCustomer.person("Asha"));
        desk.told();
        customers.archive(asha.id());
        customers.archive(asha.id());
        assertThat(customers.count()).isZero();
        customers.unarchive(asha.id());
        assertThat(customers.count()).isEqualTo(1);
        assertThat(desk.told()).containsExactly(CustomerEvents.ARCHIVED, CustomerEvents.UNARCHIVED);
    }

    @Test
    void whatAStepFailsInLeavesNothingBehind() {
        assertThatThrownBy(() -> desk.units().run(unit -> {
                    new Customers(Units.joining(unit)).register(NewCustomer.person("Asha"));
                    throw new IllegalStateException("later");
                }))
                .hasMessage("later");
        assertThat(customers.count()).isZero();
        assertThat(desk.told()).isEmpty();
    }

    @Test
    void nothingPersonalShowsInToStringOrEventsToString() {
        Customer asha = customers.register(NewCustomer.person("Asha Rao").email("asha@example.in"));
        assertThat(asha.toString() + asha.name() + asha.contactPoints() + asha.profile() + NewCustomer.person("Asha"))
                .doesNotContain("Asha")
                .doesNotContain("example");
        assertThat(desk.events.stream().map(Event::toString)).noneMatch(text -> text.contains("Asha"));
    }
}
