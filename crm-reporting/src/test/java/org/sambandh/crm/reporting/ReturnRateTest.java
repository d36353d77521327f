package org.sambandh.crm.reporting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.sambandh.crm.common.Invalid;
import org.sambandh.crm.common.ProductId;
import org.sambandh.crm.condition.Conditions;
import org.sambandh.crm.condition.Tests;
import org.sambandh.crm.field.Relation;
import org.sambandh.crm.product.ProductFields;
import org.sambandh.crm.purchase.Purchase;
import org.sambandh.crm.purchase.PurchaseFields;
import org.sambandh.crm.purchase.PurchaseLine;

/** Reports whose rows are of what stands inside an entity, and the return rate, which is one. */
class ReturnRateTest {

    private static final Year YEAR = Year.lived();

    private static ReportTable run(Tabulation report) {
        return Reports.of(YEAR.crm).run(report);
    }

    /** The bounds of 2 of 4 and 1 of 1 are those of Wilson's formula with z = 1.959964, computed in another language. */
    @Test
    void linesThatCameBackAreCountedOnceEachAndMoneyOfEachCurrencyStandsApart() {
        ReportTable table = run(StandardReports.returnRateByProduct(Year.FIRST, Year.LAST));
        assertThat(Tabled.columns(table))
                .containsExactly(
                        "product",
                        "lines",
                        "returned",
                        "returnRate",
                        "total.INR",
                        "total.GBP",
                        "refunded.INR",
                        "refunded.GBP");
        assertThat(Tabled.rows(table))
                .containsExactly(
                        "Kettle | 4 | 2 | 0.500000 (0.150039 to 0.849961) | 600.00 | 3.00 | 200.00 | 3.00",
                        "Lamp | 1 | 1 | 1.000000 (0.206549 to 1.000000) | 500.00 | 0.00 | 200.00 | 0.00",
                        "NO_VALUE | 1 | 0 | 0.000000 (0.000000 to 0.793451) | 50.00 | 0.00 | 0.00 | 0.00");
        assertThat(Tabled.total(table))
                .startsWith("Total | 6 | 3 | 0.500000 (")
                .endsWith("1150.00 | 3.00 | 400.00 | 3.00");
        assertThat(Tabled.notes(table)).hasSize(1);
    }

    @Test
    void aLineCountsInThePeriodInWhichItWasBoughtAndBothEndsAreInside() {
        assertThat(Tabled.rows(run(StandardReports.returnRateByProduct(Year.FIRST.minusDays(1), Year.FIRST))))
                .containsExactly("Lamp | 1 | 1 | 1.000000 (0.206549 to 1.000000) | 100.00 | 100.00");
        assertThat(run(StandardReports.returnRateByProduct(Year.FIRST, Year.FIRST))
                        .rows())
                .isEmpty();
        assertThatThrownBy(() -> StandardReports.returnRateByProduct(Year.LAST, Year.FIRST))
                .isInstanceOfSatisfying(Invalid.class, e -> assertThat(e.path()).isEqualTo("last"));
    }

    @Test
    void theReportOverThePartsCanBeChangedAsAnyOther() {
        ReportTable table = run(StandardReports.returnRateByProduct(Year.FIRST, Year.LAST)
                .change(report -> report.titled(Label.of("Worst")).top(1)));
        assertThat(table.title().in(Locale.ENGLISH)).isEqualTo("Worst");
        assertThat(Tabled.rows(table)).hasSize(2).last().asString().startsWith("Others | 2 | 1 | 0.500000 (");
    }

    @Test
    void partsAreFilteredByTheirOwnFieldsAndToldApartByThoseOfTheirProduct() {
        PartsReport<Purchase, PurchaseLine> families = new PartsReport<>(
                PurchaseFields.LINES,
                Conditions.where(PurchaseFields.VALID, Tests.is(true)),
                Report.of("families", Label.of("Families"), PurchaseLine.class)
                        .where(Conditions.where(PurchaseFields.LINE_QUANTITY, Tests.atLeast(2)))
                        .by(Dimension.of(PurchaseFields.LINE_PRODUCT.to(ProductFields.FAMILY)))
                        .measuring(ReportMeasure.count("lines")));
        assertThat(Tabled.rows(run(families))).containsExactly("Kitchen | 2", "Light | 1");
        assertThat(run(families).filter().in(Locale.ENGLISH)).isEqualTo("valid is yes; quantity is at least 2");
        assertThat(Tabled.rows(run(families.within(Conditions.where(PurchaseFields.CURRENCY, Tests.is("GBP"))))))
                .isEmpty();
    }

    @Test
    void thousandsOfPartsAreMeasuredInChunks() {
        Year year = new Year(new Watch("2026-04-01T03:30:00Z"), new Watch("2026-04-01T03:30:00Z").session());
        var buyer = year.party("Asha Rao");
        PurchaseLine[] lines = new PurchaseLine[3_000];
        for (int order = 0; order < 3; order++) {
            for (int i = 0; i < lines.length; i++) {
                lines[i] = Year.line("k" + i, new ProductId("p" + i % 7), 1, "1", "INR");
            }
            year.bought("O" + order, buyer, "2026-01-01T10:00:00Z", lines);
        }
        ReportTable table = Reports.of(year.crm).run(StandardReports.returnRateByProduct(Year.FIRST, Year.LAST));
        assertThat(table.rows()).hasSize(7);
        assertThat(Tabled.total(table)).startsWith("Total | 9000 | 0 | ");
    }

    @Test
    void whatTheCatalogueDoesNotKnowIsRefused() {
        Report<PurchaseLine> lines =
                Report.of("r", Label.of("R"), PurchaseLine.class).measuring(ReportMeasure.<PurchaseLine>count("lines"));
        assertThatThrownBy(() -> run(lines))
                .isInstanceOfSatisfying(Invalid.class, e -> assertThat(e.path()).isEqualTo("report.subject"));
        var unknown = Relation.parts("things", Purchase.class, PurchaseLine.class, Purchase::lines);
        assertThatThrownBy(() -> run(new PartsReport<>(unknown, Conditions.always(), lines)))
                .isInstanceOf(Invalid.class);
        assertThatThrownBy(() -> run(new PartsReport<>(
                        PurchaseFields.LINES, Conditions.always(), Report.of("r", Label.of("R"), PurchaseLine.class))))
                .isInstanceOfSatisfying(Invalid.class, e -> assertThat(e.path()).isEqualTo("report.measures"));
    }

    @Test
    void itIsStoredAsJsonAndReadBackTheSame() {
        ReportJson json = ReportJson.with(YEAR.crm.catalog());
        for (Tabulation report :
                List.of(StandardReports.returnRateByProduct(Year.FIRST, Year.LAST), StandardReports.agentActivity())) {
            assertThat(json.read(json.write(report))).isEqualTo(report);
        }
        String text = json.write(StandardReports.returnRateByProduct(Year.FIRST, Year.LAST));
        assertThatThrownBy(() -> json.read(text.replace("\"lines\",\"within\"", "\"returns\",\"within\"")))
                .isInstanceOfSatisfying(Invalid.class, e -> assertThat(e.path()).isEqualTo("$.parts"));
    }
}
