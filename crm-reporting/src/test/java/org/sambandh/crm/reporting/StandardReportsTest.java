package org.sambandh.crm.reporting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.sambandh.crm.CrmSession;
import org.sambandh.crm.common.CustomerId;
import org.sambandh.crm.common.EntityRef;
import org.sambandh.crm.common.Invalid;
import org.sambandh.crm.common.LeadId;
import org.sambandh.crm.common.Money;
import org.sambandh.crm.common.NotFound;
import org.sambandh.crm.common.OpportunityId;
import org.sambandh.crm.common.PipelineId;
import org.sambandh.crm.common.UserId;
import org.sambandh.crm.condition.Conditions;
import org.sambandh.crm.condition.Tests;
import org.sambandh.crm.customer.Customer;
import org.sambandh.crm.customer.CustomerFields;
import org.sambandh.crm.customer.NewCustomer;
import org.sambandh.crm.customer.PartyRole;
import org.sambandh.crm.interaction.Channel;
import org.sambandh.crm.interaction.Direction;
import org.sambandh.crm.interaction.Interaction;
import org.sambandh.crm.interaction.NewInteraction;
import org.sambandh.crm.lead.Enquiry;
import org.sambandh.crm.lead.IntakeResult;
import org.sambandh.crm.lead.Origin;
import org.sambandh.crm.pipeline.NewOpportunity;
import org.sambandh.crm.pipeline.OpportunityFields;
import org.sambandh.crm.pipeline.Pipeline;
import org.sambandh.crm.pipeline.VoidReason;
import org.sambandh.crm.team.Ownership;

/** The ready-made reports over data that is brought in through the services. */
class StandardReportsTest {

    private final Watch watch = new Watch("2026-04-01T03:30:00Z");
    private final CrmSession crm = watch.session();

    private ReportTable run(Tabulation report) {
        return Reports.of(crm).run(report);
    }

    private Pipeline pipeline() {
        return crm.pipelines().get(Pipeline.DEFAULT);
    }

    /** The domain's worked example 2, each step at 09:00 in Kolkata. */
    private void lostReopenedWonAndAVoidTwin() {
        CustomerId customer =
                crm.customers().register(NewCustomer.organization("Asha Works")).id();
        OpportunityId deal = crm.opportunities()
                .open(NewOpportunity.named("Press")
                        .customer(customer)
                        .stage("qualify")
                        .amount(Money.of(500_000, "INR")))
                .id();
        OpportunityId twin = crm.opportunities()
                .open(NewOpportunity.named("Press again").stage("qualify").amount(Money.of(500_000, "INR")))
                .id();
        watch.set("2026-04-11T03:30:00Z");
        crm.opportunities().moveTo(deal, "proposal");
        watch.set("2026-04-21T03:30:00Z");
        crm.opportunities().lose(deal, "price");
        crm.opportunities().voidAs(twin, VoidReason.DUPLICATE);
        watch.set("2026-05-01T03:30:00Z");
        crm.opportunities().reopen(deal, "proposal", "asked again");
        watch.set("2026-05-06T03:30:00Z");
        crm.opportunities().win(deal);
    }

    @Test
    void lostReopenedAndWonCountsOnceInMayAndItsVoidTwinNowhere() {
        lostReopenedWonAndAVoidTwin();
        ReportTable won = run(StandardReports.wonByPeriod(TimeBucket.MONTH));
        assertThat(Tabled.rows(won)).containsExactly("2026-05 | 1 | 500000.00");
        ReportTable rate = run(StandardReports.winRateBy(Dimension.of(OpportunityFields.CLOSED_ON, TimeBucket.MONTH)));
        assertThat(Tabled.rows(rate)).containsExactly("2026-05 | 1 | 0 | 1.000000 (0.206549 to 1.000000) | 1.000000");
        assertThat(run(StandardReports.pipelineByStage(pipeline())).rows()).isEmpty();
    }

    @Test
    void theFunnelAddsTimeInAStageUpOverVisitsAndLeavesOutTheTimeWhileClosed() {
        lostReopenedWonAndAVoidTwin();
        ReportTable funnel = run(StandardReports.funnel(pipeline()));
        assertThat(Tabled.rows(funnel))
                .filteredOn(row -> row.startsWith("Qualify") || row.startsWith("Proposal") || row.startsWith("Won"))
                .containsExactly(
                        "Qualify | 1 | 1.000000 (0.206549 to 1.000000) | 1.000000 (0.206549 to 1.000000) | 10 | 0",
                        "Proposal | 1 | 1.000000 (0.206549 to 1.000000) | 1.000000 (0.206549 to 1.000000) | 15 | 0",
                        "Won | 1 | 1.000000 (0.206549 to 1.000000) | 1.000000 (0.206549 to 1.000000) | NOTHING_MEASURED | 1");
        assertThat(funnel.totals()).isEmpty();
    }

    @Test
    void aFunnelOverNothingDividesByNothingAndSaysNoData() {
        ReportTable funnel = run(StandardReports.funnel(pipeline()));
        assertThat(Tabled.rows(funnel).get(1))
                .isEqualTo("Qualify | 0 | NOTHING_MEASURED | NOTHING_MEASURED | NOTHING_MEASURED | 0");
    }

    @Test
    void aFunnelOfAnUnknownPipelineIsNotFound() {
        Funnel funnel = new Funnel("f", Label.of("F"), new PipelineId("other"), Conditions.always());
        assertThatThrownBy(() -> run(funnel)).isInstanceOf(NotFound.class);
    }

    @Test
    void theForecastPutsOpenDealsUnderTheCategoryOfTheirStage() {
        open("prospecting", 100);
        open("qualify", 200);
        open("negotiation", 1_000);
        ReportTable table = run(StandardReports.forecastByCategory(pipeline()));
        assertThat(Tabled.rows(table))
                .containsExactly("Pipeline | 2 | 300.00 | 60.00", "Commit | 1 | 1000.00 | 800.00");
        assertThat(Tabled.total(table)).isEqualTo("Total | 3 | 1300.00 | 860.00");
        assertThat(table.columns().get(0).label().in(new Locale("hi"))).isEqualTo("पूर्वानुमान श्रेणी");
        assertThat(table.chart()).isEqualTo(new Chart(Chart.Kind.BAR, "category", List.of("weighted.INR")));
    }

    private void open(String stage, long amount) {
        crm.opportunities().open(NewOpportunity.named("deal").stage(stage).amount(Money.of(amount, "INR")));
    }

    @Test
    void interactionsAreCountedByPerformerAndChannelAndRetractedOnesAreNot() {
        UserId ravi = crm.teams().addUser(new UserId("ravi"), "Ravi Kumar").id();
        CustomerId customer =
                crm.customers().register(NewCustomer.person("सुनीता देवी")).id();
        NewInteraction call = NewInteraction.of(Channel.PHONE, Direction.OUTBOUND)
                .with(customer)
                .performedBy(ravi);
        crm.interactions().log(call);
        Interaction wrong = crm.interactions().log(call);
        crm.interactions().log(call);
        crm.interactions()
                .log(NewInteraction.email(Direction.OUTBOUND).with(customer).performedBy(ravi));
        crm.interactions().retract(wrong.id(), "other customer");
        ReportTable table = run(StandardReports.interactionsByPerformer());
        assertThat(Tabled.rows(table)).containsExactly("Ravi Kumar | phone | 2", "Ravi Kumar | email | 1");
        assertThat(Tabled.total(table)).isEqualTo("Total | NOT_APPLICABLE | 3");
        assertThat(table.toString()).doesNotContain("सुनीता");
    }

    @Test
    void enquiriesOfEachSourceSayWhichShareWasConverted() {
        LeadId first = received("Asha Rao", "web");
        received("Ravi Kumar", "web");
        LeadId junk = received("Rohan Sharma", "web");
        received("Meena Iyer", "fair");
        crm.leads().disqualify(junk, "no budget");
        crm.leads().commit(crm.leads().preview(crm.leads().planConversion(first)));
        ReportTable table = run(StandardReports.enquiriesByOrigin());
        assertThat(Tabled.rows(table))
                .containsExactly(
                        "web | 3 | 1 | 1 | 1 | 0.333333 (0.061492 to 0.792340)",
                        "fair | 1 | 1 | 0 | 0 | 0.000000 (0.000000 to 0.793451)");
        assertThat(Tabled.total(table)).startsWith("Total | 4 | 2 | 1 | 1 | 0.250000");
    }

    private LeadId received(String name, String source) {
        IntakeResult result = crm.leads().receive(Enquiry.from(name).origin(Origin.of(source, "form")));
        return ((IntakeResult.Registered) result).lead();
    }

    @Test
    void segmentsShowHowManyMembersTheyHaveNow() {
        crm.customers().register(NewCustomer.organization("A").country("IN"));
        crm.customers().register(NewCustomer.organization("B").country("IN"));
        CustomerId moved = crm.customers()
                .register(NewCustomer.organization("C").country("DE"))
                .id();
        var inIndia = crm.segments()
                .define("India", Customer.class, Conditions.where(CustomerFields.COUNTRY, Tests.is("IN")));
        var all = crm.segments()
                .define("All", Customer.class, Conditions.where(CustomerFields.ARCHIVED, Tests.is(false)));
        crm.segments().refreshAll();
        ReportTable table = run(StandardReports.segmentSizes());
        assertThat(Tabled.rows(table)).containsExactly("All | 3", "India | 2");
        crm.segments().exclude(all.id(), new EntityRef("customer", moved.value()));
        crm.segments().refresh(all.id());
        assertThat(Tabled.rows(run(StandardReports.segmentSizes()))).containsExactly("All | 2", "India | 2");
        assertThat(inIndia.name()).isEqualTo("India");
    }

    @Test
    void customersWithoutAnInteractionForSomeDaysAreCountedByOwner() {
        UserId ravi = crm.teams().addUser(new UserId("ravi"), "Ravi Kumar").id();
        CustomerId called = register("called", ravi);
        register("forgotten", ravi);
        register("nobody's", null);
        crm.customers().register(NewCustomer.organization("a supplier").role(PartyRole.SUPPLIER));
        crm.interactions().log(NewInteraction.call(Direction.OUTBOUND).with(called));
        ReportTable table = run(StandardReports.untouchedCustomers(30));
        assertThat(Tabled.rows(table).stream().map(row -> row.substring(0, row.indexOf(" |"))))
                .containsExactly("Ravi Kumar", "NO_VALUE");
        assertThat(Tabled.total(table)).endsWith("| 2");
        watch.set("2026-06-01T03:30:00Z");
        assertThat(Tabled.total(run(StandardReports.untouchedCustomers(30)))).endsWith("| 3");
        assertThat(table.title().in(Locale.ENGLISH)).isEqualTo("Customers without an interaction in the last 30 days");
        assertThatThrownBy(() -> StandardReports.untouchedCustomers(0)).isInstanceOf(Invalid.class);
    }

    private CustomerId register(String name, @Nullable UserId owner) {
        NewCustomer customer = NewCustomer.organization(name).role(PartyRole.CUSTOMER);
        return crm.customers()
                .register(owner == null ? customer : customer.owner(Ownership.of(owner)))
                .id();
    }

    @Test
    void aDashboardShowsItsReportsInOrderOfOneMoment() {
        Dashboard dashboard = Dashboard.of(
                Label.of("Sales", "बिक्री"),
                StandardReports.pipelineByStage(pipeline()),
                StandardReports.funnel(pipeline()),
                StandardReports.wonByPeriod(TimeBucket.MONTH));
        DashboardTables tables = Reports.of(crm).run(dashboard);
        assertThat(tables.tables().stream().map(ReportTable::name))
                .containsExactly("pipeline-by-stage", "funnel", "won-by-period");
        assertThat(tables.tables()).allMatch(table -> table.moment().equals(tables.moment()));
        Funnel funnel = StandardReports.funnel(pipeline());
        assertThatThrownBy(() -> Dashboard.of(Label.of("Twice"), funnel, funnel))
                .isInstanceOfSatisfying(
                        Invalid.class, e -> assertThat(e.path()).isEqualTo("dashboard.reports[1].name"));
    }
}
