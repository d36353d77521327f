package org.sambandh.crm.reporting.render;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.sambandh.crm.reporting.Cell;
import org.sambandh.crm.reporting.Chart;
import org.sambandh.crm.reporting.Column;
import org.sambandh.crm.reporting.Label;
import org.sambandh.crm.reporting.ReportTable;
import org.sambandh.crm.reporting.Row;

class PlotTest {

    private static final CellText TEXT = new CellText(Locale.ENGLISH, SampleResults.MOMENT.zone());
    private static final SampleResults RESULTS = new SampleResults(UnaryOperator.identity(), UnaryOperator.identity());

    @Test
    void measuresOfOneUnitShareAPictureAndOthersGetTheirOwn() {
        List<Plot> plots = Plot.of(RESULTS.pipeline(), TEXT);
        assertThat(plots).hasSize(2);
        assertThat(plots.get(0).series()).extracting(Plot.Series::name).containsExactly("Amount", "Weighted amount");
        assertThat(plots.get(1).series()).extracting(Plot.Series::name).containsExactly("Deals");
        assertThat(plots.get(0).rest()).containsExactly(false, false, false, false, true);
    }

    @Test
    void aSecondDimensionOfCountsIsStacked() {
        Plot plot = Plot.of(RESULTS.interactions(), TEXT).get(0);
        assertThat(plot.parts()).isTrue();
        assertThat(plot.places()).hasSize(3);
        assertThat(plot.extent()).containsExactly(102, 202);
        assertThat(plot.exactSum(0)).isEqualByComparingTo("202");
    }

    @Test
    void aSecondDimensionOfALineIsNotAddedUpAndGapsStayGaps() {
        Plot plot = Plot.of(RESULTS.forecastLines(), TEXT).get(0);
        assertThat(plot.parts()).isFalse();
        assertThat(plot.extent()).containsExactly(2_000_000, 10_400_000);
        assertThat(plot.series().get(1).value(2)).isNaN();
    }

    @Test
    void meansAreNotStackedBecauseTheyDoNotAddUp() {
        assertThat(Plot.of(nine(BigDecimal.valueOf(36)), TEXT).get(0).parts()).isTrue();
        Plot means = Plot.of(nine(BigDecimal.valueOf(4)), TEXT).get(0);
        assertThat(means.parts()).isFalse();
        assertThat(means.series()).hasSize(6);
        assertThat(means.seriesLeft()).isEqualTo(3);
    }

    @Test
    void partsWithoutAColourAreAddedUpSoThatTheWholeIsStillTheWhole() {
        Plot plot = Plot.of(nine(BigDecimal.valueOf(36)), TEXT).get(0);
        assertThat(plot.series()).extracting(Plot.Series::name).containsExactly("0", "1", "2", "3", "4", "Others");
        assertThat(plot.exactSum(0)).isEqualByComparingTo("36");
        assertThat(plot.seriesLeft()).isZero();
    }

    /** One place in nine parts of 0 to 8. */
    private static ReportTable nine(BigDecimal total) {
        List<Row> rows = new ArrayList<>();
        for (int i = 0; i < 9; i++) {
            rows.add(new Row(
                    Row.Kind.PLAIN,
                    List.of(
                            new Cell.Text("place"),
                            new Cell.Text(String.valueOf(i)),
                            new Cell.Numeric(BigDecimal.valueOf(i)))));
        }
        Row totals = new Row(
                Row.Kind.TOTAL,
                List.of(Cell.NoData.NOT_APPLICABLE, Cell.NoData.NOT_APPLICABLE, new Cell.Numeric(total)));
        return new ReportTable(
                "nine",
                Label.of("Nine"),
                new Chart(Chart.Kind.BAR, "place", List.of("value")),
                List.of(
                        new Column("place", Label.of("Place"), Column.Role.DIMENSION, Column.Unit.TEXT, null),
                        new Column("part", Label.of("Part"), Column.Role.DIMENSION, Column.Unit.TEXT, null),
                        new Column("value", Label.of("Value"), Column.Role.MEASURE, Column.Unit.NUMBER, null)),
                rows,
                List.of(totals),
                List.of(),
                Label.of("all"),
                SampleResults.MOMENT);
    }

    @Test
    void ofVeryManyBarsTheFirstAreDrawnAndThePageSaysSo() {
        List<Row> rows = new ArrayList<>();
        for (int i = 0; i < 50; i++) {
            rows.add(new Row(
                    Row.Kind.PLAIN, List.of(new Cell.Text("place " + i), new Cell.Numeric(BigDecimal.valueOf(i)))));
        }
        ReportTable table = new ReportTable(
                "many",
                Label.of("Many"),
                new Chart(Chart.Kind.BAR, "place", List.of("count")),
                List.of(
                        new Column("place", Label.of("Place"), Column.Role.DIMENSION, Column.Unit.TEXT, null),
                        new Column("count", Label.of("Count"), Column.Role.MEASURE, Column.Unit.COUNT, null)),
                rows,
                List.of(),
                List.of(),
                Label.of("all"),
                SampleResults.MOMENT);

        Plot plot = Plot.of(table, TEXT).get(0);
        assertThat(plot.places()).hasSize(20);
        assertThat(plot.placesLeft()).isEqualTo(30);
        assertThat(HtmlRenderer.of(Locale.ENGLISH).render(table).html())
                .contains("Drawn are 20 of 50; the table holds all.");
    }
}
