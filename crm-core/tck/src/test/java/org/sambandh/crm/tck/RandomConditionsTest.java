package org.sambandh.crm.tck;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.sambandh.crm.common.TenantId;
import org.sambandh.crm.condition.CompiledCondition;
import org.sambandh.crm.condition.Condition;
import org.sambandh.crm.customer.Customer;
import org.sambandh.crm.field.Catalog;
import org.sambandh.crm.json.CrmJson;
import org.sambandh.crm.lead.Lead;
import org.sambandh.crm.pipeline.Opportunity;

/** What is drawn: everything there is, always valid, always the same. */
class RandomConditionsTest {

    private static final Catalog CATALOG = Samples.schema().catalog(TenantId.DEFAULT);

    private static RandomConditions conditions(long seed) {
        Map<Class<?>, List<?>> rows = new HashMap<>();
        Samples.types().forEach(type -> rows.put(type, Samples.some(type, 30)));
        return RandomConditions.over(CATALOG, rows, seed);
    }

    @Test
    void theSameSeedGivesTheSameConditions() {
        RandomConditions one = conditions(7);
        RandomConditions same = conditions(7);
        List<Condition<Customer>> drawn = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            drawn.add(one.next(Customer.class));
            assertThat(same.next(Customer.class)).isEqualTo(drawn.get(i));
            assertThat(same.nextMoment()).isEqualTo(one.nextMoment());
        }
        RandomConditions other = conditions(8);
        assertThat(drawn).anyMatch(condition -> !condition.equals(other.next(Customer.class)));
    }

    @Test
    void everyConditionCompilesAndComesBackFromJson() {
        RandomConditions random = conditions(1);
        CrmJson json = CrmJson.with(CATALOG);
        for (Class<?> type : Samples.types()) {
            for (int i = 0; i < 50; i++) {
                assertValid(random, json, type);
            }
        }
    }

    private static <S> void assertValid(RandomConditions random, CrmJson json, Class<S> type) {
        Condition<S> condition = random.next(type);
        CompiledCondition.of(condition, type, CATALOG);
        assertThat(json.readCondition(type, json.writeCondition(condition))).isEqualTo(condition);
    }

    @Test
    void everythingThatAConditionCanSayIsDrawn() {
        RandomConditions random = conditions(2);
        for (int i = 0; i < 6_000; i++) {
            random.next(Customer.class);
            random.next(Lead.class);
            random.next(Opportunity.class);
        }
        List<String> expected = new ArrayList<>(List.of(
                "all",
                "any",
                "not",
                "always",
                "inSegment",
                "path",
                "window ever",
                "window last",
                "window fixed",
                "measure COUNT",
                "measure SUM",
                "measure MIN",
                "measure MAX",
                "measure AVERAGE",
                "test is",
                "test in",
                "test present",
                "test range",
                "test inPeriod",
                "test anniversary",
                "test age",
                "test age in calendar units",
                "test CONTAINS",
                "test STARTS_WITH",
                "test ENDS_WITH",
                "test EQUALS",
                "test CONTAINS ignoring case",
                "test STARTS_WITH ignoring case",
                "test ENDS_WITH ignoring case",
                "test EQUALS ignoring case"));
        for (Class<?> type : List.of(Customer.class, Lead.class, Opportunity.class)) {
            CATALOG.subject(type).fields().forEach(field -> expected.add("field " + field));
            CATALOG.subject(type).relations().forEach(relation -> expected.add("relation " + relation.name()));
        }
        assertThat(random.drawn()).containsKeys(expected.toArray(new String[0]));
    }
}
