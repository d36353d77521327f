package org.sambandh.crm.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.sambandh.crm.condition.Conditions.all;
import static org.sambandh.crm.condition.Conditions.not;
import static org.sambandh.crm.condition.Conditions.where;
import static org.sambandh.crm.condition.Tests.atLeast;
import static org.sambandh.crm.condition.Tests.is;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.jsontype.BasicPolymorphicTypeValidator;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.sambandh.crm.common.Invalid;
import org.sambandh.crm.condition.Condition;
import org.sambandh.crm.condition.Rule;
import org.sambandh.crm.customer.Customer;
import org.sambandh.crm.event.Event;
import org.sambandh.crm.segment.Segment;

/** A host's own mapper, which knows nothing of us but the module. */
class CrmModuleTest {

    private static final ObjectMapper HOST = new ObjectMapper().registerModule(new CrmModule(Catalogs.ALL));

    private static final Condition<Customer> CONDITION =
            all(where(Catalogs.TIER, is("gold")), not(where(Catalogs.SPEND, atLeast(new BigDecimal("12.50")))));

    /**
     * What a host sends about.
     *
     * @param customer one of ours
     * @param events several of ours
     * @param conditions ours, by a name of the host's
     * @param note the host's own
     */
    record Message(Customer customer, List<Event> events, Map<String, Condition<Customer>> conditions, String note) {}

    @Test
    void aCustomerAnEventAndASegmentHaveTheFormsOfCrmJson() throws JsonProcessingException {
        for (Class<?> type : List.of(Customer.class, Event.class, Segment.class)) {
            Object ours = Examples.of(type, 0);

            String text = HOST.writeValueAsString(ours);
            assertThat(text).isEqualTo(Catalogs.JSON.write(ours));
            Object back = HOST.readValue(text, type);
            assertThat(back).isEqualTo(ours);
            assertThat(HOST.writeValueAsString(back)).isEqualTo(text);
        }
    }

    @Test
    void aConditionIsReadWhereItsSubjectIsDeclared() throws JsonProcessingException {
        String text = HOST.writeValueAsString(CONDITION);

        assertThat(text).isEqualTo(Catalogs.JSON.writeCondition(CONDITION));
        assertThat(HOST.readValue(text, new TypeReference<Condition<Customer>>() {}))
                .isEqualTo(CONDITION);
        assertThatThrownBy(() -> HOST.readValue(text, Condition.class)).hasMessageContaining("needs its subject");
    }

    @Test
    void oursStandInsideTheHostsOwnTypes() throws JsonProcessingException {
        Message message = new Message(
                (Customer) Examples.of(Customer.class, 1),
                List.of((Event) Examples.of(Event.class, 0), (Event) Examples.of(Event.class, 1)),
                Map.of("rich", CONDITION),
                "keep");

        Message back = HOST.readValue(HOST.writeValueAsString(message), Message.class);
        assertThat(back).isEqualTo(message);
        assertThat(Catalogs.JSON.write(back.customer())).isEqualTo(Catalogs.JSON.write(message.customer()));
    }

    @Test
    void whatIsRefusedIsAMappingExceptionCausedByThePlace() {
        String text = Catalogs.JSON.write(Examples.of(Customer.class, 0)).replaceFirst("\\{", "{\"more\":1,");

        assertThatThrownBy(() -> HOST.readValue(text, Customer.class))
                .isInstanceOf(JsonMappingException.class)
                .cause()
                .isInstanceOfSatisfying(Invalid.class, e -> assertThat(e.path()).isEqualTo("$.more"));
    }

    @Test
    void aSegmentWhoseRuleNoLongerFitsLoadsAsBrokenHereToo() throws JsonProcessingException {
        Segment sound = (Segment) Examples.of(Segment.class, 0);
        String text = HOST.writeValueAsString(sound).replace("\"registeredAt\",\"present\"", "\"gone\",\"present\"");

        assertThat(HOST.readValue(text, Segment.class).rule().orElseThrow()).isInstanceOf(Rule.Broken.class);
    }

    @Test
    void numbersStayExactAndClassNamesAreNeitherWrittenNorReadWhateverTheHostHasSet() throws JsonProcessingException {
        ObjectMapper typed = new ObjectMapper()
                .registerModule(new CrmModule(Catalogs.ALL))
                .activateDefaultTyping(
                        BasicPolymorphicTypeValidator.builder()
                                .allowIfBaseType(Object.class)
                                .build(),
                        ObjectMapper.DefaultTyping.EVERYTHING);
        Customer customer = (Customer) Examples.of(Customer.class, 0);

        String text = typed.writeValueAsString(customer);
        assertThat(text).isEqualTo(Catalogs.JSON.write(customer)).doesNotContain("org.sambandh");
        Customer back = typed.readValue(text, Customer.class);
        assertThat(back.attributes()).isEqualTo(customer.attributes());
        assertThatThrownBy(
                        () -> typed.readValue("[\"org.sambandh.crm.customer.Customer\"," + text + "]", Customer.class))
                .isInstanceOf(JsonMappingException.class);
    }
}
