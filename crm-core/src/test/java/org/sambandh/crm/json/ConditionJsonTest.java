package org.sambandh.crm.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.sambandh.crm.json.Catalogs.JSON;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sambandh.crm.common.Invalid;
import org.sambandh.crm.condition.Condition;
import org.sambandh.crm.condition.Rule;
import org.sambandh.crm.customer.Customer;

class ConditionJsonTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"always\":true}",
                "{\"all\":[]}",
                "{\"any\":[{\"always\":true},{\"not\":{\"inSegment\":\"s1\"}}]}",
                "{\"field\":\"tier\",\"is\":\"gold\"}",
                "{\"field\":\"tier\",\"in\":[\"gold\",\"silver\"]}",
                "{\"field\":\"vip\",\"is\":true}",
                "{\"field\":\"spend\",\"atLeast\":10,\"atMost\":50.5}",
                "{\"field\":\"spend\",\"atMost\":50}",
                "{\"field\":\"limit\",\"atLeast\":{\"amount\":\"12.50\",\"currency\":\"INR\"}}",
                "{\"field\":\"tier\",\"contains\":\"go\",\"ignoringCase\":true}",
                "{\"field\":\"tier\",\"startsWith\":\"go\"}",
                "{\"field\":\"tier\",\"endsWith\":\"ld\"}",
                "{\"field\":\"tier\",\"equals\":\"GOLD\",\"ignoringCase\":true}",
                "{\"field\":\"tier\",\"present\":true}",
                "{\"field\":\"registeredAt\",\"is\":\"2026-03-01T10:15:30Z\"}",
                "{\"field\":\"registeredAt\",\"ageAtLeast\":\"PT36H\"}",
                "{\"field\":\"registeredAt\",\"ageAtMost\":\"P1Y2M3D\"}",
                "{\"field\":\"registeredAt\",\"inPeriod\":{\"unit\":\"MONTH\",\"first\":-1,\"last\":0}}",
                "{\"field\":\"birthDate\",\"anniversaryWithin\":7}",
                "{\"count\":\"interactions\",\"atLeast\":1}",
                "{\"count\":\"interactions\",\"where\":{\"field\":\"channel\",\"is\":\"email\"},\"last\":\"P30D\",\"atLeast\":3}",
                "{\"count\":\"interactions\",\"from\":\"2026-01-01T00:00:00Z\",\"to\":\"2026-03-31T00:00:00Z\",\"is\":0}",
            })
    void everyFormReadsAndWritesTheSameText(String text) {
        Condition<Customer> condition = JSON.readCondition(Customer.class, text);

        assertThat(JSON.writeCondition(condition)).isEqualTo(text);
        assertThat(JSON.readCondition(Customer.class, JSON.writeCondition(condition)))
                .isEqualTo(condition);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\'',
            value = {
                "{\"all\":[{\"always\":true},{\"field\":\"tier\",\"is\":7}]}|$.all[1].is",
                "{\"field\":\"nonsense\",\"is\":\"a\"}|$.field",
                "{\"count\":\"nonsense\",\"atLeast\":1}|$.count",
                "{\"field\":\"tier\",\"is\":\"a\",\"extra\":1}|$.extra",
                "{\"field\":\"tier\",\"regex\":\"a*\"}|$.regex",
                "{\"field\":\"tier\",\"contains\":\"a\",\"regex\":true}|$.regex",
                "{\"not\":{\"any\":[{\"field\":\"tier\",\"matches\":\"a*\"}]}}|$.not.any[0].matches",
                "{\"count\":\"interactions\",\"where\":{\"field\":\"channel\",\"regex\":\"a*\"},\"atLeast\":1}|$.where.regex",
                "{\"count\":\"interactions\",\"regex\":\"a*\"}|$.regex",
                "{\"field\":\"tier\"}|$",
                "{\"sum\":\"opportunities\",\"atLeast\":1}|$.of",
                "{\"sum\":\"opportunities\",\"of\":\"name\",\"atLeast\":1}|$.of",
                "{\"count\":\"opportunities\",\"of\":\"probability\",\"atLeast\":1}|$.of",
                "{\"count\":\"opportunities\",\"from\":\"2026-01-01T00:00:00Z\",\"atLeast\":1}|$.to",
                "{\"count\":\"opportunities\",\"last\":\"P30D\",\"from\":\"2026-01-01T00:00:00Z\",\"atLeast\":1}|$.from",
                "{\"count\":\"opportunities\",\"last\":\"P1M\",\"atLeast\":1}|$.last",
                "{\"regex\":\"a*\"}|$",
                "{\"field\":\"tier\",\"is\":\"a\",\"contains\":\"b\"}|$.contains",
                "{\"field\":\"tier\",\"is\":null}|$.is",
                "{\"field\":\"spend\",\"is\":\"7\"}|$.is",
                "{\"field\":\"spend\",\"contains\":\"7\"}|$.contains",
                "{\"field\":\"spend\",\"is\":1e999999999}|$.is",
                "{\"field\":\"vip\",\"is\":\"true\"}|$.is",
                "{\"field\":\"registeredAt\",\"is\":\"yesterday\"}|$.is",
                "{\"field\":\"registeredAt\",\"ageAtLeast\":\"long\"}|$.ageAtLeast",
                "{\"field\":\"limit\",\"is\":{\"amount\":\"1\",\"currency\":\"XX\"}}|$.is",
                "{\"all\":{}}|$.all",
                "{\"not\":[]}|$.not",
                "{\"always\":false}|$.always",
                "{\"inSegment\":\"a b\"}|$",
                "[]|$",
                "7|$",
                "|$",
                "{\"always\":true} {}|$",
                "{\"always\":true,\"always\":true}|$",
                "{\"always\":|$",
            })
    void whatIsNoConditionIsRefusedWithItsPlace(String text, String path) {
        assertThatThrownBy(() -> JSON.readCondition(Customer.class, text == null ? "" : text))
                .isInstanceOfSatisfying(Invalid.class, e -> assertThat(e.path()).isEqualTo(path));
    }

    @Test
    void aConditionOfThirtyTwoLevelsIsReadAndADeeperOneRefused() {
        String legal = "{\"all\":[".repeat(31) + "{\"always\":true}" + "]}".repeat(31);
        assertThat(JSON.writeCondition(JSON.readCondition(Customer.class, legal)))
                .isEqualTo(legal);

        String deeper = "{\"not\":".repeat(32) + "{\"always\":true}" + "}".repeat(32);
        refused(deeper, "levels");
    }

    @Test
    void tooManyNodesValuesOrBytesAreRefused() {
        refused("{\"all\":[" + "{\"always\":true},".repeat(1_000) + "{\"always\":true}]}", "1000 nodes");
        refused("{\"field\":\"tier\",\"in\":[" + "\"a\",".repeat(10_000) + "\"a\"]}", "10000 values");
        refused("{\"field\":\"tier\",\"is\":\"" + "अ".repeat(100_000) + "\"}", "262144 bytes");
        refused("{\"field\":\"spend\",\"is\":" + "9".repeat(1_000) + "}", "too large");
    }

    @Test
    void aJsonOfAHundredThousandLevelsIsRefusedOnASmallStack() throws InterruptedException {
        AtomicReference<Throwable> found = new AtomicReference<>();
        Thread small = new Thread(
                null,
                () -> {
                    try {
                        JSON.readCondition(Customer.class, "[".repeat(100_000));
                    } catch (Throwable e) {
                        found.set(e);
                    }
                },
                "small",
                256 * 1024);
        small.start();
        small.join(Duration.ofSeconds(10).toMillis());
        assertThat(found.get()).isInstanceOf(Invalid.class).hasMessageContaining("levels");
    }

    @Test
    void aRefusalQuotesNoValueAndCarriesNoParserMessage() {
        assertThatThrownBy(() -> JSON.readCondition(Customer.class, "{\"field\": asha@example.in}"))
                .isInstanceOf(Invalid.class)
                .hasMessageNotContaining("asha")
                .hasNoCause();
        assertThatThrownBy(() ->
                        JSON.readCondition(Customer.class, "{\"field\":\"registeredAt\",\"is\":\"asha@example.in\"}"))
                .hasMessageNotContaining("asha");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{ \"field\":\"gone\", \"is\":1.50 }", "{}", "[1,2]", "no json", "\"text\""})
    void aRuleThatNoLongerFitsLoadsAsBrokenAndIsWrittenUnchanged(String text) {
        Rule<Customer> rule = JSON.readRule(Customer.class, text);

        assertThat(rule).isInstanceOf(Rule.Broken.class);
        assertThat(JSON.writeRule(rule)).isEqualTo(text);
        Rule<?> back = JSON.read(Rule.class, JSON.write(rule));
        assertThat(back).isEqualTo(rule);
    }

    private static void refused(String text, String why) {
        assertThatThrownBy(() -> JSON.readCondition(Customer.class, text))
                .isInstanceOf(Invalid.class)
                .hasMessageStartingWith("$")
                .hasMessageContaining(why);
    }
}
