package org.sambandh.crm.customer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.sambandh.crm.customer.RelationshipType.EMPLOYED_BY;
import static org.sambandh.crm.customer.RelationshipType.MEMBER_OF;
import static org.sambandh.crm.customer.RelationshipType.SPOUSE_OF;
import static org.sambandh.crm.customer.RelationshipType.SUBSIDIARY_OF;

import java.time.LocalDate;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.sambandh.crm.common.CustomerId;
import org.sambandh.crm.common.EntityRef;
import org.sambandh.crm.common.ExternalRef;
import org.sambandh.crm.common.Invalid;
import org.sambandh.crm.common.NotFound;
import org.sambandh.crm.common.RelationshipId;
import org.sambandh.crm.common.RuleViolation;
import org.sambandh.crm.common.Validity;
import org.sambandh.crm.store.Upserted;

class RelationshipsTest {

    private static final LocalDate Y2024 = LocalDate.parse("2024-01-01");
    private static final LocalDate Y2025 = LocalDate.parse("2025-01-01");
    private static final LocalDate Y2026 = LocalDate.parse("2026-01-01");

    private final Desk desk = new Desk();
    private final Customers customers = desk.customers();
    private final Relationships relationships = desk.relationships();
    private final Customer asha = customers.register(NewCustomer.person("Asha"));
    private final Customer a = organization("A");
    private final Customer b = organization("B");
    private final Customer c = organization("C");
    private final Customer d = organization("D");

    private Customer organization(String name) {
        return customers.register(NewCustomer.organization(name));
    }

    private Relationship owns(Customer child, Customer parent, Validity days) {
        return relationships.relate(
                NewRelationship.of(child.id(), SUBSIDIARY_OF, parent.id()).during(days));
    }

    private static void refused(String rule, ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        RuleViolation.class, e -> assertThat(e.rule()).isEqualTo(rule));
    }

    @Test
    void onePersonHasTwoEmployersAndTheSameOneTwice() {
        desk.told();
        Relationship first = relationships.relate(
                NewRelationship.of(asha.id(), EMPLOYED_BY, a.id()).as("buyer").during(Validity.between(Y2024, Y2025)));
        Relationship second = relationships.relate(
                NewRelationship.of(asha.id(), EMPLOYED_BY, b.id()).as("adviser"));
        Relationship again = relationships.relate(NewRelationship.of(asha.id(), EMPLOYED_BY, a.id())
                .as("head of purchasing")
                .during(Validity.from(Y2026)));
        assertThat(relationships.of(asha.id())).containsExactly(first, second, again);
        assertThat(relationships.asOf(asha.id(), Y2024)).containsExactly(first, second);
        assertThat(relationships.asOf(asha.id(), Y2025)).containsExactly(second);
        assertThat(relationships.parentsOf(asha.id(), EMPLOYED_BY, Y2026)).containsExactly(b, a);
        assertThat(relationships.childrenOf(a.id(), EMPLOYED_BY, Y2025)).isEmpty();
        assertThat(relationships.childrenOf(a.id(), EMPLOYED_BY, Y2026)).containsExactly(asha);
        assertThat(again.roleTitle()).contains("head of purchasing");
        assertThat(relationships.retitle(again.id(), "director").roleTitle()).contains("director");
        assertThat(desk.events.get(0).concerning()).containsExactly(EntityRef.of(asha.id()), EntityRef.of(a.id()));
        assertThat(desk.told())
                .containsExactly(
                        CustomerEvents.RELATIONSHIP_OPENED,
                        CustomerEvents.RELATIONSHIP_OPENED,
                        CustomerEvents.RELATIONSHIP_OPENED,
                        CustomerEvents.RELATIONSHIP_CHANGED);
    }

    @Test
    void nobodyIsRelatedToItself() {
        refused("relation-to-itself", () -> customers.relate(a.id(), SUBSIDIARY_OF, a.id()));
        refused("relation-to-itself", () -> customers.relate(asha.id(), SPOUSE_OF, asha.id()));
    }

    @Test
    void aHierarchyRefusesACycleOverOneAndOverThreeSteps() {
        owns(a, b, Validity.ALWAYS);
        refused("relation-cycle", () -> owns(b, a, Validity.ALWAYS));
        owns(b, c, Validity.ALWAYS);
        owns(c, d, Validity.ALWAYS);
        desk.told();
        refused("relation-cycle", () -> owns(d, a, Validity.ALWAYS));
        assertThat(relationships.of(d.id())).hasSize(1);
        assertThat(desk.told()).isEmpty();
    }

    @Test
    void aDiamondIsNoCycle() {
        owns(a, b, Validity.ALWAYS);
        owns(a, c, Validity.ALWAYS);
        owns(b, d, Validity.ALWAYS);
        owns(c, d, Validity.ALWAYS);
        assertThat(relationships.childrenOf(d.id(), SUBSIDIARY_OF, Y2025)).containsExactly(b, c);
    }

    @Test
    void aCycleExistsOnlyWhereAllStepsHoldOnOneDay() {
        owns(a, b, Validity.between(Y2024, Y2025));
        owns(b, a, Validity.between(Y2025, Y2026));
        owns(b, c, Validity.between(Y2024, Y2025));
        owns(c, a, Validity.between(Y2025, Y2026));
        refused("relation-cycle", () -> owns(c, a, Validity.from(LocalDate.parse("2024-12-31"))));
    }

    @Test
    void otherTypesAndOnesThatBuildNoHierarchyMayGoRound() {
        owns(a, b, Validity.ALWAYS);
        customers.relate(b.id(), MEMBER_OF, a.id());
        customers.relate(b.id(), RelationshipType.ADVISES, a.id());
        customers.relate(a.id(), RelationshipType.ADVISES, b.id());
        RelationshipType franchise = RelationshipType.hierarchy("franchise_of");
        customers.relate(a.id(), franchise, b.id());
        refused("relation-cycle", () -> customers.relate(b.id(), franchise, a.id()));
        assertThat(RelationshipType.of("subsidiary_of").hierarchical()).isTrue();
        assertThat(RelationshipType.of("knows").hierarchical()).isFalse();
    }

    @Test
    void endingARelationshipEndsTheContactPointsThatHangOnIt() {
        Relationship job = customers.relate(asha.id(), EMPLOYED_BY, a.id());
        ContactPoint office = ContactPoint.email("asha@a.example").through(job.id());
        ContactPoint own = ContactPoint.email("asha@home.example");
        ContactPoint planned =
                ContactPoint.phone("+919812345678").through(job.id()).during(Validity.from(Y2026));
        customers.change(
                asha.id(), p -> p.addContactPoint(office).addContactPoint(own).addContactPoint(planned));
        desk.told();

        Relationship ended = relationships.end(job.id(), Y2025);

        assertThat(ended.validity()).isEqualTo(Validity.until(Y2025));
        assertThat(customers.get(asha.id()).contactPoints()).containsExactly(office.during(Validity.until(Y2025)), own);
        assertThat(desk.told()).containsExactly(CustomerEvents.RELATIONSHIP_ENDED, CustomerEvents.CHANGED);
        relationships.end(job.id(), Y2026);
        assertThat(relationships.get(job.id()).validity()).isEqualTo(Validity.until(Y2025));
        assertThat(desk.told()).isEmpty();
    }

    @Test
    void aDeletedRelationshipIsGoneAndItsContactPointsAreThePartysOwn() {
        Relationship job = customers.relate(asha.id(), EMPLOYED_BY, a.id());
        ContactPoint office = ContactPoint.email("asha@a.example");
        customers.addContactPoint(asha.id(), office.through(job.id()));
        desk.told();

        relationships.delete(job.id());

        assertThat(relationships.of(asha.id())).isEmpty();
        assertThat(customers.get(asha.id()).contactPoints()).contains(office);
        assertThat(desk.told()).containsExactly(CustomerEvents.RELATIONSHIP_REMOVED, CustomerEvents.CHANGED);
        assertThatThrownBy(() -> relationships.delete(job.id())).isInstanceOf(NotFound.class);
    }

    @Test
    void aRelationshipCannotEndBeforeItBegan() {
        Relationship job = relationships.relate(
                NewRelationship.of(asha.id(), EMPLOYED_BY, a.id()).during(Validity.from(Y2025)));
        assertThatThrownBy(() -> relationships.end(job.id(), Y2024)).isInstanceOf(Invalid.class);
        assertThat(relationships.get(job.id()).validity()).isEqualTo(Validity.from(Y2025));
    }

    @Test
    void aContactPointHangsOnARelationshipOfItsOwnParty() {
        Relationship others = customers.relate(b.id(), SUBSIDIARY_OF, a.id());
        ContactPoint point = ContactPoint.email("x@a.example");
        refused("contact-point-of-others", () -> customers.addContactPoint(asha.id(), point.through(others.id())));
        assertThatThrownBy(() -> customers.addContactPoint(asha.id(), point.through(new RelationshipId("nothing"))))
                .isInstanceOf(NotFound.class);
        assertThat(customers.get(asha.id()).contactPoints()).isEmpty();
    }

    @Test
    void relatingAMissingPartyIsRefused() {
        assertThatThrownBy(() -> customers.relate(asha.id(), EMPLOYED_BY, new CustomerId("nobody")))
                .isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> new Relationships(desk.units(Desk.OTHER)).end(new RelationshipId("r"), Y2024))
                .isInstanceOf(NotFound.class);
    }

    @Test
    void upsertingTheSameRelationshipTwiceWritesOnce() {
        ExternalRef ref = new ExternalRef("csv", "subsidiary", "A");
        NewRelationship input = NewRelationship.of(a.id(), SUBSIDIARY_OF, b.id());
        assertThat(relationships.upsert(ref, input)).isInstanceOf(Upserted.Created.class);
        desk.told();
        assertThat(relationships.upsert(ref, input)).isInstanceOf(Upserted.Unchanged.class);
        assertThat(desk.told()).isEmpty();
        assertThat(relationships.upsert(ref, NewRelationship.of(a.id(), SUBSIDIARY_OF, c.id())))
                .isInstanceOf(Upserted.Updated.class);
        assertThat(relationships.parentsOf(a.id(), SUBSIDIARY_OF, Y2025)).containsExactly(c);
        refused("relation-cycle", () -> {
            owns(c, d, Validity.ALWAYS);
            relationships.upsert(
                    new ExternalRef("csv", "subsidiary", "D"), NewRelationship.of(d.id(), SUBSIDIARY_OF, a.id()));
        });
    }
}
