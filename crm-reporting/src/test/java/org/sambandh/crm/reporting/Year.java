package org.sambandh.crm.reporting;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.sambandh.crm.CrmSession;
import org.sambandh.crm.callcentre.CallEntry;
import org.sambandh.crm.callcentre.CallEntryFields;
import org.sambandh.crm.callcentre.CallList;
import org.sambandh.crm.callcentre.CallReport;
import org.sambandh.crm.callcentre.NewCallList;
import org.sambandh.crm.campaign.Campaign;
import org.sambandh.crm.campaign.CampaignCost;
import org.sambandh.crm.campaign.NewCampaign;
import org.sambandh.crm.common.CallEntryId;
import org.sambandh.crm.common.CampaignId;
import org.sambandh.crm.common.CustomerId;
import org.sambandh.crm.common.ExternalRef;
import org.sambandh.crm.common.LeadId;
import org.sambandh.crm.common.Money;
import org.sambandh.crm.common.OpportunityId;
import org.sambandh.crm.common.ProductId;
import org.sambandh.crm.common.PurchaseId;
import org.sambandh.crm.common.Quantity;
import org.sambandh.crm.common.SegmentId;
import org.sambandh.crm.common.UserId;
import org.sambandh.crm.condition.Conditions;
import org.sambandh.crm.condition.Tests;
import org.sambandh.crm.customer.Customer;
import org.sambandh.crm.customer.NewCustomer;
import org.sambandh.crm.interaction.Channel;
import org.sambandh.crm.pipeline.NewOpportunity;
import org.sambandh.crm.product.NewProduct;
import org.sambandh.crm.purchase.NewInvoice;
import org.sambandh.crm.purchase.NewPurchase;
import org.sambandh.crm.purchase.NewReturn;
import org.sambandh.crm.purchase.PurchaseLine;
import org.sambandh.crm.ticket.NewTicket;
import org.sambandh.crm.ticket.ServiceOutcome;

/** A small year of sale, service and marketing, the same in whatever store it is put. */
final class Year {

    static final LocalDate FIRST = LocalDate.of(2025, 4, 1);
    static final LocalDate LAST = LocalDate.of(2026, 3, 31);

    final Watch watch;
    final CrmSession crm;
    private int number;

    Year(Watch watch, CrmSession crm) {
        this.watch = watch;
        this.crm = crm;
    }

    /** One in memory, where everything happened. */
    static Year lived() {
        Watch watch = new Watch("2026-04-01T03:30:00Z");
        return new Year(watch, watch.session()).live();
    }

    Year live() {
        CustomerId asha = party("Asha Rao");
        CustomerId meena = party("Meena Iyer");
        CustomerId rohan = party("Rohan Sharma");
        shop(asha, meena);
        desk();
        campaigns(asha, meena, rohan);
        calls();
        invoice(asha, 10, "100.50");
        invoice(asha, 40, "20");
        invoice(meena, 95, "3000");
        CustomerId quiet = party("Tara Devi");
        bought(
                "G",
                quiet,
                "2024-02-02T10:00:00Z",
                PurchaseLine.of("1", "Carriage", Quantity.of(1, "piece"), Money.of("50", "INR")));
        return this;
    }

    CustomerId party(String name) {
        return crm.customers()
                .register(NewCustomer.person(name).phone("+9198123450" + (10 + number++)))
                .id();
    }

    private void shop(CustomerId asha, CustomerId meena) {
        ProductId kettle = crm.products()
                .add(NewProduct.of("K1", "Kettle").family("Kitchen"))
                .id();
        ProductId lamp =
                crm.products().add(NewProduct.of("L1", "Lamp").family("Light")).id();
        PurchaseId first = bought(
                "A",
                asha,
                "2025-05-02T10:00:00Z",
                line("1", kettle, 2, "200", "INR"),
                line("2", lamp, 5, "500", "INR"));
        bought(
                "B",
                meena,
                "2025-06-02T10:00:00Z",
                line("1", kettle, 1, "100", "INR"),
                line("2", kettle, 3, "300", "INR"));
        PurchaseId abroad = bought("C", meena, "2026-01-02T10:00:00Z", line("1", kettle, 1, "3.00", "GBP"));
        bought(
                "D",
                asha,
                "2026-02-02T10:00:00Z",
                PurchaseLine.of("1", "Carriage", Quantity.of(1, "piece"), Money.of("50", "INR")));
        PurchaseId before = bought("E", asha, "2025-03-31T10:00:00Z", line("1", lamp, 1, "100", "INR"));
        PurchaseId never = bought("F", asha, "2025-07-02T10:00:00Z", line("1", lamp, 1, "100", "INR"));
        cameBack("A", first, "2", 1);
        cameBack("A2", first, "2", 1);
        cameBack("A3", first, "1", 2);
        cameBack("C", abroad, "1", 1);
        cameBack("E", before, "1", 1);
        crm.purchases().withdraw(never, "Never placed");
    }

    static PurchaseLine line(String key, ProductId product, int pieces, String total, String currency) {
        return PurchaseLine.of(key, product, Quantity.of(pieces, "piece"), Money.of(total, currency));
    }

    PurchaseId bought(String ref, CustomerId who, String at, PurchaseLine... lines) {
        NewPurchase purchase = NewPurchase.by(who, Instant.parse(at));
        for (PurchaseLine line : lines) {
            purchase = purchase.line(line);
        }
        return crm.purchases()
                .record(new ExternalRef("shop", "order", ref), purchase)
                .entity()
                .id();
    }

    void cameBack(String ref, PurchaseId of, String line, int pieces) {
        crm.purchases()
                .recordReturn(
                        new ExternalRef("shop", "return", ref),
                        NewReturn.of(of, Instant.parse("2026-03-01T10:00:00Z"))
                                .line(line, Quantity.of(pieces, "piece")));
    }

    private void desk() {
        Instant now = watch.instant();
        for (int age : new int[] {0, 1, 1, 4, 9}) {
            crm.tickets()
                    .open(NewTicket.about("t")
                            .openedAt(now.minus(Duration.ofDays(age)))
                            .status("new", now.minus(Duration.ofDays(age))));
        }
        for (int priority : new int[] {1, 3, 3, 3}) {
            Instant opened = now.minus(Duration.ofDays(2));
            crm.tickets()
                    .open(NewTicket.about("t")
                            .priority(priority)
                            .openedAt(opened)
                            .status("new", opened)
                            .status("closed", now)
                            .outcome(priority == 1 ? ServiceOutcome.BREACHED : ServiceOutcome.MET));
        }
    }

    private void campaigns(CustomerId asha, CustomerId meena, CustomerId rohan) {
        CampaignId diwali = campaign("diwali", "Diwali", "10000", "4000", "INR", asha, meena, rohan);
        CampaignId fair = campaign("fair", "Fair", "500", "300", "GBP", rohan);
        CampaignId quiet = crm.campaigns()
                .plan(NewCampaign.of("quiet", "Quiet", Channel.EMAIL))
                .id();
        crm.campaigns().addMember(quiet, meena);
        LeadId first = enquires(diwali, asha);
        LeadId second = enquires(diwali, meena);
        LeadId third = enquires(fair, rohan);
        crm.campaigns().respond(code(quiet, meena), watch.instant());
        won(first, asha, Money.of("6000", "INR"));
        won(second, meena, Money.of("3000", "INR"));
        won(second, meena, null);
        won(third, rohan, Money.of("700", "GBP"));
        won(third, rohan, Money.of("9000", "INR"));
        crm.opportunities().open(NewOpportunity.named("Open").customer(asha).lead(first));
    }

    private CampaignId campaign(
            String code, String name, String budget, String cost, String currency, CustomerId... members) {
        Campaign campaign =
                crm.campaigns().plan(NewCampaign.of(code, name, Channel.EMAIL).budget(Money.of(budget, currency)));
        crm.campaigns().addCost(campaign.id(), CampaignCost.of(LAST, Money.of(cost, currency)));
        for (CustomerId member : members) {
            crm.campaigns().addMember(campaign.id(), member);
        }
        crm.campaigns().markSent(campaign.id(), watch.instant());
        return campaign.id();
    }

    private String code(CampaignId campaign, CustomerId party) {
        return crm.campaigns()
                .member(campaign, party)
                .orElseThrow()
                .trackingCodes()
                .get(0);
    }

    private LeadId enquires(CampaignId campaign, CustomerId party) {
        return crm.campaigns()
                .enquire(code(campaign, party), watch.instant(), "Call me")
                .lead()
                .orElseThrow();
    }

    private void won(LeadId lead, CustomerId party, @Nullable Money amount) {
        NewOpportunity deal = NewOpportunity.named("Deal").customer(party).lead(lead);
        OpportunityId id = crm.opportunities()
                .open(amount == null ? deal : deal.amount(amount))
                .id();
        crm.opportunities().win(id);
    }

    private void calls() {
        UserId ravi = agent("Ravi");
        UserId tara = agent("Tara");
        var all = crm.segments().define("All", Customer.class, Conditions.<Customer>always());
        List<CallEntryId> renewals = list("Renewals", all.id());
        List<CallEntryId> news = list("News", all.id());
        watch.set("2026-04-01T04:30:00Z");
        called(renewals.get(0), ravi, "connected", 100, true);
        called(renewals.get(1), ravi, "busy", 50, false);
        called(renewals.get(2), tara, "connected", 10, false);
        called(news.get(0), ravi, "connected", 31, false);
        called(news.get(1), tara, "no-answer", 7, false);
    }

    private UserId agent(String name) {
        UserId user = crm.teams()
                .addUser(new UserId(name.toLowerCase(Locale.ROOT)), name)
                .id();
        crm.calls().saveAgent(user, List.of("en"), true);
        return user;
    }

    private List<CallEntryId> list(String name, SegmentId segment) {
        CallList list = crm.calls().make(NewCallList.of(name));
        crm.calls().freeze(list.id(), segment, watch.instant());
        return crm
                .calls()
                .entries(Conditions.where(CallEntryFields.LIST, Tests.is(list.id())), 10, null)
                .items()
                .stream()
                .map(CallEntry::id)
                .toList();
    }

    private void called(CallEntryId entry, UserId agent, String disposition, int seconds, boolean converted) {
        crm.calls().claim(entry, agent, watch.instant());
        CallReport report = CallReport.of(entry, agent, disposition)
                .at(watch.instant().minusSeconds(3_600))
                .handled(Duration.ofSeconds(seconds));
        crm.calls().record(converted ? report.withConversion() : report);
    }

    private void invoice(CustomerId customer, int daysLate, String amount) {
        LocalDate due = LAST.plusDays(1).minusDays(daysLate);
        crm.invoices()
                .issue(
                        new ExternalRef("erp", "invoice", "I" + number++),
                        NewInvoice.to(customer, due.minusDays(14), due, Money.of(amount, "INR")));
    }
}
