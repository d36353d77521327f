package org.sambandh.crm.customer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sambandh.crm.condition.Conditions.all;
import static org.sambandh.crm.condition.Conditions.any;
import static org.sambandh.crm.condition.Conditions.count;
import static org.sambandh.crm.condition.Conditions.not;
import static org.sambandh.crm.condition.Conditions.where;
import static org.sambandh.crm.condition.Tests.ageAtLeast;
import static org.sambandh.crm.condition.Tests.atLeast;
import static org.sambandh.crm.condition.Tests.is;
import static org.sambandh.crm.condition.Tests.present;
import static org.sambandh.crm.condition.Window.ever;

import java.lang.reflect.Method;
import java.time.LocalDate;
import java.time.Period;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.sambandh.crm.common.UserId;
import org.sambandh.crm.common.Validity;
import org.sambandh.crm.condition.Condition;
import org.sambandh.crm.team.Ownership;
import org.sambandh.crm.team.UserFields;

class CustomerFieldsTest {

    private final Desk desk = new Desk();
    private final Customers customers = desk.customers();

    private List<Customer> matching(Condition<Customer> condition) {
        return customers.find(condition).items();
    }

    @Test
    void aPartyIsFoundByAnyOfItsCountriesCitiesAndRoles() {
        Customer mill = customers.register(NewCustomer.organization("Mill")
                .address(new PostalAddress(List.of(), "Pune", null, null, "IN"))
                .address(new PostalAddress(List.of(), "Nairobi", null, null, "KE"))
                .role(PartyRole.PARTNER)
                .role(PartyRole.SUPPLIER));
        customers.register(NewCustomer.organization("Other").country("DE"));
        assertThat(matching(where(CustomerFields.COUNTRY, is("KE")))).containsExactly(mill);
        assertThat(matching(where(CustomerFields.CITY, is("Pune")))).containsExactly(mill);
        assertThat(matching(where(CustomerFields.ROLES, is(PartyRole.SUPPLIER))))
                .containsExactly(mill);
        assertThat(matching(where(CustomerFields.KIND, is(Profile.Kind.PERSON))))
                .isEmpty();
        assertThat(matching(
                        where(CustomerFields.NAME_KEYS, is(NameKey.of(" MILL ").value()))))
                .containsExactly(mill);
    }

    @Test
    void theAgeIsComputedFromTheBirthDateOnTheDayOfTheQuestion() {
        customers.register(NewCustomer.person("Asha").set(CustomerFields.BIRTH_DATE, LocalDate.parse("2008-11-24")));
        Condition<Customer> grownUp = where(CustomerFields.BIRTH_DATE, ageAtLeast(Period.ofYears(18)));
        assertThat(matching(grownUp)).isEmpty();
        desk.at("2026-11-24T04:30:00Z");
        assertThat(matching(grownUp)).hasSize(1);
    }

    @Test
    void contactPointsAreRelatedFactsWithTheirValidity() {
        Customer two = customers.register(NewCustomer.person("Asha")
                .phone("+919812345678")
                .contactPoint(
                        ContactPoint.phone("+919812345679").during(Validity.until(LocalDate.parse("2026-01-01")))));
        customers.register(NewCustomer.person("Rohan").phone("+919812345670"));
        Condition<ContactPoint> phone = where(ContactPointFields.KIND, is(ContactPoint.Kind.PHONE));
        assertThat(matching(count(CustomerFields.CONTACT_POINTS, phone, ever(), atLeast(2))))
                .containsExactly(two);
        Condition<ContactPoint> lasting = all(phone, not(where(ContactPointFields.VALID_UNTIL, present())));
        assertThat(matching(count(CustomerFields.CONTACT_POINTS, lasting, ever(), atLeast(2))))
                .isEmpty();
    }

    @Test
    void relationshipsAreRelatedFactsOfBothSides() {
        Customer asha = customers.register(NewCustomer.person("Asha"));
        Customer mill = customers.register(NewCustomer.organization("Mill"));
        customers.relate(asha.id(), RelationshipType.EMPLOYED_BY, mill.id());
        Condition<Relationship> job = where(RelationshipFields.TYPE, is(RelationshipType.EMPLOYED_BY));
        assertThat(matching(count(RelationshipFields.RELATED_TO, job, ever(), atLeast(1))))
                .containsExactly(asha);
        assertThat(matching(count(RelationshipFields.RELATED_FROM, job, ever(), atLeast(1))))
                .containsExactly(mill);
    }

    @Test
    void fieldsOfTheOwnerAreReachedByAPath() {
        UserId rohan = new UserId("rohan");
        desk.teams().addUser(rohan, "Rohan");
        Customer asha = customers.register(NewCustomer.person("Asha").owner(Ownership.of(rohan)));
        customers.register(NewCustomer.person("Meera"));
        assertThat(matching(where(CustomerFields.OWNER_USER.to(UserFields.DISPLAY_NAME), is("Rohan"))))
                .containsExactly(asha);
    }

    @Test
    void aFieldOfAnotherKindOfPartyIsMissing() {
        Customer asha = customers.register(NewCustomer.person("Asha"));
        assertThat(CustomerFields.INDUSTRY.get(asha)).isNull();
        assertThat(CustomerFields.EMPLOYEES.get(asha)).isNull();
        assertThat(matching(any(where(CustomerFields.INDUSTRY, present()), where(CustomerFields.FOUNDED, present()))))
                .isEmpty();
    }

    @Test
    void theBuilderKeepsEverythingAndComparingStatesForgetsNothing() throws ReflectiveOperationException {
        Customer asha = customers.register(NewCustomer.person("Asha")
                .email("asha@example.in")
                .set(CustomerFields.SEX, Sex.FEMALE)
                .source("fair"));
        Map<String, Object> before = state(asha);
        assertThat(state(asha.toBuilder().build())).isEqualTo(before);
        assertThat(CustomerState.of(asha)).hasSize(before.size() - 1);
    }

    /** What a store must keep: every accessor that the builder can set. */
    private static Map<String, Object> state(Customer customer) throws ReflectiveOperationException {
        Map<String, Object> state = new TreeMap<>();
        for (Method setter : Customer.Builder.class.getDeclaredMethods()) {
            if (setter.getParameterCount() == 1) {
                Method accessor = Customer.class.getMethod(setter.getName());
                boolean optional = accessor.getReturnType() == Optional.class;
                assertThat(optional || accessor.getReturnType() == setter.getParameterTypes()[0])
                        .as(setter.getName())
                        .isTrue();
                state.put(setter.getName(), accessor.invoke(customer));
            }
        }
        assertThat(Arrays.asList("revision", "profile", "archivedAt")).allMatch(state::containsKey);
        return state;
    }
}
