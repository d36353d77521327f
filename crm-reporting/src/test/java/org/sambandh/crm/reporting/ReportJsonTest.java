package org.sambandh.crm.reporting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.sambandh.crm.CrmSession;
import org.sambandh.crm.common.Invalid;
import org.sambandh.crm.customer.CustomerFields;
import org.sambandh.crm.pipeline.OpportunityFields;
import org.sambandh.crm.pipeline.Pipeline;
import org.sambandh.crm.store.Unit;

class ReportJsonTest {

    private static final CrmSession CRM = new Watch("2026-11-23T06:00:00Z").session();
    private static final ReportJson JSON = ReportJson.with(CRM.inUnit(Unit::catalog));

    /** The example of the javadoc. */
    private static final String WRITTEN = """
            {"name": "won-by-industry", "title": {"en": "Won by industry"}, "subject": "opportunity",
             "filter": {"field": "outcome", "is": "WON"},
             "dimensions": [{"field": "customer.industry"}, {"field": "closedOn", "bucket": "FISCAL_QUARTER"}],
             "measures": [{"name": "deals", "count": true}, {"name": "amount", "sum": "amount"}],
             "sort": [{"by": "amount", "descending": true}], "top": 10,
             "currency": {"to": "INR", "policy": "ON_CLOSE", "days": ["closedOn"]},
             "chart": {"kind": "BAR", "across": "customer.industry", "series": ["amount"]}}
            """;

    @Test
    void aReportWrittenByHandIsReadAndRun() {
        Tabulation report = JSON.read(WRITTEN);
        assertThat(JSON.read(JSON.write(report))).isEqualTo(report);
        ReportTable table = Reports.of(CRM).run(report);
        assertThat(Tabled.columns(table)).containsExactly("customer.industry", "closedOn", "deals", "amount.INR");
    }

    @Test
    void everyReadyMadeReportAndADashboardOfThemComeBackEqual() {
        Pipeline pipeline = Pipeline.standard();
        Dashboard dashboard = Dashboard.of(
                Label.of("Sales", "बिक्री"),
                StandardReports.pipelineByStage(pipeline),
                StandardReports.funnel(pipeline),
                StandardReports.winRateBy(Dimension.of(OpportunityFields.CUSTOMER.to(CustomerFields.INDUSTRY))),
                StandardReports.wonByPeriod(TimeBucket.FISCAL_QUARTER),
                StandardReports.interactionsByPerformer(),
                StandardReports.enquiriesByOrigin(),
                StandardReports.segmentSizes(),
                StandardReports.untouchedCustomers(90),
                StandardReports.forecastByCategory(pipeline));
        assertThat(JSON.readDashboard(JSON.write(dashboard))).isEqualTo(dashboard);
        dashboard
                .reports()
                .forEach(report -> assertThat(JSON.read(JSON.write(report))).isEqualTo(report));
    }

    static Stream<Arguments> broken() {
        return Stream.of(
                Arguments.of("{", "$"),
                Arguments.of("", "$"),
                Arguments.of("[]", "$"),
                Arguments.of(WRITTEN + "1", "$"),
                Arguments.of("{\"name\":\"a\",\"name\":\"b\"}", "$"),
                Arguments.of(WRITTEN.replace("\"top\"", "\"most\""), "$"),
                Arguments.of(WRITTEN.replace("\"opportunity\"", "\"deal\""), "$.subject"),
                Arguments.of(WRITTEN.replace("customer.industry\"}", "customer.trade\"}"), "$.dimensions[0].field"),
                Arguments.of(WRITTEN.replace("FISCAL_QUARTER", "fortnight"), "$.dimensions[1].bucket"),
                Arguments.of(WRITTEN.replace("\"closedOn\", \"bucket\"", "\"stage\", \"bucket\""), "$.dimensions[1]"),
                Arguments.of(WRITTEN.replace("\"outcome\"", "\"result\""), "$.filter.field"),
                Arguments.of(WRITTEN.replace("\"WON\"", "\"GAINED\""), "$.filter.is"),
                Arguments.of(WRITTEN.replace("\"sum\": \"amount\"", "\"sum\": \"worth\""), "$.measures[1].sum"),
                Arguments.of(WRITTEN.replace("\"sum\": \"amount\"", "\"median\": \"amount\""), "$.measures[1]"),
                Arguments.of(WRITTEN.replace("\"sum\": \"amount\"", "\"sum\": \"stage\""), "$.measures[1]"),
                Arguments.of(WRITTEN.replace("\"count\": true", "\"count\": false"), "$.measures[0]"),
                Arguments.of(WRITTEN.replace("\"by\": \"amount\"", "\"by\": \"worth\""), "$"),
                Arguments.of(WRITTEN.replace("10", "1e9"), "$.top"),
                Arguments.of(WRITTEN.replace("ON_CLOSE", "TODAY"), "$.currency.policy"),
                Arguments.of(WRITTEN.replace("\"INR\"", "\"RUPEES\""), "$.currency.to"),
                Arguments.of(WRITTEN.replace("[\"closedOn\"]", "[\"closed\"]"), "$.currency.days[0]"),
                Arguments.of(WRITTEN.replace("[\"closedOn\"]", "[]"), "$.currency"),
                Arguments.of(WRITTEN.replace("\"BAR\"", "\"PIE\""), "$.chart.kind"),
                Arguments.of(WRITTEN.replace("\"Won by industry\"", "\"\""), "$.title"),
                Arguments.of("{\"name\":\"f\",\"title\":\"F\",\"funnel\":\"a b\"}", "$.funnel"),
                Arguments.of("[".repeat(200_000), "$"));
    }

    @ParameterizedTest
    @MethodSource("broken")
    void whatIsWrongIsNamedWithItsPath(String text, String path) {
        assertThatThrownBy(() -> JSON.read(text))
                .isInstanceOfSatisfying(Invalid.class, e -> assertThat(e.path()).isEqualTo(path));
    }

    @Test
    void aTextBeyondTheLimitIsRefusedBeforeItIsRead() {
        assertThatThrownBy(() -> JSON.read(" ".repeat(1_000_001))).isInstanceOf(Invalid.class);
    }

    @Test
    void bandsWithHugeExponentsAreRefused() {
        String text = WRITTEN.replace("\"bucket\": \"FISCAL_QUARTER\"", "\"bands\": [1e999999999]")
                .replace("\"closedOn\", \"bands\"", "\"daysToClose\", \"bands\"");
        assertThatThrownBy(() -> JSON.read(text))
                .isInstanceOfSatisfying(Invalid.class, e -> assertThat(e.path()).isEqualTo("$.dimensions[1].bands[0]"));
    }
}
