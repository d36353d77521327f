package org.sambandh.crm.reporting.render;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.sambandh.crm.reporting.FactFiles;

/** The kinds {@code exportCell} and {@code roundTrip} of the fact table {@code csv}; reading is tested with the import. */
class CsvExportFactsTest {

    static List<FactFiles.Case> cells() {
        return FactFiles.cases("csv", "exportCell");
    }

    static List<FactFiles.Case> roundTrips() {
        return FactFiles.cases("csv", "roundTrip");
    }

    @ParameterizedTest
    @MethodSource("cells")
    void aCellIsWrittenAsTheTableSays(FactFiles.Case fact) {
        fact.expectsOnly("expectCell");
        // Numbers never pass through the guard; CsvRendererTest holds that.
        String written = fact.text("type").equals("text") ? CsvRenderer.field(fact.text("value")) : fact.text("value");
        assertThat(written).isEqualTo(fact.text("expectCell"));
    }

    @ParameterizedTest
    @MethodSource("roundTrips")
    void aCellReadBackWithTheGuardIsTheOldOne(FactFiles.Case fact) {
        for (JsonNode value : fact.get("values")) {
            String field = CsvSample.records(CsvRenderer.field(value.asText()) + "\r\n")
                    .get(0)
                    .get(0);
            assertThat(CsvRenderer.unguarded(field)).isEqualTo(value.asText());
        }
    }
}
