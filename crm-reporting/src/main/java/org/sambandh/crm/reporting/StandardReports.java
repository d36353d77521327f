package org.sambandh.crm.reporting;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.sambandh.crm.callcentre.CallAttempt;
import org.sambandh.crm.callcentre.CallAttemptFields;
import org.sambandh.crm.callcentre.CallOutcome;
import org.sambandh.crm.campaign.CampaignMember;
import org.sambandh.crm.campaign.CampaignMemberFields;
import org.sambandh.crm.common.Invalid;
import org.sambandh.crm.condition.Condition;
import org.sambandh.crm.condition.Conditions;
import org.sambandh.crm.condition.Tests;
import org.sambandh.crm.condition.Window;
import org.sambandh.crm.customer.Customer;
import org.sambandh.crm.customer.CustomerFields;
import org.sambandh.crm.customer.PartyRole;
import org.sambandh.crm.customer.Standing;
import org.sambandh.crm.interaction.Interaction;
import org.sambandh.crm.interaction.InteractionFields;
import org.sambandh.crm.lead.Lead;
import org.sambandh.crm.lead.LeadFields;
import org.sambandh.crm.lead.LeadPhase;
import org.sambandh.crm.pipeline.ForecastCategory;
import org.sambandh.crm.pipeline.Opportunity;
import org.sambandh.crm.pipeline.OpportunityFields;
import org.sambandh.crm.pipeline.OutcomeKind;
import org.sambandh.crm.pipeline.Pipeline;
import org.sambandh.crm.pipeline.Stage;
import org.sambandh.crm.purchase.Invoice;
import org.sambandh.crm.purchase.InvoiceFields;
import org.sambandh.crm.purchase.Invoices;
import org.sambandh.crm.purchase.Purchase;
import org.sambandh.crm.purchase.PurchaseFields;
import org.sambandh.crm.purchase.PurchaseLine;
import org.sambandh.crm.segment.SegmentMembership;
import org.sambandh.crm.segment.SegmentMembershipFields;
import org.sambandh.crm.ticket.ServiceOutcome;
import org.sambandh.crm.ticket.Ticket;
import org.sambandh.crm.ticket.TicketFields;

/**
 * The reports most sellers, service desks and call centres begin with. Each is plain data, to be changed with the methods of {@link Report}: another
 * filter, another currency policy, fewer rows. Void deals are in no rate and no amount.
 */
public final class StandardReports {

    private static final Condition<Opportunity> WON = outcome(OutcomeKind.WON);
    private static final Condition<Opportunity> LOST = outcome(OutcomeKind.LOST);
    private static final Condition<Opportunity> DECIDED = Conditions.any(WON, LOST);

    private StandardReports() {}

    /**
     * Returns the open deals of a pipeline by stage, in the order of its stages: how many, their amounts, and their amounts
     * times their probabilities.
     *
     * @param pipeline the pipeline
     * @return the report {@code pipeline-by-stage}
     */
    public static Report<Opportunity> pipelineByStage(Pipeline pipeline) {
        List<Dimension.Group> stages = new ArrayList<>();
        for (Stage stage : pipeline.stages()) {
            stages.add(new Dimension.Group(stage.code(), Label.of(stage.name()), List.of(stage.code())));
        }
        return open(pipeline, "pipeline-by-stage", "pipelineByStage")
                .by(new Dimension.Groups<>("stage", OpportunityFields.STAGE, stages, words("stage")))
                .drawnAs(Chart.Kind.BAR, "stage", "weighted");
    }

    /**
     * Returns the open deals of a pipeline by the forecast category of their stage, from omitted to commit: how many, their
     * amounts, and their amounts times their probabilities.
     *
     * @param pipeline the pipeline
     * @return the report {@code forecast-by-category}
     */
    public static Report<Opportunity> forecastByCategory(Pipeline pipeline) {
        Map<ForecastCategory, List<String>> stages = new LinkedHashMap<>();
        for (ForecastCategory category : ForecastCategory.values()) {
            List<String> codes = pipeline.stages().stream()
                    .filter(stage -> stage.category() == category)
                    .map(Stage::code)
                    .toList();
            if (!codes.isEmpty()) {
                stages.put(category, codes);
            }
        }
        List<Dimension.Group> groups = new ArrayList<>();
        stages.forEach((category, codes) ->
                groups.add(new Dimension.Group(category.name(), Phrases.of("category." + category.name()), codes)));
        return open(pipeline, "forecast-by-category", "forecast")
                .by(new Dimension.Groups<>("category", OpportunityFields.STAGE, groups, words("category")))
                .drawnAs(Chart.Kind.BAR, "category", "weighted");
    }

    private static Report<Opportunity> open(Pipeline pipeline, String name, String title) {
        return Report.of(name, words(title), Opportunity.class)
                .where(Conditions.all(
                        Conditions.where(OpportunityFields.PIPELINE, Tests.is(pipeline.id())),
                        outcome(OutcomeKind.OPEN)))
                .measuring(ReportMeasure.<Opportunity>count("deals").labelled(words("deals")))
                .measuring(ReportMeasure.sum("amount", OpportunityFields.AMOUNT).labelled(words("amount")))
                .measuring(ReportMeasure.weighted("weighted", OpportunityFields.AMOUNT, OpportunityFields.PROBABILITY)
                        .labelled(words("weighted")));
    }

    /**
     * Returns how deals go through a pipeline.
     *
     * @param pipeline the pipeline
     * @return the funnel {@code funnel}
     */
    public static Funnel funnel(Pipeline pipeline) {
        return new Funnel("funnel", words("funnel"), pipeline.id(), Conditions.always());
    }

    /**
     * Returns won, lost and won / (won + lost), by count with its confidence interval and by value, over a
     * dimension.
     *
     * @param dimension the dimension: owner, team, industry of the customer, month of the close
     * @return the report {@code win-rate-by-} and the name of the dimension
     */
    public static Report<Opportunity> winRateBy(Dimension<Opportunity> dimension) {
        Label own = dimension.label();
        Label about = own == null ? Phrases.field(dimension.field()) : own;
        ReportMeasure<Opportunity> byCount = ReportMeasure.share("winRate", WON, DECIDED);
        ReportMeasure<Opportunity> byValue = new ReportMeasure.Share<>(
                "winRateByValue", WON, DECIDED, OpportunityFields.AMOUNT, words("winRate.value"));
        return Report.of("win-rate-by-" + dimension.name(), Phrases.of("standard.winRate", about), Opportunity.class)
                .where(DECIDED)
                .by(dimension)
                .measuring(ReportMeasure.count("won", WON).labelled(words("won")))
                .measuring(ReportMeasure.count("lost", LOST).labelled(words("lost")))
                .measuring(byCount.labelled(words("winRate.count")))
                .measuring(byValue)
                .drawnAs(
                        dimension instanceof Dimension.Time ? Chart.Kind.LINE : Chart.Kind.BAR,
                        dimension.name(),
                        "winRate");
    }

    /**
     * Returns won deals and their amounts by the local day of the latest close, put into units of time; units in which
     * nothing was won are shown too.
     *
     * @param bucket the unit of time
     * @return the report {@code won-by-period}
     */
    public static Report<Opportunity> wonByPeriod(TimeBucket bucket) {
        return Report.of("won-by-period", words("wonByPeriod"), Opportunity.class)
                .where(WON)
                .by(new Dimension.Time<>("period", OpportunityFields.CLOSED_ON, bucket, words("period")))
                .measuring(ReportMeasure.<Opportunity>count("won").labelled(words("won")))
                .measuring(ReportMeasure.sum("amount", OpportunityFields.AMOUNT).labelled(words("wonAmount")))
                .drawnAs(Chart.Kind.LINE, "period", "amount");
    }

    /**
     * Returns the interactions that were not corrected or retracted, by who performed them and by channel, the most
     * first. Interactions that no user performed, those of imports and rules, are the row without a performer.
     *
     * @return the report {@code interactions-by-performer}
     */
    public static Report<Interaction> interactionsByPerformer() {
        return Report.of("interactions-by-performer", words("interactions"), Interaction.class)
                .where(Conditions.where(InteractionFields.VALID, Tests.is(true)))
                .by(new Dimension.Values<>("performer", InteractionFields.PERFORMED_BY, words("performer")))
                .by(new Dimension.Values<>("channel", InteractionFields.CHANNEL, words("channel")))
                .measuring(ReportMeasure.<Interaction>count("interactions").labelled(words("interactions.count")))
                .sortedBy("interactions", true)
                .drawnAs(Chart.Kind.BAR, "performer", "interactions");
    }

    /**
     * Returns enquiries by the source of their first touch, the most first: how many, how many are open, converted and
     * disqualified, and which share of all was converted, with its confidence interval.
     *
     * @return the report {@code enquiries-by-origin}
     */
    public static Report<Lead> enquiriesByOrigin() {
        Condition<Lead> converted = Conditions.where(LeadFields.PHASE, Tests.is(LeadPhase.CONVERTED));
        Condition<Lead> disqualified = Conditions.where(LeadFields.PHASE, Tests.is(LeadPhase.DISQUALIFIED));
        return Report.of("enquiries-by-origin", words("enquiries"), Lead.class)
                .by(new Dimension.Values<>("source", LeadFields.ORIGIN_SOURCE, words("source")))
                .measuring(ReportMeasure.<Lead>count("enquiries").labelled(words("enquiries.count")))
                .measuring(ReportMeasure.count("open", Conditions.where(LeadFields.OPEN, Tests.is(true)))
                        .labelled(words("open")))
                .measuring(ReportMeasure.count("converted", converted).labelled(words("converted")))
                .measuring(ReportMeasure.count("disqualified", disqualified).labelled(words("disqualified")))
                .measuring(ReportMeasure.share("conversion", converted, Conditions.<Lead>always())
                        .labelled(words("conversion")))
                .sortedBy("enquiries", true)
                .drawnAs(Chart.Kind.BAR, "source", "enquiries", "converted");
    }

    /**
     * Returns how many subjects are members of each segment now, the largest first. A segment without members has no row.
     *
     * @return the report {@code segment-sizes}
     */
    public static Report<SegmentMembership> segmentSizes() {
        return Report.of("segment-sizes", words("segments"), SegmentMembership.class)
                .where(Conditions.not(Conditions.where(SegmentMembershipFields.UNTIL, Tests.present())))
                .by(new Dimension.Values<>("segment", SegmentMembershipFields.SEGMENT, words("segment")))
                .measuring(ReportMeasure.<SegmentMembership>count("members").labelled(words("members")))
                .sortedBy("members", true)
                .drawnAs(Chart.Kind.BAR, "segment", "members");
    }

    /**
     * Returns the parties in the role of a customer, established and not archived, with whom nothing happened for some
     * days, by owner and lifecycle stage, the most first.
     *
     * @param days how many days of 24 hours up to the moment, 1 to 3,650
     * @return the report {@code untouched-customers}
     * @throws Invalid if the days are out of range
     */
    public static Report<Customer> untouchedCustomers(int days) {
        if (days < 1 || days > 3_650) {
            throw new Invalid("days", "1 to 3650, found " + days);
        }
        Condition<Customer> nothing =
                Conditions.count(InteractionFields.INTERACTIONS, Window.last(Duration.ofDays(days)), Tests.atMost(0));
        return Report.of(
                        "untouched-customers",
                        Phrases.of("standard.untouched", Label.of(Integer.toString(days))),
                        Customer.class)
                .where(Conditions.all(
                        Conditions.where(CustomerFields.ROLES, Tests.is(PartyRole.CUSTOMER)),
                        Conditions.where(CustomerFields.STANDING, Tests.is(Standing.ESTABLISHED)),
                        Conditions.where(CustomerFields.ARCHIVED, Tests.is(false)),
                        nothing))
                .by(new Dimension.Values<>("owner", CustomerFields.OWNER_USER, words("owner")))
                .by(new Dimension.Values<>("lifecycle", CustomerFields.LIFECYCLE_STAGE, words("lifecycle")))
                .measuring(ReportMeasure.<Customer>count("customers").labelled(words("customers")))
                .sortedBy("customers", true)
                .drawnAs(Chart.Kind.BAR, "owner", "customers");
    }

    /**
     * Returns the tickets on which something is left to do, by the phase of their status: how many, and
     * how many are in each band of age. The age is counted from the opening, in full days of 24 hours.
     *
     * @param days the first day of each band after the first, ascending, 1 to 3,650, 1 to 12 of them: {@code 1, 3, 7} makes
     *     the bands 0, 1 to 2, 3 to 6, and 7 days or more
     * @return the report {@code tickets-by-state-and-age}
     * @throws Invalid if the days are out of range or do not ascend
     */
    public static Report<Ticket> ticketsByStateAndAge(int... days) {
        Report<Ticket> report = Report.of("tickets-by-state-and-age", words("ticketAges"), Ticket.class)
                .where(Conditions.where(TicketFields.OPEN, Tests.is(true)))
                .by(new Dimension.Values<>("state", TicketFields.PHASE, words("state")))
                .measuring(ReportMeasure.<Ticket>count("tickets").labelled(words("tickets")));
        for (AgeBands.Band band : AgeBands.of(0, days)) {
            report = report.measuring(ReportMeasure.count("age." + band.from(), band.of(TicketFields.OPENED_AT))
                    .labelled(band.label()));
        }
        return report.drawnAs(Chart.Kind.BAR, "state", "tickets");
    }

    /**
     * Returns the tickets whose promises have ended, by priority: how many were kept, how many broken, and which share was
     * kept, with its confidence interval. Tickets to which nothing was promised, and promises still running, are left out.
     *
     * @return the report {@code service-level-by-priority}
     */
    public static Report<Ticket> serviceLevelByPriority() {
        Condition<Ticket> met = Conditions.where(TicketFields.SERVICE_OUTCOME, Tests.is(ServiceOutcome.MET));
        Condition<Ticket> breached = Conditions.where(TicketFields.SERVICE_OUTCOME, Tests.is(ServiceOutcome.BREACHED));
        Condition<Ticket> ended = Conditions.any(met, breached);
        return Report.of("service-level-by-priority", words("serviceLevel"), Ticket.class)
                .where(ended)
                .by(new Dimension.Values<>("priority", TicketFields.PRIORITY, words("priority")))
                .measuring(ReportMeasure.count("met", met).labelled(words("met")))
                .measuring(ReportMeasure.count("breached", breached).labelled(words("breached")))
                .measuring(ReportMeasure.share("attainment", met, ended).labelled(words("attainment")))
                .drawnAs(Chart.Kind.BAR, "priority", "attainment");
    }

    /**
     * Returns the members of campaigns by how far they got. Each member is in one row, that of its status now: who responded
     * is not among those who opened.
     *
     * @return the report {@code campaign-members-by-status}
     */
    public static Report<CampaignMember> campaignMembersByStatus() {
        return Report.of("campaign-members-by-status", words("campaignMembers"), CampaignMember.class)
                .by(new Dimension.Values<>("campaign", CampaignMemberFields.CAMPAIGN, words("campaign")))
                .by(new Dimension.Values<>("status", CampaignMemberFields.STATUS, words("status")))
                .measuring(ReportMeasure.<CampaignMember>count("members").labelled(words("members")))
                .drawnAs(Chart.Kind.BAR, "campaign", "members");
    }

    /**
     * Returns the attempts to call by who called and by the code they ended with, the most first: how many, how many reached
     * what the list is for, and how many seconds the agent was busy on average.
     *
     * @return the report {@code calls-by-agent}
     */
    public static Report<CallAttempt> callsByAgent() {
        Condition<CallAttempt> converted = Conditions.where(CallAttemptFields.CONVERTED, Tests.is(true));
        return Report.of("calls-by-agent", words("calls"), CallAttempt.class)
                .by(new Dimension.Values<>("agent", CallAttemptFields.AGENT, words("agent")))
                .by(new Dimension.Values<>("disposition", CallAttemptFields.DISPOSITION, words("disposition")))
                .measuring(ReportMeasure.<CallAttempt>count("attempts").labelled(words("attempts")))
                .measuring(ReportMeasure.count("converted", converted).labelled(words("converted")))
                .measuring(new ReportMeasure.OfField<>(
                        "handleSeconds",
                        ReportMeasure.Kind.AVERAGE,
                        CallAttemptFields.HANDLE_SECONDS,
                        Conditions.always(),
                        words("handleSeconds")))
                .sortedBy("attempts", true)
                .drawnAs(Chart.Kind.BAR, "agent", "attempts");
    }

    /**
     * Returns the attempts to call by who called and by list: how many calls, in how many the party was spoken to and which share
     * that is, how many of these reached what the list is for and which share that is, each share with its confidence interval,
     * and how many seconds agents were busy, on average and in all. The figures are those of
     * {@link org.sambandh.crm.callcentre.Calls#figures}.
     *
     * @return the report {@code agent-activity}
     */
    public static Report<CallAttempt> agentActivity() {
        List<CallOutcome> reached =
                Stream.of(CallOutcome.values()).filter(CallOutcome::isContact).toList();
        Condition<CallAttempt> contact = Conditions.where(CallAttemptFields.OUTCOME, Tests.in(reached));
        Condition<CallAttempt> converted = Conditions.where(CallAttemptFields.CONVERTED, Tests.is(true));
        return Report.of("agent-activity", words("agentActivity"), CallAttempt.class)
                .by(new Dimension.Values<>("agent", CallAttemptFields.AGENT, words("agent")))
                .by(new Dimension.Values<>("list", CallAttemptFields.LIST, words("callList")))
                .measuring(ReportMeasure.<CallAttempt>count("calls").labelled(words("callsMade")))
                .measuring(ReportMeasure.count("contacts", contact).labelled(words("contacts")))
                .measuring(ReportMeasure.share("contactRate", contact, Conditions.<CallAttempt>always())
                        .labelled(words("contactRate")))
                .measuring(ReportMeasure.count("conversions", converted).labelled(words("converted")))
                .measuring(ReportMeasure.share("conversionRate", converted, contact)
                        .labelled(words("conversion")))
                .measuring(new ReportMeasure.OfField<>(
                        "handleSeconds",
                        ReportMeasure.Kind.AVERAGE,
                        CallAttemptFields.HANDLE_SECONDS,
                        Conditions.always(),
                        words("handleSeconds")))
                .measuring(ReportMeasure.sum("handleSeconds.all", CallAttemptFields.HANDLE_SECONDS)
                        .labelled(words("handleSeconds.all")))
                .drawnAs(Chart.Kind.BAR, "agent", "calls");
    }

    /**
     * Returns what came of campaigns: responses, enquiries, budget and cost, and by first and by latest touch the deals, the won
     * amounts, the return on investment and the cost of an enquiry.
     *
     * @return the report {@code campaign-results}
     */
    public static CampaignReport campaignResults() {
        return new CampaignReport("campaign-results", words("campaignResults"), Conditions.always(), null);
    }

    /**
     * Returns by product how many lines of purchases were sold in a period, of how many something came back, and which share that
     * is, with its confidence interval; then what the lines came to and what was given back for them, net of tax, each
     * currency by itself. The most returned come first. A line counts in the period in which it was bought, with all that
     * came back of it until now, so that nothing can come back of what is not counted; of what was bought lately less had time to
     * come back. Purchases that were withdrawn or corrected are left out.
     *
     * @param first the first day on which it was bought, in the zone of the tenant
     * @param last the last day, still inside
     * @return the report {@code return-rate-by-product}
     * @throws Invalid if the last day lies before the first
     */
    public static PartsReport<Purchase, PurchaseLine> returnRateByProduct(LocalDate first, LocalDate last) {
        if (last.isBefore(first)) {
            throw new Invalid("last", "not before " + first + ", found " + last);
        }
        Condition<PurchaseLine> returned = Conditions.where(PurchaseFields.LINE_CAME_BACK, Tests.is(true));
        return new PartsReport<>(
                PurchaseFields.LINES,
                Conditions.all(
                        Conditions.where(PurchaseFields.VALID, Tests.is(true)),
                        Conditions.where(PurchaseFields.PURCHASED_ON, Tests.between(first, last))),
                Report.of("return-rate-by-product", words("returnRate"), PurchaseLine.class)
                        .by(new Dimension.Values<>("product", PurchaseFields.LINE_PRODUCT, words("product")))
                        .measuring(ReportMeasure.<PurchaseLine>count("lines").labelled(words("lines")))
                        .measuring(ReportMeasure.count("returned", returned).labelled(words("returned")))
                        .measuring(ReportMeasure.share("returnRate", returned, Conditions.<PurchaseLine>always())
                                .labelled(words("returnRate.share")))
                        .measuring(ReportMeasure.sum("total", PurchaseFields.LINE_TOTAL)
                                .labelled(words("sold")))
                        .measuring(ReportMeasure.sum("refunded", PurchaseFields.LINE_REFUNDED)
                                .labelled(words("refunded")))
                        .sortedBy("returned", true)
                        .drawnAs(Chart.Kind.BAR, "product", "returnRate"));
    }

    /**
     * Returns what parties owe beyond the day it was due, by party: how many invoices, what is open on them, and what is
     * open in each band of age; the row of totals is the sum over all parties. The age is counted in days behind the day it
     * was due, in the zone of the moment. Amounts of each currency stand apart.
     *
     * @param days the first day of each band after the first, ascending, 2 to 3,650, 1 to 12 of them: {@code 31, 61, 91}
     *     makes the bands 1 to 30, 31 to 60, 61 to 90, and 91 days or more
     * @return the report {@code overdue-invoices}
     * @throws Invalid if the days are out of range or do not ascend
     */
    public static Report<Invoice> overdueInvoices(int... days) {
        Report<Invoice> report = Report.of("overdue-invoices", words("overdue"), Invoice.class)
                .where(Invoices.isOverdue())
                .by(new Dimension.Values<>("customer", InvoiceFields.CUSTOMER, words("customer")))
                .measuring(ReportMeasure.<Invoice>count("invoices").labelled(words("invoices")))
                .measuring(
                        ReportMeasure.sum("overdue", InvoiceFields.OPEN_AMOUNT).labelled(words("overdueAmount")));
        for (AgeBands.Band band : AgeBands.of(1, days)) {
            report = report.measuring(ReportMeasure.sum(
                            "overdue." + band.from(), InvoiceFields.OPEN_AMOUNT, band.of(InvoiceFields.DUE_ON))
                    .labelled(band.label()));
        }
        return report.sortedBy("overdue", true).drawnAs(Chart.Kind.BAR, "customer", "overdue");
    }

    private static Condition<Opportunity> outcome(OutcomeKind kind) {
        return Conditions.where(OpportunityFields.OUTCOME, Tests.is(kind));
    }

    private static Label words(String key) {
        return Phrases.of("standard." + key);
    }
}
