package org.sambandh.crm.reporting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.sambandh.crm.CrmSession;
import org.sambandh.crm.callcentre.CallEntry;
import org.sambandh.crm.callcentre.CallEntryFields;
import org.sambandh.crm.callcentre.CallFigures;
import org.sambandh.crm.callcentre.CallList;
import org.sambandh.crm.callcentre.CallMetrics;
import org.sambandh.crm.callcentre.CallReport;
import org.sambandh.crm.callcentre.NewCallList;
import org.sambandh.crm.campaign.Campaign;
import org.sambandh.crm.campaign.MemberStatus;
import org.sambandh.crm.campaign.NewCampaign;
import org.sambandh.crm.common.CallEntryId;
import org.sambandh.crm.common.CampaignMemberId;
import org.sambandh.crm.common.CustomerId;
import org.sambandh.crm.common.ExternalRef;
import org.sambandh.crm.common.Invalid;
import org.sambandh.crm.common.InvoiceId;
import org.sambandh.crm.common.Money;
import org.sambandh.crm.common.TicketId;
import org.sambandh.crm.common.UserId;
import org.sambandh.crm.condition.Conditions;
import org.sambandh.crm.condition.Tests;
import org.sambandh.crm.customer.Customer;
import org.sambandh.crm.customer.NewCustomer;
import org.sambandh.crm.interaction.Channel;
import org.sambandh.crm.purchase.NewInvoice;
import org.sambandh.crm.purchase.Settlement;
import org.sambandh.crm.segment.Segment;
import org.sambandh.crm.ticket.NewTicket;
import org.sambandh.crm.ticket.ServiceOutcome;

/** The ready-made reports of service, marketing, calls and invoices. It is 09:00 in Kolkata, a Wednesday. */
class ServiceReportsTest {

    private static final Instant NOW = Instant.parse("2026-04-01T03:30:00Z");
    private static final LocalDate TODAY = LocalDate.of(2026, 4, 1);

    private final Watch watch = new Watch("2026-04-01T03:30:00Z");
    private final CrmSession crm = watch.session();
    private int number;

    private ReportTable run(Tabulation report) {
        return Reports.of(crm).run(report);
    }

    private CustomerId party(String name) {
        return crm.customers()
                .register(NewCustomer.person(name).phone("+9198123450" + (10 + number++)))
                .id();
    }

    private TicketId opened(Duration ago) {
        return crm.tickets()
                .open(NewTicket.about("t").openedAt(NOW.minus(ago)).status("new", NOW.minus(ago)))
                .id();
    }

    @Test
    void openTicketsAreCountedByStateInFullDaysAndThoseThatAreDoneAreNot() {
        opened(Duration.ofDays(1).minusSeconds(1));
        opened(Duration.ofDays(1));
        opened(Duration.ofDays(3).minusSeconds(1));
        opened(Duration.ofDays(7));
        crm.tickets().pause(opened(Duration.ofDays(3)));
        crm.tickets().solve(opened(Duration.ofDays(30)), null);
        crm.tickets().close(opened(Duration.ofDays(30)));
        ReportTable table = run(StandardReports.ticketsByStateAndAge(1, 3, 7));
        assertThat(Tabled.columns(table)).containsExactly("state", "tickets", "age.0", "age.1", "age.3", "age.7");
        assertThat(table.columns().stream().map(column -> column.label().in(Locale.ENGLISH)))
                .containsExactly("State", "Tickets", "0 days", "1–2 days", "3–6 days", "7+ days");
        assertThat(Tabled.rows(table)).containsExactly("new | 4 | 1 | 2 | 0 | 1", "waiting | 1 | 0 | 0 | 1 | 0");
        assertThat(Tabled.total(table)).isEqualTo("Total | 5 | 1 | 2 | 1 | 1");
    }

    @Test
    void bandsThatDoNotAscendAreRefused() {
        assertThatThrownBy(() -> StandardReports.ticketsByStateAndAge()).isInstanceOf(Invalid.class);
        assertThatThrownBy(() -> StandardReports.ticketsByStateAndAge(0)).isInstanceOf(Invalid.class);
        assertThatThrownBy(() -> StandardReports.ticketsByStateAndAge(3, 3))
                .isInstanceOfSatisfying(Invalid.class, e -> assertThat(e.path()).isEqualTo("days[1]"));
        assertThatThrownBy(() -> StandardReports.overdueInvoices(1)).isInstanceOf(Invalid.class);
        assertThatThrownBy(() -> StandardReports.overdueInvoices(3_651)).isInstanceOf(Invalid.class);
    }

    private void ended(int priority, ServiceOutcome outcome) {
        Instant opened = NOW.minus(Duration.ofDays(2));
        crm.tickets()
                .open(NewTicket.about("t")
                        .priority(priority)
                        .openedAt(opened)
                        .status("new", opened)
                        .status("closed", NOW)
                        .outcome(outcome));
    }

    /** The bounds of 3 of 4 are those of Wilson's formula with z = 1.959964, computed in another language. */
    @Test
    void theServiceLevelIsTheShareInTimeOfThoseThatEndedWithItsInterval() {
        ended(1, ServiceOutcome.BREACHED);
        ended(3, ServiceOutcome.MET);
        ended(3, ServiceOutcome.MET);
        ended(3, ServiceOutcome.MET);
        ended(3, ServiceOutcome.BREACHED);
        opened(Duration.ofDays(9));
        ReportTable table = run(StandardReports.serviceLevelByPriority());
        assertThat(Tabled.rows(table))
                .containsExactly(
                        "1 | 0 | 1 | 0.000000 (0.000000 to 0.793451)", "3 | 3 | 1 | 0.750000 (0.300642 to 0.954413)");
        assertThat(Tabled.total(table)).startsWith("Total | 3 | 2 | 0.600000 (");
    }

    @Test
    void membersOfACampaignAreCountedOnceEachByTheirStatusNow() {
        Campaign diwali = crm.campaigns().plan(NewCampaign.of("diwali", "Diwali", Channel.EMAIL));
        Campaign holi = crm.campaigns().plan(NewCampaign.of("holi", "Holi", Channel.EMAIL));
        CampaignMemberId asha =
                crm.campaigns().addMember(diwali.id(), party("Asha Rao")).id();
        crm.campaigns().addMember(diwali.id(), party("Ravi Kumar"));
        crm.campaigns().addMember(diwali.id(), party("Meena Iyer"));
        crm.campaigns().markSent(diwali.id(), NOW);
        crm.campaigns().advance(asha, MemberStatus.OPENED, NOW);
        crm.campaigns().addMember(holi.id(), party("Rohan Sharma"));
        ReportTable table = run(StandardReports.campaignMembersByStatus());
        assertThat(Tabled.rows(table))
                .containsExactly("Diwali | sent | 2", "Diwali | opened | 1", "Holi | targeted | 1");
        assertThat(table.toString()).doesNotContain("Asha");
    }

    @Test
    void callsAreCountedByAgentAndDispositionWithTheTimeTheyTook() {
        UserId ravi = agent("Ravi");
        UserId tara = agent("Tara");
        party("Asha Rao");
        party("Meena Iyer");
        party("Rohan Sharma");
        Segment all = crm.segments().define("All", Customer.class, Conditions.<Customer>always());
        CallList list = crm.calls().make(NewCallList.of("Renewals"));
        crm.calls().freeze(list.id(), all.id(), NOW);
        List<CallEntryId> entries =
                crm
                        .calls()
                        .entries(Conditions.where(CallEntryFields.LIST, Tests.is(list.id())), 10, null)
                        .items()
                        .stream()
                        .map(CallEntry::id)
                        .toList();
        watch.set("2026-04-01T04:30:00Z");
        called(entries.get(0), ravi, "connected", 100, true);
        called(entries.get(1), ravi, "connected", 50, false);
        called(entries.get(2), tara, "busy", 10, false);
        ReportTable table = run(StandardReports.callsByAgent());
        assertThat(Tabled.rows(table)).containsExactly("Ravi | connected | 2 | 1 | 75", "Tara | busy | 1 | 0 | 10");
        assertThat(Tabled.total(table)).isEqualTo("Total | NOT_APPLICABLE | 3 | 1 | 53.333333");
    }

    @Test
    void theActivityOfAgentsIsWhatTheCallCentreCountsForEachAgentAndList() {
        Year year = Year.lived();
        ReportTable table = Reports.of(year.crm).run(StandardReports.agentActivity());
        assertThat(Tabled.rows(table))
                .containsExactly(
                        "Ravi | News | 1 | 1 | 1.000000 (0.206549 to 1.000000) | 0"
                                + " | 0.000000 (0.000000 to 0.793451) | 31 | 31",
                        "Ravi | Renewals | 2 | 1 | 0.500000 (0.094531 to 0.905469) | 1"
                                + " | 1.000000 (0.206549 to 1.000000) | 75 | 150",
                        "Tara | News | 1 | 0 | 0.000000 (0.000000 to 0.793451) | 0 | NOTHING_MEASURED | 7 | 7",
                        "Tara | Renewals | 1 | 1 | 1.000000 (0.206549 to 1.000000) | 0"
                                + " | 0.000000 (0.000000 to 0.793451) | 10 | 10");
        CallFigures figures = year.crm.calls().figures(Conditions.always());
        assertThat(figures.rows()).hasSameSizeAs(table.rows());
        for (CallFigures.Row row : figures.rows()) {
            List<Cell> cells = table.rows().stream()
                    .map(Row::cells)
                    .filter(some -> key(some, 0).equals(row.agent().value())
                            && key(some, 1).equals(row.list().value()))
                    .findFirst()
                    .orElseThrow();
            CallMetrics metrics = row.metrics();
            assertThat(Tabled.number(cells.get(2))).isEqualByComparingTo(BigDecimal.valueOf(metrics.calls()));
            assertThat(Tabled.number(cells.get(3))).isEqualByComparingTo(BigDecimal.valueOf(metrics.contacts()));
            assertThat(rate(cells.get(4))).isEqualTo(metrics.contactRate());
            assertThat(Tabled.number(cells.get(5))).isEqualByComparingTo(BigDecimal.valueOf(metrics.conversions()));
            assertThat(rate(cells.get(6))).isEqualTo(metrics.conversionRate());
            assertThat(Tabled.number(cells.get(7)))
                    .isEqualByComparingTo(BigDecimal.valueOf(
                            metrics.averageHandleTime().orElseThrow().toSeconds()));
            assertThat(Tabled.number(cells.get(8)))
                    .isEqualByComparingTo(
                            BigDecimal.valueOf(metrics.handleTime().toSeconds()));
        }
    }

    private static String key(List<Cell> cells, int place) {
        return ((Cell.Named) cells.get(place)).key();
    }

    /** With the four decimals of the service. */
    private static Optional<BigDecimal> rate(Cell cell) {
        return cell instanceof Cell.Ratio ratio
                ? Optional.of(ratio.value().setScale(4, RoundingMode.HALF_UP))
                : Optional.empty();
    }

    private UserId agent(String name) {
        UserId user = crm.teams()
                .addUser(new UserId(name.toLowerCase(Locale.ROOT)), name)
                .id();
        crm.calls().saveAgent(user, List.of("en"), true);
        return user;
    }

    private void called(CallEntryId entry, UserId agent, String disposition, int seconds, boolean converted) {
        crm.calls().claim(entry, agent, watch.instant());
        CallReport report = CallReport.of(entry, agent, disposition).at(NOW).handled(Duration.ofSeconds(seconds));
        crm.calls().record(converted ? report.withConversion() : report);
    }

    private InvoiceId invoice(CustomerId customer, int daysLate, String amount) {
        LocalDate due = TODAY.minusDays(daysLate);
        return crm.invoices()
                .issue(
                        new ExternalRef("erp", "invoice", "I" + number++),
                        NewInvoice.to(customer, due.minusDays(14), due, Money.of(amount, "INR")))
                .entity()
                .id();
    }

    @Test
    void whatIsOverdueIsAddedUpByPartyAndAgeLessWhatWasPaid() {
        CustomerId asha = party("Asha Rao");
        CustomerId meena = party("Meena Iyer");
        invoice(asha, 0, "1000");
        invoice(asha, -5, "1000");
        invoice(asha, 1, "10.50");
        invoice(asha, 30, "20");
        InvoiceId partly = invoice(asha, 31, "100");
        crm.invoices()
                .settle(
                        partly,
                        Settlement.payment(
                                new ExternalRef("bank", "payment", "P" + number++), TODAY, Money.of("60", "INR")));
        InvoiceId paid = invoice(asha, 40, "500");
        crm.invoices()
                .settle(
                        paid,
                        Settlement.payment(
                                new ExternalRef("bank", "payment", "P" + number++), TODAY, Money.of("500", "INR")));
        invoice(meena, 61, "3000");
        ReportTable table = run(StandardReports.overdueInvoices(31, 61));
        assertThat(Tabled.columns(table))
                .containsExactly(
                        "customer", "invoices", "overdue.INR", "overdue.1.INR", "overdue.31.INR", "overdue.61.INR");
        assertThat(Tabled.rows(table).stream().map(row -> row.substring(row.indexOf("| ") + 2)))
                .containsExactly("1 | 3000.00 | 0.00 | 0.00 | 3000.00", "3 | 70.50 | 30.50 | 40.00 | 0.00");
        assertThat(Tabled.total(table)).isEqualTo("Total | 4 | 3070.50 | 30.50 | 40.00 | 3000.00");
    }

    @Test
    void theReportsAreStoredAsJsonAndReadBackTheSame() {
        for (Report<?> report : List.of(
                StandardReports.ticketsByStateAndAge(1, 3, 7),
                StandardReports.serviceLevelByPriority(),
                StandardReports.campaignMembersByStatus(),
                StandardReports.callsByAgent(),
                StandardReports.overdueInvoices(31, 61))) {
            ReportJson json = ReportJson.with(crm.catalog());
            assertThat(json.read(json.write(report))).isEqualTo(report);
        }
    }
}
