package org.sambandh.crm.customer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.sambandh.crm.customer.RelationshipType.EMPLOYED_BY;
import static org.sambandh.crm.customer.RelationshipType.SUBSIDIARY_OF;

import java.time.LocalDate;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.sambandh.crm.common.EntityRef;
import org.sambandh.crm.common.ExternalRef;
import org.sambandh.crm.common.RuleViolation;
import org.sambandh.crm.common.Validity;
import org.sambandh.crm.store.CustomerData;
import org.sambandh.crm.store.Unit;

class CustomerOwnDataTest {

    private final Desk desk = new Desk();
    private final Customers customers = desk.customers();
    private final Relationships relationships = desk.relationships();

    private void withData(BiConsumer<CustomerData, Unit> work) {
        desk.units().run(unit -> {
            unit.customerData().forEach(data -> work.accept(data, unit));
            return unit;
        });
    }

    private Customer everything() {
        LocalDate day = LocalDate.parse("2026-11-23");
        return customers.register(NewCustomer.person("Asha Rao")
                .email("asha-secret@example.in")
                .phone("+919812345678")
                .address(new PostalAddress(List.of("12 secret road"), "secretpur", null, "411001", "IN"))
                .contactPoint(ContactPoint.of(new SocialHandle("x", "asha-secret")))
                .contactPoint(ContactPoint.of(new MessengerHandle("signal", "asha-secret")))
                .identifier(PartyIdentifier.exclusive("passport", "secret-1"))
                .externalRef(new ExternalRef("erp", "debtor", "secret-2"))
                .source("secret friend")
                .set(CustomerFields.SEX, Sex.FEMALE)
                .set(CustomerFields.BIRTH_DATE, LocalDate.parse("1990-02-28"))
                .set(CustomerFields.INCOME_BAND, "secret band")
                .set(CustomerFields.PAYMENT_METHOD, "secret cash")
                .set(CustomerFields.PURPOSE_OF_PURCHASE, "secret gift")
                .set(Desk.TIER, "gold")
                .set(Desk.NICKNAME, "secret nick")
                .with(c -> c.prefer(Preference.salutation("secret ji", "call", day))
                        .statePurpose(CustomerFields.SEX, "secret purpose")
                        .addName(new NameVariant(
                                PersonName.of("secret name"), NameVariant.Use.LEGAL, Validity.ALWAYS))));
    }

    @Test
    void anExportHasEverythingThatIsKept() {
        Customer asha = everything();
        Relationship job = relationships.relate(NewRelationship.of(
                        asha.id(),
                        EMPLOYED_BY,
                        customers.register(NewCustomer.organization("Mill")).id())
                .as("secret buyer"));
        withData((data, unit) -> {
            List<CustomerData.Item> items = data.export(unit, asha.id());
            assertThat(items)
                    .extracting(CustomerData.Item::ref)
                    .containsExactly(
                            EntityRef.of(asha.id()),
                            new EntityRef("relationship", job.id().value()));
            String all = items.stream().map(i -> i.values().toString()).collect(Collectors.joining());
            assertThat(all)
                    .contains("Asha Rao", "asha-secret@example.in", "+919812345678", "12 secret road", "secretpur")
                    .contains("passport::secret-1", "secret-2", "secret friend", "FEMALE", "1990-02-28")
                    .contains("secret band", "secret cash", "secret gift", "gold", "secret nick", "secret ji")
                    .contains("secret purpose", "secret name", "secret buyer", "prospect from 2026-11-23");
            assertThat(items.toString()).doesNotContain("secret");
        });
    }

    @Test
    void erasingDestroysWhatIsPersonalAndKeepsWhatCounts() {
        Customer asha = everything();
        customers.correctLifecycle(asha.id(), LifecycleStage.VISITOR, "secret reason");
        Customer mill = customers.register(NewCustomer.organization("Mill"));
        relationships.relate(
                NewRelationship.of(asha.id(), EMPLOYED_BY, mill.id()).as("secret buyer"));
        ContactPoint extension = ContactPoint.phone("+912223456789");
        customers.addContactPoint(
                mill.id(), extension.through(relationships.of(mill.id()).get(0).id()));
        desk.told();

        withData((data, unit) -> data.erase(unit, asha.id()));

        assertThat(desk.events)
                .isNotEmpty()
                .allSatisfy(event -> assertThat(event.changes()).isEmpty());
        assertThat(customers.get(mill.id()).contactPoints()).isEmpty();

        Customer erased = customers.get(asha.id());
        withData((data, unit) -> {
            String rest = data.export(unit, asha.id()).stream()
                    .map(i -> i.values().toString())
                    .collect(Collectors.joining());
            assertThat(rest).doesNotContain("secret").doesNotContain("Asha").doesNotContain("1990");
        });
        assertThat(erased.name()).isEmpty();
        assertThat(erased.purposesOfUse()).isEmpty();
        assertThat(erased.kind()).isEqualTo(Profile.Kind.PERSON);
        assertThat(erased.standing()).isEqualTo(Standing.ESTABLISHED);
        assertThat(Desk.TIER.get(erased)).isEqualTo("gold");
        assertThat(erased.lifecycleStage()).contains(LifecycleStage.VISITOR);
        assertThat(relationships.of(asha.id())).isEmpty();
        assertThat(relationships.of(mill.id())).isEmpty();
        assertThat(desk.events).anySatisfy(event -> {
            assertThat(event.type()).isEqualTo(CustomerEvents.ERASED);
            assertThat(event.changes()).isEmpty();
        });
    }

    @Test
    void anErasedOrganisationKeepsItsSizesAndItsPlaceAmongOthers() {
        Customer mill = customers.register(NewCustomer.organization("Mill")
                .set(CustomerFields.INDUSTRY, "steel")
                .set(CustomerFields.WEB_DOMAIN, "mill.in"));
        Customer group = customers.register(NewCustomer.organization("Group"));
        customers.relate(mill.id(), SUBSIDIARY_OF, group.id());
        withData((data, unit) -> data.erase(unit, mill.id()));
        Customer erased = customers.get(mill.id());
        assertThat(CustomerFields.INDUSTRY.get(erased)).isEqualTo("steel");
        assertThat(CustomerFields.MAIL_DOMAINS.get(erased)).isEmpty();
        assertThat(relationships.of(mill.id())).hasSize(1);
    }

    @Test
    void repointingMovesEveryRelationshipAndDropsThoseBetweenTheTwo() {
        Customer from = customers.register(NewCustomer.person("Asha"));
        Customer to = customers.register(NewCustomer.person("Asha Rao"));
        Customer mill = customers.register(NewCustomer.organization("Mill"));
        Customer home = customers.register(NewCustomer.household("Rao"));
        Relationship job = customers.relate(from.id(), EMPLOYED_BY, mill.id());
        Relationship member = customers.relate(from.id(), RelationshipType.MEMBER_OF, home.id());
        Relationship between = customers.relate(to.id(), RelationshipType.SPOUSE_OF, from.id());
        ContactPoint shared = ContactPoint.phone("+912223456789");
        customers.addContactPoint(to.id(), shared.through(between.id()));
        withData((data, unit) -> data.repoint(unit, from.id(), to.id()));
        assertThat(customers.get(to.id()).contactPoints()).containsExactly(shared);
        assertThat(relationships.of(from.id())).isEmpty();
        assertThat(relationships.of(to.id())).containsExactly(job, member).doesNotContain(between);
        assertThat(relationships.get(job.id()).from()).isEqualTo(to.id());
    }

    @Test
    void aMergeThatWouldCloseACycleIsRefused() {
        Customer a = customers.register(NewCustomer.organization("A"));
        Customer b = customers.register(NewCustomer.organization("B"));
        Customer c = customers.register(NewCustomer.organization("C"));
        customers.relate(a.id(), SUBSIDIARY_OF, b.id());
        customers.relate(b.id(), SUBSIDIARY_OF, c.id());
        assertThatThrownBy(() -> withData((data, unit) -> data.repoint(unit, c.id(), a.id())))
                .isInstanceOfSatisfying(
                        RuleViolation.class, e -> assertThat(e.rule()).isEqualTo("relation-cycle"));
        assertThat(relationships.of(c.id())).hasSize(1);
    }
}
