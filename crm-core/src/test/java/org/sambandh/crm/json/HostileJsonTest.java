package org.sambandh.crm.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.sambandh.crm.json.Catalogs.JSON;

import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sambandh.crm.common.Invalid;
import org.sambandh.crm.condition.Condition;
import org.sambandh.crm.condition.Rule;
import org.sambandh.crm.customer.Customer;
import org.sambandh.crm.segment.Segment;

class HostileJsonTest {

    private static final String RULE =
            "{\"id\":\"s1\",\"name\":\"all\",\"subject\":\"customer\",\"rule\":{\"subject\":\"customer\",\"condition\":"
                    + "{\"field\":\"gone\",\"is\":%s}}}";

    private static final JsonMapper HOST = JsonMapper.builder()
            .addModule(new CrmModule(Catalogs.ALL))
            .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
            .build();

    @ParameterizedTest
    @ValueSource(strings = {"1e9999999999999", "-1E+99999999999", "1e999999999", "1e-999999999"})
    void aNumberWithoutEndIsRefusedWhetherOrNotItIsRead(String number) {
        String condition = "{\"field\":\"spend\",\"is\":" + number + "}";

        assertThatThrownBy(() -> JSON.readCondition(Customer.class, condition)).isInstanceOf(Invalid.class);
        assertThat(JSON.readRule(Customer.class, condition)).isInstanceOf(Rule.Broken.class);
        assertThatThrownBy(() -> JSON.read(Segment.class, String.format(RULE, number)))
                .isInstanceOf(Invalid.class);
        assertThatThrownBy(() -> HOST.readValue(String.format(RULE, number), Segment.class))
                .isInstanceOf(JsonMappingException.class)
                .hasCauseInstanceOf(Invalid.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"NaN", "Infinity", "-Infinity"})
    void aHostsMapperThatTakesNumbersWhichAreNoneStillBringsNoneIn(String number) {
        assertThatThrownBy(() -> HOST.readValue(String.format(RULE, number), Segment.class))
                .isInstanceOf(JsonMappingException.class)
                .hasCauseInstanceOf(Invalid.class);
    }

    @Test
    void aHostsMapperWithoutLimitsDoesNotExhaustTheStack() {
        HOST.getFactory()
                .setStreamReadConstraints(StreamReadConstraints.builder()
                        .maxNestingDepth(Integer.MAX_VALUE)
                        .build());
        String deep = "[".repeat(100_000) + "]".repeat(100_000);

        assertThatThrownBy(() -> HOST.readValue(deep, Segment.class))
                .isInstanceOf(JsonMappingException.class)
                .hasCauseInstanceOf(Invalid.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"[]", "{}", "1", "\"\""})
    void aTextOfMillionsOfValuesIsRefusedBeforeItFillsTheMemory(String value) {
        String many = "[" + (value + ",").repeat(2_000_000) + value + "]";

        assertThatThrownBy(() -> JSON.read(Segment.class, many))
                .isInstanceOf(Invalid.class)
                .hasMessageContaining("too large");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\'',
            value = {
                "{\"field\":\"tier\",\"is\":\"\\ud800\"}|$.is",
                "{\"all\":[{\"field\":\"tier\",\"is\":\"\\u0000\"}]}|$.all[0].is",
                "{\"field\":\"tier\",\"in\":[\"a\",\" \"]}|$.in",
                "{\"field\":\"tier\",\"contains\":\"\"}|$.contains",
                "{\"field\":\"spend\",\"atLeast\":3,\"atMost\":2}|$.atLeast",
                "{\"field\":\"registeredAt\",\"ageAtLeast\":\"P-1Y1D\"}|$.ageAtLeast",
                "{\"field\":\"registeredAt\",\"ageAtLeast\":\"PT99999999999999999999H\"}|$.ageAtLeast",
                "{\"field\":\"registeredAt\",\"inPeriod\":{\"unit\":\"DAY\",\"first\":1,\"last\":0}}|$.inPeriod",
                "{\"field\":\"birthDate\",\"anniversaryWithin\":-1}|$.anniversaryWithin",
            })
    void whatATestRefusesIsToldOfItsPlace(String text, String path) {
        assertThatThrownBy(() -> JSON.readCondition(Customer.class, text))
                .isInstanceOfSatisfying(Invalid.class, e -> assertThat(e.path()).isEqualTo(path));
    }

    @Test
    void aDeepestConditionInsideASegmentStillReads() {
        String condition =
                "{\"not\":".repeat(Condition.MAX_DEPTH - 1) + "{\"always\":true}" + "}".repeat(Condition.MAX_DEPTH - 1);
        String segment =
                "{\"id\":\"s1\",\"name\":\"all\",\"subject\":\"customer\",\"rule\":{\"subject\":\"customer\",\"condition\":"
                        + condition + "}}";

        assertThat(JSON.read(Segment.class, segment).rule()).get().isInstanceOf(Rule.Valid.class);
    }
}
