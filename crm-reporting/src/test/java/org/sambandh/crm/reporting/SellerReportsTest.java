package org.sambandh.crm.reporting;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sambandh.crm.CrmSession;
import org.sambandh.crm.customer.CustomerFields;
import org.sambandh.crm.pipeline.Opportunity;
import org.sambandh.crm.pipeline.OpportunityFields;
import org.sambandh.crm.pipeline.Pipeline;

/** The ready-made reports over the quickstart's data; the figures are those of the domain's worked example 3. */
class SellerReportsTest {

    private static CrmSession crm;
    private static Pipeline pipeline;

    @BeforeAll
    static void takeIn() {
        crm = SellerData.in("America/New_York");
        pipeline = crm.pipelines().get(Pipeline.DEFAULT);
    }

    private static ReportTable run(Tabulation report) {
        return Reports.of(crm).run(report);
    }

    @Test
    void thePipelineWithoutAmountsSaysSoBesideTheZero() {
        ReportTable table = run(StandardReports.pipelineByStage(pipeline));
        assertThat(Tabled.columns(table)).containsExactly("stage", "deals", "amount.USD", "weighted.USD");
        assertThat(Tabled.rows(table))
                .containsExactly("Prospecting | 500 | 0.00 | 0.00", "Engaging | 1589 | 0.00 | 0.00");
        assertThat(Tabled.total(table)).isEqualTo("Total | 2089 | 0.00 | 0.00");
        assertThat(Tabled.notes(table)).containsExactly("without amount: 2089");
    }

    @Test
    void withTheDeclaredRuleTheWeightedPipelineIsThatOfTheWorkedExample() {
        ReportTable table =
                Reports.of(crm).withAmountRule(SellerData.listPrice()).run(StandardReports.pipelineByStage(pipeline));
        assertThat(Tabled.rows(table))
                .containsExactly(
                        "Prospecting | 500 | 1073986.00 | 107398.60", "Engaging | 1589 | 3892229.00 | 1946114.50");
        assertThat(Tabled.total(table)).isEqualTo("Total | 2089 | 4966215.00 | 2053513.10");
        assertThat(Tabled.notes(table)).containsExactly("amount from the declared rule: 2089");
    }

    @Test
    void theForecastPutsStagesUnderTheirCategories() {
        ReportTable table = Reports.of(crm)
                .withAmountRule(SellerData.listPrice())
                .run(StandardReports.forecastByCategory(pipeline));
        assertThat(Tabled.rows(table))
                .containsExactly(
                        "Pipeline | 500 | 1073986.00 | 107398.60", "Best case | 1589 | 3892229.00 | 1946114.50");
    }

    @ParameterizedTest
    @ValueSource(strings = {"America/New_York", "Pacific/Kiritimati"})
    void wonAmountsByFiscalQuarterAreTheSameInEveryZone(String zone) {
        CrmSession there = zone.equals("America/New_York") ? crm : SellerData.in(zone);
        ReportTable table = Reports.of(there).run(StandardReports.wonByPeriod(TimeBucket.FISCAL_QUARTER));
        assertThat(Tabled.rows(table))
                .containsExactly(
                        "FY 2016-17 Q4 | 531 | 1134672.00",
                        "FY 2017-18 Q1 | 1254 | 3086111.00",
                        "FY 2017-18 Q2 | 1257 | 2982255.00",
                        "FY 2017-18 Q3 | 1196 | 2802496.00");
        assertThat(Tabled.total(table)).isEqualTo("Total | 4238 | 10005534.00");
        assertThat(table.notes()).isEmpty();
    }

    @Test
    void theWinRateOfEachOfficeHasItsInterval() {
        ReportTable table = run(StandardReports.winRateBy(Dimension.of(OpportunityFields.OWNER_TEAM)));
        assertThat(Tabled.rows(table))
                .containsExactly(
                        "Central | 1629 | 975 | 0.625576 (0.606815 to 0.643967) | 1.000000",
                        "East | 1171 | 687 | 0.630248 (0.608050 to 0.651908) | 1.000000",
                        "West | 1438 | 811 | 0.639395 (0.619328 to 0.658987) | 1.000000");
        assertThat(Tabled.total(table)).isEqualTo("Total | 4238 | 2473 | 0.631501 (0.619887 to 0.642964) | 1.000000");
    }

    @Test
    void theWinRateByAPathFieldFollowsTheReferenceToTheCustomer() {
        ReportTable table =
                run(StandardReports.winRateBy(Dimension.of(OpportunityFields.CUSTOMER.to(CustomerFields.INDUSTRY))));
        assertThat(table.rows()).hasSize(10);
        assertThat(Tabled.rows(table)).contains("retail | 799 | 468 | 0.630624 (0.603691 to 0.656767) | 1.000000");
        assertThat(Tabled.total(table)).startsWith("Total | 4238 | 2473 | 0.631501");
    }

    @Test
    void theFunnelCountsWhoGotThatFarAndHowLongTheyStayed() {
        ReportTable table = run(StandardReports.funnel(pipeline));
        assertThat(Tabled.columns(table)).containsExactly("stage", "reached", "conversion", "ofAll", "days", "here");
        assertThat(table.rows().stream()
                        .map(row -> Tabled.text(row.cells().get(0)) + " "
                                + Tabled.text(row.cells().get(1)) + " "
                                + Tabled.text(row.cells().get(5)))
                        .toList())
                .containsExactly(
                        "Prospecting 8800 500",
                        "Qualify 8300 0",
                        "Engaging 8300 1589",
                        "Proposal 4238 0",
                        "Negotiation 4238 0",
                        "Won 4238 4238");
        assertThat(Tabled.notes(table)).contains("time in the stage unknown: 500");
    }

    @Test
    void topOwnersAndTheOthersAddUpToAllDeals() {
        Report<?> report = Report.of("deals-by-owner", Label.of("Deals by owner"), Opportunity.class)
                .by(Dimension.of(OpportunityFields.OWNER_USER))
                .measuring(ReportMeasure.count("deals"))
                .sortedBy("deals", true)
                .top(2);
        ReportTable table = run(report);
        assertThat(Tabled.rows(table)).hasSize(3);
        assertThat(Tabled.rows(table).get(0)).isEqualTo("Darcel Schlecht | 747");
        assertThat(table.rows().get(2).kind()).isEqualTo(Row.Kind.OTHER);
        assertThat(Tabled.total(table)).isEqualTo("Total | 8800");
        assertThat(Tabled.notes(table)).isEqualTo(List.of("rows put together as others: 28"));
    }
}
