package org.sambandh.crm.reporting.render;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.sambandh.crm.reporting.Cell;
import org.sambandh.crm.reporting.Column;

class JsonRendererTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final JsonRenderer RENDERER = new JsonRenderer();

    @Test
    void aDashboardHoldsItsTablesWithBothLanguagesAndTheMoment() throws Exception {
        JsonNode root = JSON.readTree(RENDERER.render(SampleResults.dashboard()));
        assertThat(root.at("/title/hi").asText()).isEqualTo("इस वर्ष की बिक्री");
        assertThat(root.get("at").asText()).isEqualTo("2026-11-23T12:35:00Z");
        assertThat(root.get("zone").asText()).isEqualTo("Asia/Kolkata");
        assertThat(root.get("tables")).hasSize(12);
    }

    @Test
    void everyCellSaysByItsOneTellingNameWhatItIs() throws Exception {
        JsonNode root = JSON.readTree(RENDERER.render(SampleResults.dashboard()));
        List<String> cells = new ArrayList<>();
        root.findValues("cells").forEach(row -> row.forEach(cell -> cells.add(cell.toString())));
        assertThat(cells)
                .contains(
                        "{\"text\":\"Steel\"}",
                        "{\"key\":\"new\",\"label\":{\"en\":\"New\",\"hi\":\"नया\"}}",
                        "{\"number\":\"61.333333\"}",
                        "{\"amount\":\"1234567.50\",\"currency\":\"INR\"}",
                        "{\"share\":\"0.645833\",\"part\":\"31\",\"whole\":\"48\",\"low\":\"0.525833\",\"high\":\"0.765833\"}",
                        "{\"period\":\"2026-04\",\"bucket\":\"MONTH\",\"first\":\"2026-04-01\",\"last\":\"2026-04-30\"}",
                        "{\"day\":\"2026-08-03\"}",
                        "{\"time\":\"2026-08-03T10:15:00Z\"}",
                        "{\"from\":\"90\",\"below\":null}",
                        "{\"noData\":\"NOTHING_MEASURED\"}");
    }

    @Test
    void columnsRowsChartAndNotesKeepTheirParts() throws Exception {
        JsonNode table =
                JSON.readTree(RENDERER.render(SampleResults.dashboard().tables().get(3)));
        assertThat(table.at("/columns/2").toString())
                .isEqualTo("{\"name\":\"amount\",\"label\":{\"en\":\"Amount\",\"hi\":\"राशि\"},\"role\":\"MEASURE\","
                        + "\"unit\":\"MONEY\",\"currency\":\"INR\"}");
        assertThat(table.get("chart").toString())
                .isEqualTo("{\"kind\":\"BAR\",\"across\":\"stage\",\"series\":[\"amount\",\"weighted\",\"deals\"]}");
        assertThat(table.at("/rows/4/kind").asText()).isEqualTo("OTHER");
        assertThat(table.at("/totals/0/kind").asText()).isEqualTo("TOTAL");
        assertThat(table.at("/notes/0/code").asText()).isEqualTo("withoutAmount");
        assertThat(table.at("/notes/0/values/0/number").asText()).isEqualTo("3");
    }

    @Test
    void whatUtf8CannotHoldIsReplaced() throws Exception {
        String json = RENDERER.render(CsvRendererTest.one(new Cell.Text("a\uD800b\0\"\\"), Column.Unit.TEXT));
        assertThat(JSON.readTree(json).at("/rows/0/cells/0/text").asText()).isEqualTo("a\uFFFDb\uFFFD\"\\");
    }
}
