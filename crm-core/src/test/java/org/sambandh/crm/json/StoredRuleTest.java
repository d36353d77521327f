package org.sambandh.crm.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.sambandh.crm.json.Catalogs.JSON;

import org.junit.jupiter.api.Test;
import org.sambandh.crm.common.Invalid;
import org.sambandh.crm.common.SegmentId;
import org.sambandh.crm.condition.Conditions;
import org.sambandh.crm.condition.Rule;
import org.sambandh.crm.condition.Tests;
import org.sambandh.crm.customer.Customer;
import org.sambandh.crm.pipeline.Stage;
import org.sambandh.crm.segment.Segment;

class StoredRuleTest {

    private static final Segment SOUND = Segment.builder(new SegmentId("s1"))
            .name("Gold")
            .subject("customer")
            .rule(Rule.of(Customer.class, Conditions.where(Catalogs.TIER, Tests.is("gold"))))
            .build();

    @Test
    void aSegmentWhoseFieldIsGoneLoadsWithABrokenRuleAndIsWrittenUnchanged() {
        String stored = JSON.write(SOUND).replace("\"tier\"", "\"gone\"");

        Segment segment = JSON.read(Segment.class, stored);
        assertThat(segment.rule().orElseThrow()).isInstanceOfSatisfying(Rule.Broken.class, broken -> {
            assertThat(broken.path()).isEqualTo("$.field");
            assertThat(broken.subject()).isEqualTo(Customer.class);
        });
        assertThatThrownBy(() -> segment.rule().orElseThrow().condition()).isInstanceOf(Invalid.class);

        String again = JSON.write(segment);
        assertThat(again).contains("\"source\"");
        assertThat(JSON.read(Segment.class, again).rule()).isEqualTo(segment.rule());
        assertThat(JSON.write(JSON.read(Segment.class, again.replace("gone", "tier"))))
                .isEqualTo(JSON.write(SOUND));
    }

    @Test
    void aRuleAboutASubjectThatTheCatalogueDoesNotKnowLoadsAsBrokenAndIsWrittenUnchanged() {
        String stored = JSON.write(SOUND).replace("\"customer\"", "\"vehicle\"");

        Segment segment = JSON.read(Segment.class, stored);
        assertThat(segment.subject()).isEqualTo("vehicle");
        assertThat(segment.rule().orElseThrow()).isInstanceOfSatisfying(Rule.Broken.class, broken -> {
            assertThat(broken.path()).isEqualTo("$.subject");
            assertThat(broken.why()).contains("no subject of that name", "customer");
        });
        assertThatThrownBy(() -> segment.rule().orElseThrow().condition()).isInstanceOf(Invalid.class);

        assertThat(JSON.write(segment)).isEqualTo(stored);
        assertThat(JSON.writeRule(segment.rule().orElseThrow())).startsWith("{\"subject\":\"vehicle\"");
    }

    @Test
    void aBrokenSourceAboutAnUnknownSubjectIsKeptToo() {
        String stored = "{\"subject\":\"vehicle\",\"source\":\"no json\"}";
        Rule<?> rule = JSON.read(Rule.class, stored);
        assertThat(rule).isInstanceOf(Rule.Broken.class);
        assertThat(JSON.write(rule)).isEqualTo(stored);
    }

    @Test
    void aRuleAboutAnotherSubjectIsRefusedWhereOneIsDeclared() {
        Stage guarded = (Stage) Examples.GIVEN.get(Stage.class);
        for (String other : new String[] {"customer", "vehicle"}) {
            String text = JSON.write(guarded).replace("\"subject\":\"opportunity\"", "\"subject\":\"" + other + "\"");
            assertThatThrownBy(() -> JSON.read(Stage.class, text))
                    .isInstanceOfSatisfying(
                            Invalid.class, e -> assertThat(e.path()).isEqualTo("$.entry.subject"));
        }
    }

    @Test
    void aRuleOfAnotherFormIsRefusedWithItsPlace() {
        refused("{\"condition\":{\"always\":true}}", "$.subject");
        refused("{\"subject\":7,\"condition\":{\"always\":true}}", "$.subject");
        refused("{\"subject\":\"customer\"}", "$.condition");
        refused("{\"subject\":\"customer\",\"condition\":{\"always\":true},\"more\":1}", "$.more");
        refused("{\"subject\":\"customer\",\"source\":{}}", "$.source");
    }

    private static void refused(String text, String path) {
        assertThatThrownBy(() -> JSON.read(Rule.class, text))
                .isInstanceOfSatisfying(Invalid.class, e -> assertThat(e.path()).isEqualTo(path));
    }
}
