package org.sambandh.crm.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sambandh.crm.Crm;
import org.sambandh.crm.common.Actor;
import org.sambandh.crm.common.Invalid;

class ImportMappingTest {

    private static String mapping(String columns) {
        return "{\"target\": \"ORGANIZATION\", \"key\": {\"column\": \"a\", \"system\": \"erp\", \"type\": \"x\"}, "
                + "\"columns\": [" + columns + "]}";
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{'column': 'a', 'field': 'name', 'colour': 1}|$.columns[0].colour",
                "{'column': 'a'}|$.columns[0]",
                "{'column': 'a', 'field': 'name', 'relation': 'subsidiary_of'}|$.columns[0]",
                "{'field': 'name'}|$.columns[0].column",
                "{'column': 'a', 'field': 7}|$.columns[0].field",
                "{'column': 'a', 'field': 'name', 'required': 'yes'}|$.columns[0].required",
                "{'column': 'a', 'field': 'name', 'aliases': {'x': 1}}|$.columns[0].aliases.x",
                "{'column': 'a', 'field': 'name', 'aliases': ['x']}|$.columns[0].aliases",
                "{'column': 'a', 'field': 'name', 'allowed': 'x'}|$.columns[0].allowed",
                "{'column': 'a', 'field': 'name', 'allowed': ['x'], 'codes': {'x': 'y'}}|$.columns[0]",
                "{'column': 'a', 'field': 'name', 'number': {'factor': 'x'}}|$.columns[0].number.factor",
                "{'column': 'a', 'field': 'name', 'number': {'factor': 1e99}}|$.columns[0].number.factor",
                "{'column': 'a', 'field': 'name', 'number': {'currency': 'XYX'}}|$.columns[0].number.currency",
                "{'column': 'a', 'field': 'name', 'date': 'bbb'}|$.columns[0].date",
                "{'column': 'a', 'field': 'name', 'refer': {'system': 'x'}}|$.columns[0].refer.type",
                "|$.columns"
            })
    void whatIsWrongIsNamedByItsPath(String column, String path) {
        String json = mapping(column == null ? "" : column.replace('\'', '"'));
        assertThatThrownBy(() -> ImportMapping.read(json))
                .isInstanceOfSatisfying(Invalid.class, e -> assertThat(e.path()).isEqualTo(path));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {"nothing", "{", "{} {}", "{\"target\": \"ORGANIZATION\", \"target\": \"ORGANIZATION\"}", "[]", "{}"
            })
    void whatIsNoMappingIsRefused(String json) {
        assertThatThrownBy(() -> ImportMapping.read(json)).isInstanceOf(Invalid.class);
    }

    @Test
    void anOversizedOrDeepMappingIsRefused() {
        assertThatThrownBy(() -> ImportMapping.read(" ".repeat(300_000))).isInstanceOf(Invalid.class);
        assertThatThrownBy(() -> ImportMapping.read("[".repeat(100_000))).isInstanceOf(Invalid.class);
        byte[] latin1 = "{\"target\": \"\u00fc\"}".getBytes(StandardCharsets.ISO_8859_1);
        assertThatThrownBy(() -> ImportMapping.read(new ByteArrayInputStream(latin1)))
                .isInstanceOf(Invalid.class)
                .hasMessageContaining("UTF-8");
    }

    @ParameterizedTest
    @CsvSource({"nothing", "id", "nameKeys"})
    void aFieldThatIsUnknownOrCannotBeWrittenIsRefusedBeforeAnythingIsWritten(String field) {
        ImportMapping mapping = ImportMapping.read(mapping("{\"column\": \"a\", \"field\": \"" + field + "\"}"));
        assertThatThrownBy(() -> Crm.inMemory()
                        .as(Actor.SYSTEM)
                        .imports()
                        .run(mapping, org.sambandh.crm.exchange.CsvSource.of("a\nMill\n")))
                .isInstanceOfSatisfying(Invalid.class, e -> assertThat(e.path()).isEqualTo("$.columns[0].field"));
    }
}
