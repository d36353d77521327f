package org.sambandh.crm.reporting.render;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.sambandh.crm.reporting.Cell;
import org.sambandh.crm.reporting.Chart;
import org.sambandh.crm.reporting.Column;
import org.sambandh.crm.reporting.DashboardTables;
import org.sambandh.crm.reporting.Label;
import org.sambandh.crm.reporting.ReportTable;
import org.sambandh.crm.reporting.Row;

class HtmlRendererTest {

    private static final HtmlRenderer ENGLISH = HtmlRenderer.of(Locale.forLanguageTag("en-IN"));
    private static final HtmlRenderer HINDI = HtmlRenderer.of(Locale.forLanguageTag("hi-IN"));
    private static final HtmlPage PAGE = ENGLISH.render(SampleResults.dashboard());

    @Test
    void thePolicyAllowsTheOneStyleSheetByItsHashAndNothingElse() throws Exception {
        List<Skeleton.Part> styles = named(PAGE, "style");
        assertThat(styles).hasSize(1);
        byte[] digest =
                MessageDigest.getInstance("SHA-256").digest(styles.get(0).text().getBytes(StandardCharsets.UTF_8));
        String hash = "sha256-" + Base64.getEncoder().encodeToString(digest);

        assertThat(PAGE.styleHash()).isEqualTo(hash);
        assertThat(PAGE.contentSecurityPolicy()).startsWith("default-src 'none'; style-src '" + hash + "'");
        assertThat(named(PAGE, "meta"))
                .anySatisfy(meta -> assertThat(meta.attributes())
                        .containsEntry("http-equiv", "Content-Security-Policy")
                        .containsEntry("content", PAGE.contentSecurityPolicy()));
    }

    @Test
    void nothingRunsLoadsLinksOrStylesFromInsideAnElement() {
        Set<String> elements =
                Skeleton.of(PAGE.html()).stream().map(Skeleton.Part::name).collect(Collectors.toSet());
        Set<String> attributes = Skeleton.of(PAGE.html()).stream()
                .flatMap(part -> part.attributes().keySet().stream())
                .collect(Collectors.toSet());

        assertThat(elements).doesNotContain("script", "link", "img", "iframe", "object", "use", "image", "a", "form");
        assertThat(attributes)
                .doesNotContain("style", "href", "src", "action", "xlink:href")
                .noneMatch(name -> name.startsWith("on"));
        assertThat(Style.SHEET).doesNotContain("url(", "@import", "</", "<", "&");
    }

    @Test
    void everyDrawingHasATitleADescriptionARoleAndATableBehindIt() {
        List<Skeleton.Part> parts = Skeleton.of(PAGE.html());
        Set<String> ids = parts.stream()
                .map(part -> part.attributes().getOrDefault("id", ""))
                .collect(Collectors.toSet());
        List<Skeleton.Part> pictures = parts.stream()
                .filter(part -> "img".equals(part.attributes().get("role")))
                .toList();

        assertThat(pictures).hasSize(9).allSatisfy(picture -> {
            assertThat(ids).contains(picture.attributes().get("aria-labelledby").split(" "));
            assertThat(picture.text()).contains("The table below holds all figures.");
        });
        assertThat(parts.stream().filter(part -> part.path().endsWith("/svg/desc")))
                .hasSameSizeAs(pictures);
        assertThat(parts.stream().filter(part -> part.path().endsWith("/svg/title")))
                .hasSameSizeAs(pictures);
        assertThat(parts.stream()
                        .filter(part ->
                                part.name().equals("svg") && !part.path().endsWith("svg/svg")))
                .allMatch(part -> part.attributes().containsKey("role")
                        || "true".equals(part.attributes().get("aria-hidden")));
        for (Skeleton.Part article : named(PAGE, "article")) {
            String id = article.attributes().get("aria-labelledby");
            boolean drawn = ids.contains(id + "c0t");
            assertThat(PAGE.html().contains("role=\"region\" aria-labelledby=\"" + id + "\"") || !drawn)
                    .isTrue();
        }
    }

    @Test
    void idsAreUniqueInThePage() {
        assertThat(Skeleton.of(PAGE.html()).stream()
                        .map(part -> part.attributes().get("id"))
                        .filter(id -> id != null)
                        .toList())
                .doesNotHaveDuplicates()
                .isNotEmpty();
    }

    @Test
    void thePageSpeaksTheLanguageOfItsReader() {
        HtmlPage hindi = HINDI.render(SampleResults.dashboard());
        assertThat(named(hindi, "html").get(0).attributes()).containsEntry("lang", "hi-IN");
        assertThat(named(hindi, "h1").get(0).text()).isEqualTo("इस वर्ष की बिक्री");
        assertThat(hindi.html()).contains("आँकड़े दिखाएँ", "₹4.87 करोड़", "कोई आँकड़ा नहीं");
        assertThat(named(PAGE, "html").get(0).attributes()).containsEntry("lang", "en-IN");

        HtmlPage french = HtmlRenderer.of(Locale.FRANCE).render(SampleResults.dashboard());
        assertThat(named(french, "html").get(0).attributes()).containsEntry("lang", "en");
    }

    @Test
    void numbersAreGroupedRightAlignedAndMissingOnesAreSaidInWords() {
        assertThat(cells("number")).contains("₹1,82,50,000", "₹7,42,85,000", "-₹98,000.00", "61.33");
        assertThat(cells("number none")).contains("no data");
        assertThat(PAGE.html()).doesNotContain("NaN", "Infinity", "null");
    }

    @Test
    void aShareShowsWhereTheTrueOneLies() {
        assertThat(named(PAGE, "span").stream().map(Skeleton.Part::text)).contains("52.6% to 76.6%");
    }

    @Test
    void notesAndTotalsAreThereWithoutOpeningAnything() {
        assertThat(named(PAGE, "li").stream().map(Skeleton.Part::text))
                .contains("3 of 1,12,345 deals have no amount and are not in the sums.");
        assertThat(Skeleton.of(PAGE.html()).stream()
                        .filter(part -> part.path().contains("/tfoot/"))
                        .map(Skeleton.Part::text))
                .contains("Total", "₹11,36,567.50");
    }

    @Test
    void aDashboardWithoutReportsAndAReportWithoutRowsSaySo() {
        HtmlPage empty = ENGLISH.render(new DashboardTables(Label.of("Nothing"), List.of(), SampleResults.MOMENT));
        assertThat(empty.html()).contains("Nothing to show: this dashboard has no reports.");

        HtmlPage noRows = ENGLISH.render(SampleResults.dashboard().tables().get(11));
        assertThat(noRows.html()).contains("No rows: nothing matched.").doesNotContain("<svg", "<table");
    }

    @Test
    void aDrawingStandsBesideAnotherUnlessTheTableUnderItIsVeryWide() {
        assertThat(cardOf(drawn(7))).isEqualTo("card");
        assertThat(cardOf(drawn(8))).isEqualTo("card wide");
    }

    private static String cardOf(ReportTable table) {
        return named(ENGLISH.render(table), "article").get(0).attributes().get("class");
    }

    /** One row of a name and as many counts. */
    private static ReportTable drawn(int counts) {
        Label words = Label.of("x");
        List<Column> columns = new ArrayList<>();
        List<Cell> cells = new ArrayList<>();
        columns.add(new Column("name", words, Column.Role.DIMENSION, Column.Unit.TEXT, null));
        cells.add(new Cell.Text("one"));
        for (int i = 0; i < counts; i++) {
            columns.add(new Column("c" + i, words, Column.Role.MEASURE, Column.Unit.COUNT, null));
            cells.add(new Cell.Numeric(BigDecimal.ONE));
        }
        return new ReportTable(
                "r",
                words,
                new Chart(Chart.Kind.BAR, "name", List.of("c0")),
                columns,
                List.of(new Row(Row.Kind.PLAIN, cells)),
                List.of(),
                List.of(),
                words,
                SampleResults.MOMENT);
    }

    @Test
    void theSameResultsGiveTheSamePage() {
        assertThat(ENGLISH.render(SampleResults.dashboard()).html()).isEqualTo(PAGE.html());
    }

    private static List<String> cells(String classes) {
        return named(PAGE, "td").stream()
                .filter(part -> classes.equals(part.attributes().get("class")))
                .map(Skeleton.Part::text)
                .toList();
    }

    private static List<Skeleton.Part> named(HtmlPage page, String name) {
        return Skeleton.of(page.html()).stream()
                .filter(part -> part.name().equals(name))
                .toList();
    }
}
