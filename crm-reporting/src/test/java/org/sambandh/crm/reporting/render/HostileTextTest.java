package org.sambandh.crm.reporting.render;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.junit.jupiter.api.Test;
import org.sambandh.crm.reporting.Cell;
import org.sambandh.crm.reporting.Chart;
import org.sambandh.crm.reporting.Column;
import org.sambandh.crm.reporting.Label;
import org.sambandh.crm.reporting.ReportTable;
import org.sambandh.crm.reporting.Row;

/** 100,000 hostile texts in the cells of a result, and hostile words in every place where a result has words. */
class HostileTextTest {

    private static final int COLUMNS = 20;
    private static final int ROWS = 5_000;
    private static final List<List<String>> TEXTS = texts();
    private static final Locale LOCALE = Locale.forLanguageTag("en-IN");

    @Test
    void noTextBecomesAFormulaInCsvAndEveryOneCanBeReadBack() {
        List<List<String>> records = CsvSample.records(CsvRenderer.of(LOCALE).render(table(TEXTS)));
        assertThat(records).hasSize(ROWS + 1);
        for (int r = 0; r < ROWS; r++) {
            List<String> fields = records.get(r + 1);
            assertThat(fields).hasSize(COLUMNS);
            for (int c = 0; c < COLUMNS; c++) {
                if (isActive(fields.get(c))) {
                    throw new AssertionError("a formula: " + escaped(fields.get(c)));
                }
                same(
                        CsvRenderer.unguarded(fields.get(c)),
                        CleanText.of(TEXTS.get(r).get(c)));
            }
        }
    }

    @Test
    void noTextBecomesAFormulaInASheet() throws Exception {
        byte[] workbook = XlsxRendererTest.bytes(table(TEXTS));
        int strings = 0;
        try (ReadableWorkbook read = new ReadableWorkbook(new ByteArrayInputStream(workbook));
                Stream<org.dhatim.fastexcel.reader.Row> rows =
                        read.getFirstSheet().openStream()) {
            for (var row : (Iterable<org.dhatim.fastexcel.reader.Row>) rows.skip(1)::iterator) {
                for (var cell : row) {
                    if (cell.getType() != CellType.STRING || cell.getFormula() != null || isActive(cell.asString())) {
                        throw new AssertionError("a formula: " + escaped(cell.asString()));
                    }
                    strings++;
                }
            }
        }
        assertThat(strings).isEqualTo(ROWS * COLUMNS);
        XlsxRendererTest.parts(workbook).forEach((name, xml) -> {
            assertThat(name).doesNotContain("externalLink", "macro", "vba");
            assertThat(xml.contains("<f>") || xml.contains("<f ") || xml.contains("<hyperlink"))
                    .as(name)
                    .isFalse();
        });
    }

    @Test
    void theElementsOfThePageAreTheSameAsWithHarmlessText() {
        List<List<String>> harmless = new ArrayList<>();
        TEXTS.forEach(row -> harmless.add(row.stream().map(text -> "harmless").toList()));
        String page = HtmlRenderer.of(LOCALE).render(table(TEXTS)).html();
        List<Skeleton.Part> parts = Skeleton.of(page);

        assertThat(parts.stream().map(Skeleton.Part::shape).toList())
                .isEqualTo(Skeleton.shapes(
                        HtmlRenderer.of(LOCALE).render(table(harmless)).html()));
        List<String> shown = parts.stream()
                .filter(part ->
                        part.path().endsWith("/tbody/tr/td") || part.path().endsWith("/tbody/tr/th"))
                .map(Skeleton.Part::text)
                .toList();
        List<String> given = TEXTS.stream()
                .flatMap(List::stream)
                .map(text -> CleanText.of(text).replace('\r', ' '))
                .toList();
        assertThat(shown).isEqualTo(given);
    }

    @Test
    void theElementsOfADashboardDoNotDependOnItsWordsEither() {
        List<String> harmless = shapes(SampleResults.dashboard());
        for (int seed = 0; seed < 200; seed++) {
            HostileText hostile = new HostileText(seed);
            Map<String, String> labels = new HashMap<>();
            Map<String, String> texts = new HashMap<>();
            SampleResults results = new SampleResults(
                    words -> labels.computeIfAbsent(words, w -> labelled(hostile.around(w))),
                    words -> texts.computeIfAbsent(words, hostile::around));
            assertThat(shapes(results.all())).as("seed " + seed).isEqualTo(harmless);
        }
    }

    @Test
    void jsonKeepsEveryTextInItsPlace() throws Exception {
        JsonNode rows = new ObjectMapper()
                .readTree(new JsonRenderer().render(table(TEXTS)))
                .get("rows");
        assertThat(rows).hasSize(ROWS);
        for (int r = 0; r < ROWS; r++) {
            for (int c = 0; c < COLUMNS; c++) {
                JsonNode cell = rows.get(r).get("cells").get(c);
                assertThat(cell).hasSize(1);
                assertThat(cell.get("text").asText())
                        .isEqualTo(CleanText.of(TEXTS.get(r).get(c)));
            }
        }
    }

    @Test
    void numbersOfAnySizeAreDrawnOrLeftOutButNeverBreakAPicture() {
        for (Chart.Kind kind : Chart.Kind.values()) {
            List<Row> rows = new ArrayList<>();
            for (String number :
                    List.of("1e999999999", "-1e999999999", "1e-999999999", "1e308", "-1e99", "0", "7", "1e90")) {
                rows.add(new Row(
                        Row.Kind.PLAIN, List.of(new Cell.Text(number), new Cell.Numeric(new BigDecimal(number)))));
            }
            ReportTable table = new ReportTable(
                    "huge",
                    Label.of("huge"),
                    kind == Chart.Kind.TABLE ? Chart.TABLE : new Chart(kind, "name", List.of("value")),
                    List.of(
                            new Column("name", Label.of("name"), Column.Role.DIMENSION, Column.Unit.TEXT, null),
                            new Column("value", Label.of("value"), Column.Role.MEASURE, Column.Unit.NUMBER, null)),
                    rows,
                    List.of(),
                    List.of(),
                    Label.of("all"),
                    SampleResults.MOMENT);
            String page = HtmlRenderer.of(LOCALE).render(table).html();
            assertThat(Skeleton.of(page)).isNotEmpty();
            assertThat(page).hasSizeLessThan(100_000).doesNotContain("NaN", "Infinity", "∞");
        }
    }

    /** Compares without the cost of an assertion for each of so many. */
    private static void same(String actual, String expected) {
        if (!actual.equals(expected)) {
            assertThat(actual).isEqualTo(expected);
        }
    }

    private static List<String> shapes(org.sambandh.crm.reporting.DashboardTables results) {
        // A long name is drawn twice, once for each width; that depends on its length and on nothing else.
        return Skeleton.of(HtmlRenderer.of(LOCALE).render(results).html()).stream()
                .filter(part -> !"name roomy".equals(part.attributes().get("class")))
                .map(Skeleton.Part::shape)
                .toList();
    }

    /** Labels refuse what is no text at all and more than 400 characters. */
    private static String labelled(String hostile) {
        String legal = hostile.replace("\0", "").replaceAll("\\p{Cs}", "").strip();
        int end = Math.min(legal.length(), 380);
        return legal.substring(0, Character.isHighSurrogate(legal.charAt(end - 1)) ? end - 1 : end);
    }

    private static List<List<String>> texts() {
        HostileText hostile = new HostileText(20261123);
        List<List<String>> rows = new ArrayList<>();
        for (int r = 0; r < ROWS; r++) {
            List<String> row = new ArrayList<>();
            for (int c = 0; c < COLUMNS; c++) {
                row.add(hostile.around(r % 3 == 0 ? "" : "Asha"));
            }
            rows.add(row);
        }
        return rows;
    }

    private static ReportTable table(List<List<String>> texts) {
        List<Column> columns = new ArrayList<>();
        for (int c = 0; c < COLUMNS; c++) {
            columns.add(new Column("c" + c, Label.of("c" + c), Column.Role.DIMENSION, Column.Unit.TEXT, null));
        }
        List<Row> rows = texts.stream()
                .map(row -> new Row(
                        Row.Kind.PLAIN,
                        row.stream().map(text -> (Cell) new Cell.Text(text)).toList()))
                .toList();
        return new ReportTable(
                "hostile",
                Label.of("hostile"),
                Chart.TABLE,
                columns,
                rows,
                List.of(),
                List.of(),
                Label.of("all"),
                SampleResults.MOMENT);
    }

    /** Whether a spreadsheet could take it for a formula, written down once more and not taken from the code. */
    private static boolean isActive(String field) {
        if (field.startsWith("\t") || field.startsWith("\r")) {
            return true;
        }
        int i = 0;
        while (i < field.length()
                && (field.charAt(i) <= ' '
                        || "\u00A0\u0085\u200B\u200D\u2028\u2029\uFEFF\uFFFD".indexOf(field.charAt(i)) >= 0)) {
            i++;
        }
        return i < field.length() && "=+-@＝＋－＠".indexOf(field.charAt(i)) >= 0;
    }

    private static String escaped(String text) {
        StringBuilder escaped = new StringBuilder();
        text.chars()
                .forEach(c ->
                        escaped.append(c < 127 && c > 31 ? String.valueOf((char) c) : String.format("\\u%04X", c)));
        return escaped.toString();
    }
}
