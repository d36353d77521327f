package org.sambandh.crm.overview;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.sambandh.crm.condition.Conditions.always;
import static org.sambandh.crm.interaction.Direction.INBOUND;
import static org.sambandh.crm.interaction.Direction.OUTBOUND;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.sambandh.crm.callcentre.CallEntryRepository;
import org.sambandh.crm.callcentre.CallList;
import org.sambandh.crm.callcentre.Calls;
import org.sambandh.crm.callcentre.NewCallList;
import org.sambandh.crm.campaign.CampaignMemberRepository;
import org.sambandh.crm.campaign.Campaigns;
import org.sambandh.crm.campaign.NewCampaign;
import org.sambandh.crm.common.CustomerId;
import org.sambandh.crm.common.EntityRef;
import org.sambandh.crm.common.ExternalRef;
import org.sambandh.crm.common.LeadId;
import org.sambandh.crm.common.ModelId;
import org.sambandh.crm.common.Money;
import org.sambandh.crm.common.NotFound;
import org.sambandh.crm.common.ProductId;
import org.sambandh.crm.common.Quantity;
import org.sambandh.crm.common.Validity;
import org.sambandh.crm.customer.ContactPoint;
import org.sambandh.crm.customer.Customer;
import org.sambandh.crm.customer.CustomerRepository;
import org.sambandh.crm.customer.NewCustomer;
import org.sambandh.crm.customer.NewRelationship;
import org.sambandh.crm.customer.RelationshipRepository;
import org.sambandh.crm.customer.RelationshipType;
import org.sambandh.crm.customer.Relationships;
import org.sambandh.crm.inmemory.InMemoryCrmStore;
import org.sambandh.crm.interaction.Channel;
import org.sambandh.crm.interaction.Interaction;
import org.sambandh.crm.interaction.InteractionRepository;
import org.sambandh.crm.interaction.Interactions;
import org.sambandh.crm.interaction.NewInteraction;
import org.sambandh.crm.interaction.Participant;
import org.sambandh.crm.interaction.World;
import org.sambandh.crm.lead.Enquiry;
import org.sambandh.crm.lead.IntakeResult;
import org.sambandh.crm.lead.Lead;
import org.sambandh.crm.lead.LeadRepository;
import org.sambandh.crm.lead.Leads;
import org.sambandh.crm.pipeline.NewOpportunity;
import org.sambandh.crm.pipeline.Opportunities;
import org.sambandh.crm.pipeline.Opportunity;
import org.sambandh.crm.pipeline.OpportunityRepository;
import org.sambandh.crm.purchase.CreditRepository;
import org.sambandh.crm.purchase.Credits;
import org.sambandh.crm.purchase.InvoiceRepository;
import org.sambandh.crm.purchase.Invoices;
import org.sambandh.crm.purchase.NewInvoice;
import org.sambandh.crm.purchase.NewPurchase;
import org.sambandh.crm.purchase.NewReturn;
import org.sambandh.crm.purchase.Purchase;
import org.sambandh.crm.purchase.PurchaseRepository;
import org.sambandh.crm.purchase.Purchases;
import org.sambandh.crm.purchase.Revenue;
import org.sambandh.crm.scoring.Criterion;
import org.sambandh.crm.scoring.Group;
import org.sambandh.crm.scoring.PointsModel;
import org.sambandh.crm.scoring.ScoreSnapshotRepository;
import org.sambandh.crm.scoring.Scores;
import org.sambandh.crm.segment.Segment;
import org.sambandh.crm.segment.SegmentMembershipRepository;
import org.sambandh.crm.segment.SegmentRepository;
import org.sambandh.crm.segment.Segments;
import org.sambandh.crm.store.Repository;
import org.sambandh.crm.survey.NewQuestionnaire;
import org.sambandh.crm.survey.NewResponse;
import org.sambandh.crm.survey.Question;
import org.sambandh.crm.survey.QuestionType;
import org.sambandh.crm.survey.Questionnaire;
import org.sambandh.crm.survey.SurveyResponseRepository;
import org.sambandh.crm.survey.Surveys;
import org.sambandh.crm.task.NewTask;
import org.sambandh.crm.task.Task;
import org.sambandh.crm.task.TaskRepository;
import org.sambandh.crm.ticket.NewTicket;
import org.sambandh.crm.ticket.PriorityTarget;
import org.sambandh.crm.ticket.ServicePolicies;
import org.sambandh.crm.ticket.ServicePolicy;
import org.sambandh.crm.ticket.ServiceRule;
import org.sambandh.crm.ticket.Ticket;
import org.sambandh.crm.ticket.TicketRepository;
import org.sambandh.crm.ticket.Tickets;

class OverviewsTest {

    private final List<String> reads = new ArrayList<>();
    private final World world = new World(this::countReads);
    private final Overviews overviews = new Overviews(world.units());
    private final Interactions log = world.interactions();
    private final Leads leads = new Leads(world.units());
    private final Opportunities deals = new Opportunities(world.units());
    private final Relationships relationships = new Relationships(world.units());
    private final Tickets tickets = new Tickets(world.units());
    private final Segments segments = new Segments(world.units());
    private final Purchases purchases = new Purchases(world.units());
    private final Invoices invoices = new Invoices(world.units());
    private final CustomerId asha = world.customers()
            .register(NewCustomer.person("Asha Rao").email("asha@example.in"))
            .id();
    private final CustomerId steel = world.organization("Rao Steel");

    @Test
    void aPartyOfWhichNothingElseIsKnownHasAnEmptyOverview() {
        Customer360 all = overviews.of(asha);

        assertThat(all.customer().id()).isEqualTo(asha);
        assertThat(all.asOf().at()).isEqualTo(World.START);
        assertThat(all.related()).isEqualTo(new Excerpt<RelatedParty>(List.of(), false));
        assertThat(all.interactions().items()).isEmpty();
        assertThat(all.tasks().items()).isEmpty();
        assertThat(all.leads().items()).isEmpty();
        assertThat(all.deals().count()).isZero();
        assertThat(all.deals().totals()).isEmpty();
        assertThat(all.dealings().latest().items()).isEmpty();
        assertThat(all.dealings().bought().revenue()).isEmpty();
        assertThat(all.dealings().owed().overdue()).isEmpty();
        assertThat(all.dealings().credit().hold()).isEmpty();
        assertThat(all.tickets().items()).isEmpty();
        assertThat(all.outreach().campaigns().items()).isEmpty();
        assertThat(all.outreach().calls().items()).isEmpty();
        assertThat(all.outreach().surveys().items()).isEmpty();
        assertThat(all.segments().items()).isEmpty();
        assertThat(all.scores()).isEmpty();
    }

    @Test
    void everythingAroundAPartyIsThereInOneCall() {
        relationships.relate(NewRelationship.of(asha, RelationshipType.EMPLOYED_BY, steel));
        Interaction mail = log.log(NewInteraction.email(INBOUND).with(asha));
        Task task = world.tasks().plan(NewTask.of("Call back").regarding(asha));
        LeadId lead = enquiry("mill");
        Opportunity deal = deals.open(NewOpportunity.named("Rolling mill")
                .customer(asha)
                .stage("qualify")
                .amount(Money.of("500000.00", "INR")));
        Ticket ticket = tickets.open(NewTicket.about("Mill stands still").customer(asha));
        Segment everybody = segments.define("Everybody", Customer.class, always());
        segments.refresh(everybody.id());
        Scores scores = new Scores(world.units());
        scores.define(PointsModel.of(
                new ModelId("fit"),
                "Fit",
                Customer.class,
                Group.fit("fit", "Fit", Criterion.of("there", "Is there", 7, Customer.class, always()))));
        scores.record(new ModelId("fit"), EntityRef.of(asha));

        Customer360 all = overviews.of(asha);

        assertThat(all.related().items()).extracting(r -> r.party().id()).containsExactly(steel);
        assertThat(all.interactions().items()).containsExactly(mail);
        assertThat(all.tasks().items()).containsExactly(task);
        assertThat(all.leads().items()).extracting(Lead::id).containsExactly(lead);
        assertThat(all.deals().first().items()).containsExactly(deal);
        assertThat(all.deals().totals()).containsExactly(Money.of("500000.00", "INR"));
        assertThat(all.tickets().items()).containsExactly(ticket);
        assertThat(all.segments().items())
                .containsExactly(new CurrentSegment(everybody.id(), "Everybody", World.START));
        assertThat(all.scores()).hasSize(1);
        assertThat(all.scores().get(0).score().value()).isEqualByComparingTo("7");
    }

    @Test
    void campaignsCallListsAndSurveysOfAPartyAreShownWithTheLatestFirst() {
        world.customers().addContactPoint(asha, ContactPoint.phone("+919812345678"));
        Segment everybody = segments.define("Everybody", Customer.class, always());
        segments.refresh(everybody.id());
        Campaigns campaigns = new Campaigns(world.units());
        Calls calls = new Calls(world.units());
        Surveys surveys = new Surveys(world.units());
        Questionnaire asked = surveys.define(
                NewQuestionnaire.of("nps", "NPS", Question.of("recommend", "Would you?", QuestionType.NPS)));
        for (int i = 0; i < 21; i++) {
            world.clock().advance(Duration.ofMinutes(1));
            campaigns.addMember(
                    campaigns.plan(NewCampaign.of("c" + i, "C", Channel.EMAIL)).id(), asha);
            CallList list = calls.make(NewCallList.of("L" + i));
            calls.freeze(list.id(), everybody.id(), world.clock().instant());
            surveys.record(asked.id(), asha, NewResponse.given().score("recommend", i % 11));
        }

        Outreach outreach = overviews.of(asha).outreach();

        assertThat(outreach.campaigns().items()).hasSize(20);
        assertThat(outreach.campaigns().more()).isTrue();
        assertThat(campaigns.get(outreach.campaigns().items().get(0).campaign()).code())
                .isEqualTo("c20");
        assertThat(calls.list(outreach.calls().items().get(0).list()).name()).isEqualTo("L20");
        assertThat(outreach.surveys().items().get(0).nps()).contains(20 % 11);
        assertThat(outreach.surveys().more()).isTrue();
    }

    @Test
    void anOrganisationShowsWhatWasDoneOnItsBehalfAndNotThePrivateMailOfItsPeople() {
        relationships.relate(NewRelationship.of(asha, RelationshipType.EMPLOYED_BY, steel));
        Interaction business = log.log(NewInteraction.email(INBOUND).with(asha).onBehalfOf(steel));
        Interaction visit = log.log(NewInteraction.meeting(OUTBOUND).with(steel));
        Interaction privately = log.log(NewInteraction.email(INBOUND).with(asha).subjectLine("My wedding"));
        world.tasks().plan(NewTask.of("Send a present").regarding(asha));

        assertThat(overviews.of(steel).interactions().items()).containsExactlyInAnyOrder(business, visit);
        assertThat(overviews.of(steel).tasks().items()).isEmpty();
        assertThat(overviews.of(asha).interactions().items()).containsExactlyInAnyOrder(business, privately);
    }

    @Test
    void onlyRelationshipsThatHoldTodayAreShown() {
        LocalDate today = LocalDate.of(2026, 11, 23);
        CustomerId past = world.organization("Past");
        CustomerId future = world.organization("Future");
        CustomerId lastDay = world.organization("Last day");
        CustomerId firstDay = world.organization("First day");
        relate(past, Validity.until(today));
        relate(future, Validity.from(today.plusDays(1)));
        relate(lastDay, Validity.until(today.plusDays(1)));
        relate(firstDay, Validity.from(today));
        relate(steel, Validity.ALWAYS);

        assertThat(overviews.of(asha).related().items())
                .extracting(r -> r.party().id())
                .containsExactlyInAnyOrder(lastDay, firstDay, steel);
        assertThat(overviews.of(steel).related().items())
                .extracting(r -> r.party().id())
                .containsExactly(asha);
    }

    @Test
    void openEnquiriesAreShownLatestFirstToPersonAndOrganisationAndClosedOnesToNobody() {
        LeadId mill = enquiry("mill");
        LeadId closed = enquiry("closed");
        world.clock().advance(Duration.ofDays(1));
        LeadId saw = enquiry("saw");
        leads.reattach(saw, asha, steel);
        leads.disqualify(closed, "no need");

        assertThat(overviews.of(asha).leads().items()).extracting(Lead::id).containsExactly(saw, mill);
        assertThat(overviews.of(steel).leads().items()).extracting(Lead::id).containsExactly(saw);
        assertThat(overviews.of(asha).leads().more()).isFalse();

        world.clock().advance(Duration.ofDays(1));
        LeadId again = enquiry("mill");

        assertThat(again).isEqualTo(mill);
        assertThat(overviews.of(asha).leads().items()).extracting(Lead::id).containsExactly(mill, saw);
    }

    @Test
    void openDealsAddUpPerCurrencyAndClosedOnesDoNot() {
        deal("a", "100.00", "INR");
        deal("b", "250.50", "INR");
        deal("c", "75", "JPY");
        deals.open(NewOpportunity.named("d").customer(asha).stage("qualify"));
        deals.lose(deal("e", "999.00", "INR").id(), "price");

        OpenDeals open = overviews.of(asha).deals();

        assertThat(open.totals()).containsExactly(Money.of("350.50", "INR"), Money.of("75", "JPY"));
        assertThat(open.count()).isEqualTo(4);
        assertThat(open.withoutAmount()).isEqualTo(1);
        assertThat(open.complete()).isTrue();
        assertThat(open.first().more()).isFalse();
    }

    @Test
    void aboveAThousandOpenDealsTheFiguresAreOfTheFirstThousandAndSaySo() {
        NewOpportunity deal = NewOpportunity.named("Mill")
                .customer(asha)
                .stage("qualify")
                .amount(Money.of("1.00", "INR"))
                .expectedClose(LocalDate.of(2026, 12, 1));
        for (int i = 0; i < OpenDeals.MOST; i++) {
            deals.open(deal);
        }
        assertThat(overviews.of(asha).deals().complete()).isTrue();
        assertThat(overviews.of(asha).deals().count()).isEqualTo(1_000);

        deals.open(deal.amount(Money.of("500.00", "INR")).expectedClose(LocalDate.of(2027, 1, 1)));
        OpenDeals open = overviews.of(asha).deals();

        assertThat(open.complete()).isFalse();
        assertThat(open.count()).isEqualTo(1_000);
        assertThat(open.totals()).containsExactly(Money.of("1000.00", "INR"));
        assertThat(open.first().more()).isTrue();
    }

    @Test
    void whatWasBoughtAndIsOwedIsShownLatestFirstWithItsFigures() {
        Purchase early = buy("1", Duration.ofDays(40), 10);
        Purchase late = buy("2", Duration.ofDays(3), 5);
        purchases.recordReturn(
                new ExternalRef("shop", "return", "1"),
                NewReturn.of(early.id(), World.START).line("1", Quantity.of(4, "piece")));
        LocalDate today = LocalDate.of(2026, 11, 23);
        invoices.issue(
                new ExternalRef("erp", "invoice", "1"),
                NewInvoice.to(asha, today.minusDays(30), today.minusDays(1), Money.of(1_180, "INR")));
        new Credits(world.units()).hold(asha, "two months late");

        Dealings dealings = overviews.of(asha).dealings();

        assertThat(dealings.latest().items()).extracting(Purchase::id).containsExactly(late.id(), early.id());
        assertThat(dealings.bought().purchases()).isEqualTo(2);
        assertThat(dealings.bought().revenue())
                .containsExactly(new Revenue(Money.of(1_500, "INR"), Money.of(400, "INR")));
        assertThat(dealings.bought().firstOn()).isEqualTo(today.minusDays(40));
        assertThat(dealings.bought().latestOn()).isEqualTo(today.minusDays(3));
        assertThat(dealings.owed().overdue()).containsExactly(Money.of(1_180, "INR"));
        assertThat(dealings.owed().overdueSince()).isEqualTo(today.minusDays(1));
        assertThat(dealings.credit().hold().orElseThrow().reason()).isEqualTo("two months late");
        assertThat(overviews.of(steel).dealings().bought().purchases()).isZero();
    }

    @Test
    void doneTasksReplacedInteractionsAndLeftSegmentsAreNotShown() {
        Task task = world.tasks().plan(NewTask.of("Call back").regarding(asha));
        world.tasks().done(task.id(), "sold");
        Interaction call = log.log(NewInteraction.call(OUTBOUND).with(asha));
        log.retract(call.id(), "typed twice");
        Segment list = segments.defineStatic("List", Customer.class);
        segments.add(list.id(), EntityRef.of(asha));
        segments.remove(list.id(), EntityRef.of(asha));

        Customer360 all = overviews.of(asha);

        assertThat(all.tasks().items()).isEmpty();
        assertThat(all.interactions().items()).isEmpty();
        assertThat(all.tickets().items()).isEmpty();
        assertThat(all.segments().items()).isEmpty();
    }

    @Test
    void openTicketsAreShownToCustomerAndContactTheNextDueFirstAndClosedOnesToNobody() {
        new ServicePolicies(world.units())
                .save(ServicePolicy.builder(ServicePolicy.DEFAULT)
                        .rules(List.of(ServiceRule.of("all", new PriorityTarget(1, null, Duration.ofHours(1)))))
                        .build());
        Ticket later = tickets.open(NewTicket.about("Noise").customer(steel).contact(asha));
        Ticket soon = tickets.open(
                NewTicket.about("Fire").customer(steel).contact(asha).priority(1));
        tickets.close(tickets.open(NewTicket.about("Old").customer(steel)).id());

        assertThat(overviews.of(asha).tickets()).isEqualTo(new Excerpt<>(List.of(soon, later), false));
        assertThat(overviews.of(steel).tickets().items()).containsExactly(soon, later);
    }

    @Test
    void theNumberOfReadsDoesNotGrowWithWhatThereIs() {
        fill(1);
        int few = readsOfOneCall();

        fill(60);

        assertThat(readsOfOneCall()).isEqualTo(few);
        Customer360 all = overviews.of(asha);
        assertThat(all.interactions().items()).hasSize(20);
        assertThat(all.interactions().next()).isPresent();
        assertThat(all.tasks().items()).hasSize(20);
        assertThat(all.tasks().more()).isTrue();
        assertThat(all.leads().items()).hasSize(20);
        assertThat(all.leads().more()).isTrue();
        assertThat(all.tickets().items()).hasSize(20);
        assertThat(all.tickets().more()).isTrue();
        assertThat(all.deals().first().items()).hasSize(20);
        assertThat(all.deals().first().more()).isTrue();
        assertThat(all.deals().count()).isEqualTo(61);
        assertThat(all.dealings().latest().items()).hasSize(20);
        assertThat(all.dealings().latest().more()).isTrue();
        assertThat(all.dealings().bought().purchases()).isEqualTo(61);
        assertThat(all.dealings().owed().open()).containsExactly(Money.of(61, "INR"));
        assertThat(all.deals().totals()).containsExactly(Money.of("61.00", "INR"));
        assertThat(all.related().items()).hasSize(61);
        assertThat(all.segments().items()).hasSize(61);
        assertThat(log.timeline(asha, 20, all.interactions().next().orElseThrow())
                        .items())
                .hasSize(20);
    }

    @Test
    void aPartyThatDoesNotExistIsNotFound() {
        assertThatThrownBy(() -> overviews.of(new CustomerId("nobody"))).isInstanceOf(NotFound.class);
    }

    @Test
    void theIdOfAMergedPartyLeadsToTheSurvivor() {
        CustomerId gone = new CustomerId("gone");
        world.units().run(unit -> {
            unit.repositories().redirects().redirect(gone, asha);
            return unit;
        });

        assertThat(overviews.of(gone).customer().id()).isEqualTo(asha);
    }

    @Test
    void theTextOfAnOverviewShowsNothingPersonal() {
        assertThat(overviews.of(asha).toString()).doesNotContain("Asha");
    }

    private void fill(int count) {
        for (int i = 0; i < count; i++) {
            String name = count + "-" + i;
            relate(world.organization(name), Validity.ALWAYS);
            log.log(NewInteraction.email(INBOUND).with(Participant.of(Participant.Role.FROM, asha)));
            world.tasks().plan(NewTask.of(name).regarding(asha));
            enquiry(name);
            tickets.open(NewTicket.about(name).customer(asha));
            deal(name, "1.00", "INR");
            buy(name, Duration.ZERO, 1);
            LocalDate today = LocalDate.of(2026, 11, 23);
            invoices.issue(
                    new ExternalRef("erp", "invoice", name), NewInvoice.to(asha, today, today, Money.of(1, "INR")));
            Segment list = segments.defineStatic(name, Customer.class);
            segments.add(list.id(), EntityRef.of(asha));
            world.clock().advance(Duration.ofMinutes(1));
        }
    }

    private Purchase buy(String key, Duration ago, int hundreds) {
        return purchases
                .record(
                        new ExternalRef("shop", "order", key),
                        NewPurchase.by(asha, world.clock().instant().minus(ago))
                                .line(
                                        "1",
                                        new ProductId("drill"),
                                        Quantity.of(hundreds, "piece"),
                                        Money.of(100L * hundreds, "INR")))
                .entity();
    }

    private LeadId enquiry(String product) {
        Enquiry enquiry = Enquiry.from("Asha Rao").email("asha@example.in").product(new ProductId(product));
        return ((IntakeResult.Taken) leads.receive(enquiry)).lead();
    }

    private int readsOfOneCall() {
        reads.clear();
        overviews.of(asha);
        return reads.size();
    }

    private Opportunity deal(String name, String amount, String currency) {
        return deals.open(
                NewOpportunity.named(name).customer(asha).stage("qualify").amount(Money.of(amount, currency)));
    }

    private void relate(CustomerId organization, Validity days) {
        relationships.relate(NewRelationship.of(asha, RelationshipType.EMPLOYED_BY, organization)
                .during(days));
    }

    private InMemoryCrmStore.Builder countReads(InMemoryCrmStore.Builder store) {
        counted(store, CustomerRepository.class);
        counted(store, RelationshipRepository.class);
        counted(store, InteractionRepository.class);
        counted(store, TaskRepository.class);
        counted(store, LeadRepository.class);
        counted(store, OpportunityRepository.class);
        counted(store, PurchaseRepository.class);
        counted(store, InvoiceRepository.class);
        counted(store, CreditRepository.class);
        counted(store, TicketRepository.class);
        counted(store, CampaignMemberRepository.class);
        counted(store, CallEntryRepository.class);
        counted(store, SurveyResponseRepository.class);
        counted(store, SegmentRepository.class);
        counted(store, SegmentMembershipRepository.class);
        counted(store, ScoreSnapshotRepository.class);
        return store;
    }

    private <R extends Repository<?, ?>> void counted(InMemoryCrmStore.Builder store, Class<R> type) {
        store.replace(type, repositories -> {
            R inner = repositories.get(type);
            return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (p, method, args) -> {
                reads.add(type.getSimpleName() + "." + method.getName());
                try {
                    return method.invoke(inner, args);
                } catch (InvocationTargetException e) {
                    throw e.getCause();
                }
            }));
        });
    }
}
