package org.sambandh.crm.reporting.render;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.sambandh.crm.reporting.Cell;
import org.sambandh.crm.reporting.Chart;
import org.sambandh.crm.reporting.Column;
import org.sambandh.crm.reporting.DashboardTables;
import org.sambandh.crm.reporting.Label;
import org.sambandh.crm.reporting.ReportTable;
import org.sambandh.crm.reporting.Row;

class CsvRendererTest {

    private static final CsvRenderer ENGLISH = CsvRenderer.of(Locale.forLanguageTag("en-IN"));

    @Test
    void aResultIsAHeaderItsRowsAndTheTotals() {
        assertThat(ENGLISH.render(SampleResults.dashboard().tables().get(10))).isEqualTo("""
                        Owner,Age of the last contact,Oldest since,Last seen,Customers,Value in a year (INR),Mean score
                        Asha Rao,30 to under 90,2026-08-03,2026-08-03T15:45:00+05:30,12,1234567.50,61.333333
                        Ravi Kumar,90 or more,2026-01-31,,25,-98000.00,
                        Total,,,,37,1136567.50,61.333333
                        """.replace("\n", "\r\n"));
    }

    @Test
    void aDashboardIsItsResultsBelowEachOtherUnderGuardedTitles() {
        ReportTable first = one(Cell.NoData.NO_VALUE, Column.Unit.TEXT);
        ReportTable second = new ReportTable(
                "two",
                Label.of("=1+1"),
                Chart.TABLE,
                first.columns(),
                List.of(new Row(Row.Kind.PLAIN, List.of(new Cell.Text("b")))),
                List.of(),
                List.of(),
                Label.of("all"),
                SampleResults.MOMENT);
        DashboardTables both = new DashboardTables(Label.of("Both"), List.of(first, second), SampleResults.MOMENT);

        String csv = "one\r\ncolumn\r\n\"\"\r\n\r\n\"'=1+1\"\r\ncolumn\r\nb\r\n";
        assertThat(ENGLISH.render(both)).isEqualTo(csv);
        assertThat(ENGLISH.withByteOrderMark().render(both)).isEqualTo("\uFEFF" + csv);
    }

    @Test
    void negativeNumbersStayNumbersAndTextLikeThemIsGuarded() {
        assertThat(ENGLISH.render(one(new Cell.Numeric(new BigDecimal("-5")), Column.Unit.NUMBER)))
                .isEqualTo("column\r\n-5\r\n");
        assertThat(ENGLISH.render(one(new Cell.Text("-5"), Column.Unit.TEXT))).isEqualTo("column\r\n\"'-5\"\r\n");
    }

    @Test
    void hindiReadersGetHindiWordsAndExcelAMarkInFront() {
        String csv = CsvRenderer.of(Locale.forLanguageTag("hi-IN"))
                .withByteOrderMark()
                .render(SampleResults.dashboard().tables().get(3));
        assertThat(csv).startsWith("\uFEFFचरण,सौदे,राशि (INR),").contains("\r\nनया,64,18250000.00,", "\r\nकुल,139,");
    }

    @Test
    void totalsCanBeLeftOut() {
        assertThat(ENGLISH.withoutTotals()
                        .render(SampleResults.dashboard().tables().get(3)))
                .doesNotContain("Total")
                .contains("3 other stages,2,410000.00,\r\n");
    }

    @Test
    void aSingleEmptyFieldIsNoEmptyLine() {
        assertThat(ENGLISH.render(one(Cell.NoData.NO_VALUE, Column.Unit.TEXT))).isEqualTo("column\r\n\"\"\r\n");
    }

    @Test
    void aNumberThatWouldFillTheMemoryIsWrittenWithAnExponent() {
        assertThat(ENGLISH.render(one(new Cell.Numeric(new BigDecimal("1e999999999")), Column.Unit.NUMBER)))
                .isEqualTo("column\r\n1E+999999999\r\n");
    }

    static ReportTable one(Cell cell, Column.Unit unit) {
        return new ReportTable(
                "one",
                Label.of("one"),
                Chart.TABLE,
                List.of(new Column("column", Label.of("column"), Column.Role.DIMENSION, unit, null)),
                List.of(new Row(Row.Kind.PLAIN, List.of(cell))),
                List.of(),
                List.of(),
                Label.of("all"),
                SampleResults.MOMENT);
    }
}
