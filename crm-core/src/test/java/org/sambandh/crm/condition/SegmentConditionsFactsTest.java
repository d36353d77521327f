package org.sambandh.crm.condition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.sambandh.crm.FactFiles;
import org.sambandh.crm.FactFiles.Case;
import org.sambandh.crm.common.Invalid;
import org.sambandh.crm.common.Moment;
import org.sambandh.crm.condition.PeerConditions.Profile;

class SegmentConditionsFactsTest {

    static List<Case> cases() {
        return FactFiles.cases("segment_conditions");
    }

    @ParameterizedTest
    @MethodSource("cases")
    void everyWayOfRunningTheConditionGivesTheVerdictOfTheTable(Case fact) {
        fact.expectsOnly("expect", "expectError");
        JsonNode file = FactFiles.file("segment_conditions");
        String now = fact.has("now") ? fact.text("now") : file.required("now").asText();
        Moment moment = new Moment(Instant.parse(now), ZoneId.of(zone(file)));
        JsonNode profile = file.required("profiles").required(fact.text("item"));
        List<JsonNode> profiles = new ArrayList<>();
        file.required("profiles").forEach(profiles::add);
        PeerConditions conditions = new PeerConditions(profiles, fact.get("condition"), moment);

        if (fact.has("expectError")) {
            assertThat(fact.text("expectError")).isEqualTo("Invalid");
            assertThatThrownBy(conditions::condition).isInstanceOf(Invalid.class);
            return;
        }
        boolean expected = fact.get("expect").asBoolean();
        Profile subject = new Profile(profile);
        for (Engine engine : Engine.values()) {
            check(
                    CompiledCondition.of(conditions.condition(), Profile.class, conditions.catalog(), engine),
                    subject,
                    moment,
                    expected);
        }
    }

    private static void check(CompiledCondition<Profile> compiled, Profile subject, Moment moment, boolean expected) {
        assertThat(compiled.test(subject, Facts.NONE, moment)).isEqualTo(expected);
        BitSet both = compiled.testAll(List.of(subject, subject), Facts.NONE, moment);
        assertThat(both.get(0)).isEqualTo(expected);
        assertThat(both.get(1)).isEqualTo(expected);
        Verdict verdict =
                compiled.verdicts(List.of(subject), Facts.NONE, moment).get(0);
        assertThat(verdict).isEqualTo(new Verdict(expected, Verdict.FOREVER));
        assertThat(compiled.explain(subject, Facts.NONE, moment).matches()).isEqualTo(expected);
    }

    private static String zone(JsonNode file) {
        return file.required("timeZone").asText().split("[;, ]")[0];
    }
}
