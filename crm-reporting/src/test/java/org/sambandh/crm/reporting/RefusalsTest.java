package org.sambandh.crm.reporting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.sambandh.crm.CrmSession;
import org.sambandh.crm.common.Invalid;
import org.sambandh.crm.condition.Condition;
import org.sambandh.crm.condition.Conditions;
import org.sambandh.crm.condition.Tests;
import org.sambandh.crm.customer.Customer;
import org.sambandh.crm.customer.CustomerFields;
import org.sambandh.crm.customer.NewCustomer;
import org.sambandh.crm.field.Field;
import org.sambandh.crm.field.FieldType;
import org.sambandh.crm.pipeline.Opportunity;
import org.sambandh.crm.pipeline.OpportunityFields;
import org.sambandh.crm.pipeline.StageVisit;

/** What a report refuses, and what it answers over nothing. */
class RefusalsTest {

    private static final Field.One<Customer, BigDecimal> VISITS =
            Field.attribute(Customer.class, "visits", FieldType.INTEGER);
    private static final Report<Customer> CUSTOMERS =
            Report.of("customers", Label.of("Customers"), Customer.class).measuring(ReportMeasure.count("customers"));

    private final CrmSession crm = new Watch("2026-11-23T06:00:00Z").session();

    private static void refused(String path, ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(Invalid.class, e -> assertThat(e.path()).isEqualTo(path));
    }

    @Test
    void aFieldThatTheTenantDidNotDeclareIsNamedWithItsPlaceInTheReport() {
        Condition<Customer> often = Conditions.where(VISITS, Tests.atLeast(3));
        Reports reports = Reports.of(crm);
        refused("report.dimensions[0].field", () -> reports.run(CUSTOMERS.by(Dimension.of(VISITS))));
        refused(
                "report.measures[1].field",
                () -> reports.run(CUSTOMERS.measuring(ReportMeasure.sum("visits", VISITS))));
        refused("report.filter", () -> reports.run(CUSTOMERS.where(often)));
        refused(
                "report.measures[1].where",
                () -> reports.run(CUSTOMERS.measuring(ReportMeasure.count("often", often))));
        refused(
                "report.measures[1].share",
                () -> reports.run(CUSTOMERS.measuring(ReportMeasure.share("often", often, Conditions.always()))));
        refused(
                "report.measures[1].ratio.where",
                () -> reports.run(CUSTOMERS.measuring(new ReportMeasure.Ratio<>(
                        "r", ReportMeasure.count("a", often), ReportMeasure.count("b"), null))));
    }

    @Test
    void aDeclaredFieldOfTheHostIsADimensionAndAMeasureLikeAnyOther() {
        CrmSession host = new Watch("2026-11-23T06:00:00Z").session(VISITS.labelled("visits a year"));
        for (int visits : new int[] {0, 4, 5, 12}) {
            host.customers().register(NewCustomer.organization("W" + visits).set(VISITS, BigDecimal.valueOf(visits)));
        }
        host.customers().register(NewCustomer.organization("none"));
        List<BigDecimal> bounds = List.of(BigDecimal.ONE, BigDecimal.valueOf(5));
        ReportTable table = Reports.of(host)
                .run(CUSTOMERS
                        .by(new Dimension.Bands<>("often", VISITS, bounds, null))
                        .measuring(ReportMeasure.sum("visits", VISITS)));
        assertThat(Tabled.rows(table))
                .containsExactly("null to 1 | 1 | 0", "1 to 5 | 1 | 4", "5 to null | 2 | 17", "NO_VALUE | 1 | 0");
        assertThat(Tabled.total(table)).isEqualTo("Total | 5 | 21");
    }

    @Test
    void aFieldOfSeveralValuesIsNoDimensionBecauseRowsWouldNotAddUp() {
        refused("dimension.country", () -> Dimension.of(CustomerFields.COUNTRY));
        refused(
                "dimension.customer.country",
                () -> Dimension.of(OpportunityFields.CUSTOMER.to(CustomerFields.COUNTRY)));
        refused("dimension.amount", () -> Dimension.of(OpportunityFields.AMOUNT));
        refused("dimension.stage", () -> Dimension.of(OpportunityFields.STAGE, TimeBucket.DAY));
        refused("measure.x", () -> ReportMeasure.sum("x", OpportunityFields.STAGE));
        refused("measure.x", () -> ReportMeasure.sum("x", OpportunityFields.CLOSED_ON));
    }

    @Test
    void bandsAndGroupsThatOverlapAreRefused() {
        List<BigDecimal> falling = List.of(BigDecimal.TEN, BigDecimal.ONE);
        refused(
                "dimension.size.bands[1]",
                () -> new Dimension.Bands<>("size", CustomerFields.EMPLOYEES, falling, null));
        refused(
                "dimension.size.bands[0]",
                () -> new Dimension.Bands<>(
                        "size", CustomerFields.EMPLOYEES, List.of(new BigDecimal("1e999999999")), null));
        Dimension.Group won = new Dimension.Group("won", Label.of("won"), List.of("won"));
        Dimension.Group also = new Dimension.Group("also", Label.of("also"), List.of("won"));
        refused(
                "dimension.s.groups[1]",
                () -> new Dimension.Groups<>("s", OpportunityFields.STAGE, List.of(won, also), null));
    }

    @Test
    void namesStandForOneColumnAndSortsAndChartsNameOne() {
        refused("report.measures[1].name", () -> CUSTOMERS.measuring(ReportMeasure.count("customers")));
        refused("report.sort[0].by", () -> CUSTOMERS.sortedBy("amount", true));
        refused("report.chart.across", () -> CUSTOMERS.drawnAs(Chart.Kind.BAR, "country", "customers"));
        refused(
                "report.chart.series[0]",
                () -> CUSTOMERS.by(Dimension.of(CustomerFields.KIND)).drawnAs(Chart.Kind.BAR, "kind", "kind"));
        refused("report.top", () -> CUSTOMERS.top(-1));
        refused("report.name", () -> Report.of("a b", Label.of("x"), Customer.class));
        refused("report.measures", () -> Reports.of(crm).run(Report.of("none", Label.of("x"), Customer.class)));
        refused(
                "report.subject",
                () -> Reports.of(crm)
                        .run(Report.of("part", Label.of("x"), StageVisit.class)
                                .measuring(ReportMeasure.count("visits"))));
    }

    @Test
    void anUnknownSubjectIsRefused() {
        assertThatThrownBy(() -> Reports.of(crm)
                        .run(Report.of("s", Label.of("x"), String.class).measuring(ReportMeasure.count("n"))))
                .isInstanceOf(Invalid.class);
    }

    @Test
    void overNothingCountsAreZeroAndWhatWouldDivideIsNoData() {
        Condition<Opportunity> open = Conditions.where(OpportunityFields.OPEN, Tests.is(true));
        Report<Opportunity> report = Report.of("all", Label.of("All"), Opportunity.class)
                .measuring(ReportMeasure.count("deals"))
                .measuring(ReportMeasure.sum("amount", OpportunityFields.AMOUNT))
                .measuring(ReportMeasure.share("open", open, Conditions.always()))
                .measuring(
                        new ReportMeasure.Share<>("value", open, Conditions.always(), OpportunityFields.AMOUNT, null))
                .measuring(new ReportMeasure.Ratio<>("ratio", ReportMeasure.count("a"), ReportMeasure.count("b"), null))
                .measuring(new ReportMeasure.OfField<>(
                        "latest", ReportMeasure.Kind.MAX, OpportunityFields.CLOSED_ON, Conditions.always(), null));
        ReportTable table = Reports.of(crm).run(report);
        assertThat(Tabled.rows(table))
                .containsExactly(
                        "0 | 0.00 | NOTHING_MEASURED | NOTHING_MEASURED | NOTHING_MEASURED | NOTHING_MEASURED");
        assertThat(table.totals()).isEmpty();
        ReportTable byStage = Reports.of(crm).run(report.by(Dimension.of(OpportunityFields.STAGE)));
        assertThat(byStage.rows()).isEmpty();
        assertThat(Tabled.total(byStage)).startsWith("Total | 0 | 0.00 | NOTHING_MEASURED");
    }

    @Test
    void aLineOverTimeShowsTheMonthsInWhichNothingHappened() {
        Watch watch = new Watch("2026-01-31T18:29:59Z");
        CrmSession session = watch.session();
        session.customers().register(NewCustomer.organization("January, by one second, in Kolkata"));
        watch.set("2026-04-30T18:30:00Z");
        session.customers().register(NewCustomer.organization("May"));
        Report<Customer> byMonth = CUSTOMERS.by(Dimension.of(CustomerFields.REGISTERED_AT, TimeBucket.MONTH));
        assertThat(Tabled.rows(Reports.of(session).run(byMonth)))
                .containsExactly("2026-01 | 1", "2026-02 | 0", "2026-03 | 0", "2026-04 | 0", "2026-05 | 1");
        assertThat(Tabled.rows(Reports.of(session).run(byMonth.sortedBy("customers", true))))
                .containsExactly("2026-01 | 1", "2026-05 | 1");
    }

    @Test
    void valuesSortInTheirOwnOrderAndMissingOnesStandLastEitherWay() {
        for (String industry : List.of("b", "ऊ", "a")) {
            crm.customers().register(NewCustomer.organization(industry).set(CustomerFields.INDUSTRY, industry));
        }
        crm.customers().register(NewCustomer.organization("none"));
        Report<Customer> report = CUSTOMERS.by(Dimension.of(CustomerFields.INDUSTRY));
        List<String> forward = new ArrayList<>(List.of("a | 1", "b | 1", "ऊ | 1", "NO_VALUE | 1"));
        assertThat(Tabled.rows(Reports.of(crm).run(report))).isEqualTo(forward);
        assertThat(Tabled.rows(Reports.of(crm).run(report.sortedBy("industry", true))))
                .containsExactly("ऊ | 1", "b | 1", "a | 1", "NO_VALUE | 1");
        ReportTable first = Reports.of(crm).run(report.top(1));
        assertThat(Tabled.rows(first)).containsExactly("a | 1", "Others | 3");
        assertThat(((Cell.Named) first.rows().get(1).cells().get(0)).key()).isEqualTo(Cell.Named.OTHER);
    }
}
