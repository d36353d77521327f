package org.sambandh.crm.reporting;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.sambandh.crm.CrmSession;
import org.sambandh.crm.common.OpportunityId;
import org.sambandh.crm.customer.Customer;
import org.sambandh.crm.customer.CustomerFields;
import org.sambandh.crm.pipeline.NewOpportunity;
import org.sambandh.crm.pipeline.Opportunity;
import org.sambandh.crm.pipeline.OpportunityFields;
import org.sambandh.crm.table.FactTable;

class TableReportsTest {

    private final CrmSession crm = new RandomDeals(7).session(30);
    private final Report<Opportunity> byMonth = Report.of("by-month", Label.of("By month"), Opportunity.class)
            .by(Dimension.of(OpportunityFields.OPENED_AT, TimeBucket.MONTH))
            .measuring(ReportMeasure.count("deals"));

    /** Were the figures the store's, the new deal would be in them at once. */
    @Test
    void figuresAreThoseOfTheTablesLatestRefresh() {
        Reports store = Reports.of(crm);
        FactTable<Opportunity> table = store.table(byMonth);
        Reports columns = store.over(table);
        ReportTable before = store.run(byMonth);
        OpportunityId fresh =
                crm.opportunities().open(NewOpportunity.named("fresh")).id();

        assertThat(columns.run(byMonth)).isEqualTo(before).isNotEqualTo(store.run(byMonth));
        table.refresh(crm::inUnit, List.of(fresh));
        assertThat(columns.run(byMonth)).isEqualTo(store.run(byMonth));
    }

    @Test
    void whatTheTableDoesNotHoldComesFromTheStore() {
        Reports columns = Reports.of(crm).over(Reports.of(crm).table(byMonth));
        Report<Opportunity> byStage = Report.of("by-stage", Label.of("By stage"), Opportunity.class)
                .by(Dimension.of(OpportunityFields.STAGE))
                .measuring(ReportMeasure.sum("amount", OpportunityFields.AMOUNT));
        Report<Customer> customers = Report.of("customers", Label.of("Customers"), Customer.class)
                .by(Dimension.of(CustomerFields.INDUSTRY))
                .measuring(ReportMeasure.count("customers"));
        for (Report<?> report : List.of(byStage, customers)) {
            assertThat(columns.run(report)).isEqualTo(Reports.of(crm).run(report));
        }
    }
}
