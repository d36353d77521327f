package org.sambandh.crm;

import static org.sambandh.crm.condition.Conditions.where;
import static org.sambandh.crm.condition.Tests.is;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import org.sambandh.crm.callcentre.CallReport;
import org.sambandh.crm.callcentre.NewCallList;
import org.sambandh.crm.campaign.CampaignCost;
import org.sambandh.crm.campaign.NewCampaign;
import org.sambandh.crm.common.CustomerId;
import org.sambandh.crm.common.EntityRef;
import org.sambandh.crm.common.ExternalRef;
import org.sambandh.crm.common.ModelId;
import org.sambandh.crm.common.Money;
import org.sambandh.crm.common.Quantity;
import org.sambandh.crm.common.SegmentId;
import org.sambandh.crm.common.ServicePolicyId;
import org.sambandh.crm.common.UserId;
import org.sambandh.crm.condition.Conditions;
import org.sambandh.crm.condition.Language;
import org.sambandh.crm.customer.Customer;
import org.sambandh.crm.customer.CustomerFields;
import org.sambandh.crm.customer.LifecycleStage;
import org.sambandh.crm.customer.NewRelationship;
import org.sambandh.crm.customer.PartyIdentifier;
import org.sambandh.crm.customer.RelationshipType;
import org.sambandh.crm.customer.Scope;
import org.sambandh.crm.interaction.Channel;
import org.sambandh.crm.lead.Enquiry;
import org.sambandh.crm.lead.IntakeResult;
import org.sambandh.crm.pipeline.Opportunity;
import org.sambandh.crm.pipeline.OpportunityFields;
import org.sambandh.crm.pipeline.OutcomeKind;
import org.sambandh.crm.pipeline.Stakeholder;
import org.sambandh.crm.prediction.BayesBinding;
import org.sambandh.crm.prediction.BayesField;
import org.sambandh.crm.prediction.BayesPlan;
import org.sambandh.crm.prediction.PredictiveModel;
import org.sambandh.crm.product.NewProduct;
import org.sambandh.crm.product.PriceBand;
import org.sambandh.crm.product.Product;
import org.sambandh.crm.product.WarrantyTerms;
import org.sambandh.crm.purchase.NewInvoice;
import org.sambandh.crm.purchase.NewPurchase;
import org.sambandh.crm.purchase.NewReturn;
import org.sambandh.crm.purchase.Settlement;
import org.sambandh.crm.scoring.Criterion;
import org.sambandh.crm.scoring.Group;
import org.sambandh.crm.scoring.PointsModel;
import org.sambandh.crm.settings.ExchangeRates;
import org.sambandh.crm.settings.RatePolicy;
import org.sambandh.crm.survey.NewQuestionnaire;
import org.sambandh.crm.survey.NewResponse;
import org.sambandh.crm.survey.Question;
import org.sambandh.crm.survey.QuestionType;
import org.sambandh.crm.survey.Questionnaire;
import org.sambandh.crm.team.Ownership;
import org.sambandh.crm.team.TeamMember;
import org.sambandh.crm.ticket.NewAsset;
import org.sambandh.crm.ticket.NewTicket;
import org.sambandh.crm.ticket.PriorityTarget;
import org.sambandh.crm.ticket.ServicePolicy;
import org.sambandh.crm.ticket.ServiceRule;
import org.sambandh.crm.ticket.TicketProcess;

/** One of everything that sale, service and marketing keep about a party, and what their services are called with. */
final class HostileStock {

    private final CrmSession crm;
    private final CustomerId party;
    private final String mark;
    private final Instant now;

    /** What only its own tenant may find: ids, codes, and input that names them. */
    final List<Object> naming = new ArrayList<>();

    /** What names nothing. */
    final List<Object> plain = new ArrayList<>();

    HostileStock(CrmSession crm, CustomerId party, String mark) {
        this.crm = crm;
        this.party = party;
        this.mark = mark;
        this.now = crm.moment().at();
        people();
        sale();
        service();
        marketing();
    }

    private void people() {
        Enquiry asked = Enquiry.from(mark + " Rao").email(mark + "@example.in").captured(mark);
        var lead = ((IntakeResult.Taken) crm.leads().receive(asked)).lead();
        var process = crm.pipelines().list().get(0);
        crm.teams().addUser(new UserId("u2"), mark);
        var team = crm.teams().openTeam(mark);
        var model = crm.scores()
                .define(PointsModel.of(
                        new ModelId("interest"),
                        "Interest",
                        Customer.class,
                        Group.engagement(
                                "g",
                                "Interest",
                                Criterion.of(
                                        "c", "India", 20, Customer.class, where(CustomerFields.COUNTRY, is("IN"))))));
        plain.addAll(List.of(Language.ENGLISH, Locale.ENGLISH));
        naming.add(chances().id());
        naming.add(crm.scores().record(model.id(), EntityRef.of(party)));
        plain.addAll(List.of(process.id(), crm.lifecycles().get(), RelationshipType.of("friend")));
        plain.addAll(List.of(crm.teams().user(new UserId("u2")), RatePolicy.ON_CLOSE));
        plain.addAll(
                List.of(ExchangeRates.of(Currency.getInstance("INR"), List.of()), TeamMember.of(new UserId("u2"))));
        plain.add(PartyIdentifier.exclusive("pan", mark));
        naming.add(Stakeholder.of(party, "buyer"));
        naming.addAll(
                List.of(lead, team.id(), model.id(), NewRelationship.of(party, RelationshipType.of("friend"), party)));
        plain.addAll(List.of(asked, process, new LifecycleStage("customer"), Scope.ALL));
    }

    private PredictiveModel chances() {
        BayesPlan plan = BayesPlan.of(List.of("prospecting", "won"), BayesField.value("customer.country"));
        return crm.predictions()
                .count(
                        new ModelId("chances"),
                        "Chances",
                        BayesBinding.of(
                                Opportunity.class,
                                where(OpportunityFields.OUTCOME, is(OutcomeKind.WON)),
                                where(OpportunityFields.OUTCOME, is(OutcomeKind.LOST)),
                                null,
                                "stage",
                                plan));
    }

    private void sale() {
        ExternalRef order = new ExternalRef("shop", "order", mark);
        ExternalRef bill = new ExternalRef("shop", "bill", mark);
        LocalDate day = crm.moment().date();
        Product drill = crm.products().add(NewProduct.of(mark, mark).price(PriceBand.of(Money.of(5, "INR"))));
        var book = crm.priceBooks().add(mark);
        crm.priceBooks().setPrice(book.id(), drill.id(), day, PriceBand.of(Money.of(4, "INR")));
        NewPurchase bought = NewPurchase.by(party, now).line("1", drill.id(), pieces(2), Money.of(10, "INR"));
        var purchase = crm.purchases().record(order, bought).entity();
        NewReturn back = NewReturn.of(purchase.id(), now).line("1", pieces(1)).reason(mark);
        var returned = crm.purchases()
                .recordReturn(new ExternalRef("shop", "return", mark), back)
                .entity();
        NewInvoice owed = NewInvoice.to(party, day, day, Money.of(10, "INR")).of(purchase.id());
        var invoice = crm.invoices().issue(bill, owed).entity();
        naming.addAll(List.of(drill.id(), book.id(), purchase.id(), returned.id(), invoice.id(), bought, back, owed));
        plain.addAll(List.of(NewProduct.of("x", mark), Currency.getInstance("INR"), pieces(-1), pieces(1)));
        plain.add(Settlement.payment(bill, day, Money.of(1, "INR")));
        plain.add(new PriceBand[] {PriceBand.of(Money.of(3, "INR"))});
        plain.addAll(List.of(BigDecimal.TEN.negate(), new BigDecimal("1E+300"), WarrantyTerms.ofMonths(12)));
    }

    private void service() {
        ServicePolicy policy = ServicePolicy.builder(new ServicePolicyId("gold"))
                .rules(List.of(ServiceRule.of("all", new PriorityTarget(9, Duration.ofHours(1), Duration.ofHours(8)))))
                .build();
        crm.servicePolicies().save(policy);
        var asset = crm.assets().install(NewAsset.named(mark).customer(party).serialNumber(mark));
        NewTicket asked = NewTicket.about(mark)
                .customer(party)
                .asset(asset.id())
                .policy(policy.id())
                .description(mark);
        var ticket = crm.tickets().open(asked);
        naming.addAll(List.of(
                policy.id(),
                asset.id(),
                ticket.id(),
                asked,
                NewAsset.named(mark).customer(party)));
        plain.addAll(List.of(TicketProcess.standard(), Ownership.of(new UserId("u1"))));
        plain.add(ServicePolicy.builder(new ServicePolicyId("silver"))
                .rules(policy.rules())
                .build());
    }

    private void marketing() {
        SegmentId segment = crm.segments().defineStatic("All", Customer.class).id();
        crm.segments().add(segment, new EntityRef[] {EntityRef.of(party)});
        var campaign = crm.campaigns().plan(NewCampaign.of(mark, mark, Channel.EMAIL));
        crm.campaigns().freezeAudience(campaign.id(), segment, now);
        var member = crm.campaigns().member(campaign.id(), party).orElseThrow();
        UserId agent = crm.teams().addUser(new UserId("u1"), mark).id();
        crm.calls().saveAgent(agent, List.of(), true);
        NewCallList wanted = NewCallList.of(mark).campaign(campaign.id());
        var list = crm.calls().make(wanted);
        crm.calls().freeze(list.id(), segment, now);
        var entry = crm.calls().entries(Conditions.always(), 1, null).items().get(0);
        Questionnaire form =
                crm.surveys().define(NewQuestionnaire.of(mark, mark, Question.of("why", "Why?", QuestionType.TEXT)));
        NewResponse given = NewResponse.given().write("why", mark);
        var invitation = crm.surveys().invite(form.id(), party);
        var response = crm.surveys().record(form.id(), party, given);
        naming.addAll(List.of(segment, campaign.id(), member.id(), list.id(), entry.id(), form.id(), response.id()));
        naming.add(member.trackingCode().orElseThrow());
        naming.add(invitation.code().orElseThrow());
        naming.addAll(
                List.of(wanted, CallReport.of(entry.id(), agent, "no-answer").note(mark)));
        plain.add(CampaignCost.of(crm.moment().date(), Money.of(1, "USD")));
        plain.addAll(List.of(NewCampaign.of("y", mark, Channel.EMAIL), NewCallList.of(mark), given));
        plain.add(NewQuestionnaire.of("z", mark, Question.of("why", mark, QuestionType.TEXT)));
    }

    private static Quantity pieces(long count) {
        return Quantity.of(count, "piece");
    }
}
