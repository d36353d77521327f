package org.sambandh.examples.quickstart;

import org.sambandh.crm.CrmSession;
import org.sambandh.crm.condition.Conditions;
import org.sambandh.crm.condition.Tests;
import org.sambandh.crm.customer.CustomerFields;
import org.sambandh.crm.pipeline.AmountRule;
import org.sambandh.crm.pipeline.Opportunity;
import org.sambandh.crm.pipeline.OpportunityFields;
import org.sambandh.crm.pipeline.OutcomeKind;
import org.sambandh.crm.pipeline.Pipeline;
import org.sambandh.crm.reporting.Chart;
import org.sambandh.crm.reporting.Dashboard;
import org.sambandh.crm.reporting.DashboardTables;
import org.sambandh.crm.reporting.Dimension;
import org.sambandh.crm.reporting.Label;
import org.sambandh.crm.reporting.Report;
import org.sambandh.crm.reporting.ReportMeasure;
import org.sambandh.crm.reporting.Reports;
import org.sambandh.crm.reporting.StandardReports;
import org.sambandh.crm.reporting.TimeBucket;

/** What the seller looks at on a Monday: five reports that are ready-made, and one that is not. */
final class SalesDashboard {

    private SalesDashboard() {}

    static DashboardTables of(CrmSession crm, AmountRule listPrice) {
        Pipeline pipeline = crm.pipelines().get(Pipeline.DEFAULT);
        Dimension<Opportunity> office = Dimension.of(OpportunityFields.OWNER_TEAM);
        Dimension<Opportunity> industry = Dimension.of(OpportunityFields.CUSTOMER.to(CustomerFields.INDUSTRY));
        return Reports.of(crm)
                .withAmountRule(listPrice)
                .run(Dashboard.of(
                        Label.of("How sales are going"),
                        StandardReports.wonByPeriod(TimeBucket.MONTH),
                        StandardReports.pipelineByStage(pipeline),
                        StandardReports.funnel(pipeline),
                        wonBySeller(),
                        StandardReports.winRateBy(industry),
                        StandardReports.winRateBy(office)));
    }

    private static Report<Opportunity> wonBySeller() {
        return Report.of("won-by-seller", Label.of("Won amount by seller"), Opportunity.class)
                .where(Conditions.where(OpportunityFields.OUTCOME, Tests.is(OutcomeKind.WON)))
                .by(new Dimension.Values<>("seller", OpportunityFields.OWNER_USER, Label.of("Seller")))
                .measuring(ReportMeasure.<Opportunity>count("won").labelled(Label.of("Won")))
                .measuring(ReportMeasure.sum("amount", OpportunityFields.AMOUNT).labelled(Label.of("Won amount")))
                .sortedBy("amount", true)
                .top(10)
                .drawnAs(Chart.Kind.BAR, "seller", "amount");
    }
}
