package org.sambandh.crm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.sambandh.crm.condition.Conditions.count;
import static org.sambandh.crm.condition.Conditions.where;
import static org.sambandh.crm.condition.Tests.atLeast;
import static org.sambandh.crm.condition.Tests.present;
import static org.sambandh.crm.condition.Window.ever;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sambandh.crm.callcentre.CallEntry;
import org.sambandh.crm.callcentre.CallList;
import org.sambandh.crm.callcentre.CallReport;
import org.sambandh.crm.callcentre.NewCallList;
import org.sambandh.crm.campaign.Campaign;
import org.sambandh.crm.campaign.CampaignCost;
import org.sambandh.crm.campaign.CampaignMember;
import org.sambandh.crm.campaign.MemberStatus;
import org.sambandh.crm.campaign.NewCampaign;
import org.sambandh.crm.common.Actor;
import org.sambandh.crm.common.CrmException;
import org.sambandh.crm.common.CustomerId;
import org.sambandh.crm.common.EntityRef;
import org.sambandh.crm.common.ExternalRef;
import org.sambandh.crm.common.Money;
import org.sambandh.crm.common.NotFound;
import org.sambandh.crm.common.ProductId;
import org.sambandh.crm.common.Quantity;
import org.sambandh.crm.common.SegmentId;
import org.sambandh.crm.common.UserId;
import org.sambandh.crm.condition.Conditions;
import org.sambandh.crm.customer.Customer;
import org.sambandh.crm.customer.NewCustomer;
import org.sambandh.crm.interaction.Channel;
import org.sambandh.crm.product.NewProduct;
import org.sambandh.crm.product.PriceBand;
import org.sambandh.crm.product.Product;
import org.sambandh.crm.product.WarrantyTerms;
import org.sambandh.crm.purchase.NewInvoice;
import org.sambandh.crm.purchase.NewPurchase;
import org.sambandh.crm.purchase.NewReturn;
import org.sambandh.crm.purchase.PurchaseFields;
import org.sambandh.crm.purchase.Settlement;
import org.sambandh.crm.settings.TenantSettings;
import org.sambandh.crm.survey.NewQuestionnaire;
import org.sambandh.crm.survey.NewResponse;
import org.sambandh.crm.survey.Question;
import org.sambandh.crm.survey.QuestionType;
import org.sambandh.crm.ticket.NewAsset;
import org.sambandh.crm.ticket.NewTicket;
import org.sambandh.crm.ticket.PriorityTarget;
import org.sambandh.crm.ticket.ServicePolicy;
import org.sambandh.crm.ticket.ServiceRule;
import org.sambandh.crm.ticket.Ticket;
import org.sambandh.crm.ticket.TicketFields;

/** Sale, service and marketing under the worst input that a program can be made to hand on: refused in time, or borne. */
@Timeout(20)
class WorstInputTest {

    private static final ProductId DRILL = new ProductId("drill");
    private static final LocalDate DAY = LocalDate.of(2026, 11, 23);
    private static final String LONG = "x".repeat(10_000_000);

    private Instant now = Instant.parse("2026-11-23T10:00:00Z");
    private final CrmSession crm = Crm.inMemory(
                    TenantSettings.of(ZoneId.of("Asia/Kolkata"), Currency.getInstance("INR")), () -> now)
            .as(Actor.user("meera"));
    private final CustomerId asha = crm.customers()
            .register(NewCustomer.person("Asha").phone("+919812345678"))
            .id();

    private void refused(ThrowingCallable call) {
        CrmException e = Everything.refused(crm, call);
        assertThat(String.valueOf(e.getMessage()).length()).isLessThan(1_000);
    }

    /** Whatever became of it: a typed refusal without a trace, or something that conditions can still read. */
    private void borne(ThrowingCallable call) {
        try {
            call.call();
        } catch (Throwable e) {
            assertThat(e).isInstanceOf(CrmException.class);
        }
        crm.customers()
                .find(count(
                        PurchaseFields.PURCHASES, where(PurchaseFields.PURCHASED_ON, present()), ever(), atLeast(1)));
        crm.customers()
                .find(count(TicketFields.TICKETS, where(TicketFields.NEXT_DUE_AT, present()), ever(), atLeast(1)));
        crm.overview().of(asha);
    }

    private static ExternalRef ref(String value) {
        return new ExternalRef("shop", "doc", value);
    }

    private static Quantity pieces(long count) {
        return Quantity.of(count, "piece");
    }

    private static Money rupees(long amount) {
        return Money.of(amount, "INR");
    }

    private SegmentId segment(List<CustomerId> parties) {
        SegmentId id = crm.segments().defineStatic("S", Customer.class).id();
        for (int i = 0; i < parties.size(); i += 1_000) {
            crm.segments()
                    .add(
                            id,
                            parties.subList(i, Math.min(i + 1_000, parties.size())).stream()
                                    .map(EntityRef::of)
                                    .toArray(EntityRef[]::new));
        }
        return id;
    }

    @Test
    void aHundredThousandLinesInOnePurchaseOrReturnAreRefusedInTime() {
        refused(() -> {
            NewPurchase order = NewPurchase.by(asha, now);
            for (int i = 0; i < 100_000; i++) {
                order = order.line("l" + i, DRILL, pieces(1), rupees(1));
            }
            crm.purchases().record(ref("1"), order);
        });
        refused(() -> {
            NewReturn given = NewReturn.of(ref("1"), now);
            for (int i = 0; i < 100_000; i++) {
                given = given.line("l" + i, pieces(1));
            }
            crm.purchases().recordReturn(ref("2"), given);
        });
        refused(() -> {
            NewResponse given = NewResponse.given();
            for (int i = 0; i < 100_000; i++) {
                given = given.score("q" + i, 1);
            }
        });
        refused(() -> {
            NewTicket told = NewTicket.about("x");
            for (int i = 0; i < 100_000; i++) {
                told = told.status("open", now);
            }
            crm.tickets().open(told);
        });
    }

    @Test
    void aPurchaseOfTheMostLinesComesBackWholeInTime() {
        NewPurchase order = NewPurchase.by(asha, now);
        NewReturn given = NewReturn.of(ref("1"), now);
        for (int i = 0; i < 5_000; i++) {
            order = order.line("l" + i, DRILL, pieces(1), rupees(1));
            given = given.line("l" + i, pieces(1));
        }
        crm.purchases().record(ref("1"), order);
        long begin = System.nanoTime();
        var back = crm.purchases().recordReturn(ref("2"), given).entity();
        crm.purchases().withdrawReturn(back.id(), "typed twice");

        assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(5));
        assertThat(crm.purchases().findByRef(ref("1")).orElseThrow().refunded()).isEqualTo(rupees(0));
    }

    @Test
    void textsOfTenMillionCharactersAreRefusedEverywhere() {
        refused(() -> crm.products().add(NewProduct.of("p", LONG)));
        refused(() -> crm.products().add(NewProduct.of(LONG, "p")));
        refused(() -> crm.priceBooks().add(LONG));
        refused(() -> crm.purchases().record(ref("1"), NewPurchase.by(asha, now).purpose(LONG)));
        refused(() ->
                crm.purchases().record(ref("1"), NewPurchase.by(asha, now).line(LONG, DRILL, pieces(1), rupees(1))));
        refused(() -> crm.credits().hold(asha, LONG));
        refused(() -> crm.tickets().open(NewTicket.about(LONG)));
        refused(() -> crm.tickets().open(NewTicket.about("x").description(LONG)));
        refused(() -> crm.tickets().open(NewTicket.about("x").category(LONG)));
        refused(() -> crm.tickets().open(NewTicket.about("x").number(LONG)));
        refused(() -> crm.assets().install(NewAsset.named(LONG)));
        refused(() -> crm.assets().install(NewAsset.named("x").serialNumber(LONG)));
        refused(() -> crm.campaigns().plan(NewCampaign.of(LONG, "x", Channel.EMAIL)));
        refused(() -> crm.campaigns().plan(NewCampaign.of("x", LONG, Channel.EMAIL)));
        refused(() -> crm.calls().make(NewCallList.of(LONG)));
        refused(() -> crm.surveys().define(NewQuestionnaire.of("q", LONG, Question.of("a", "A?", QuestionType.TEXT))));
        refused(() -> crm.surveys().define(NewQuestionnaire.of("q", "Q", Question.of("a", LONG, QuestionType.TEXT))));
        var form = crm.surveys().define(NewQuestionnaire.of("q", "Q", Question.of("a", "A?", QuestionType.TEXT)));
        refused(() -> crm.surveys().record(form.id(), asha, NewResponse.given().write("a", LONG)));
        refused(() -> crm.surveys().answer(LONG, NewResponse.given().write("a", "x")));
        refused(() -> crm.campaigns().respond(LONG, now));
        assertThat(crm.campaigns().byCode(LONG)).isEmpty();
        assertThat(crm.campaigns().byTrackingCode(LONG)).isEmpty();
        assertThat(crm.products().findByCode(LONG)).isEmpty();
        assertThat(crm.tickets().byNumber(LONG)).isEmpty();
        assertThat(crm.assets().bySerialNumber(LONG)).isEmpty();
        assertThat(crm.surveys().latest(LONG)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"1E+400", "1E-400", "9999999999999999999999", "1E+2147483647", "1E-2147483647"})
    void hugeNumbersAreRefusedOrBorneInTime(String text) {
        BigDecimal number = new BigDecimal(text);
        Product drill = crm.products().add(NewProduct.of("p", "P"));
        var asset = crm.assets().install(NewAsset.named("x"));
        var campaign = crm.campaigns().plan(NewCampaign.of("c", "C", Channel.EMAIL));
        var form = crm.surveys().define(NewQuestionnaire.of("q", "Q", Question.of("n", "N?", QuestionType.NUMBER)));
        var book = crm.priceBooks().add("B");
        borne(() -> crm.purchases()
                .record(
                        ref("1"),
                        NewPurchase.by(asha, now).line("1", DRILL, new Quantity(number, "piece"), rupees(1))));
        borne(() -> crm.purchases()
                .record(ref("2"), NewPurchase.by(asha, now).line("1", DRILL, pieces(1), Money.of(text, "INR"))));
        borne(() -> crm.purchases()
                .recordReturn(ref("3"), NewReturn.of(ref("1"), now).line("1", new Quantity(number, "piece"))));
        borne(() -> crm.invoices().issue(ref("4"), NewInvoice.to(asha, DAY, DAY, Money.of(text, "INR"))));
        borne(() -> crm.assets().read(asset.id(), "hours", DAY, number));
        borne(() ->
                crm.assets().revise(asset.id(), DAY, WarrantyTerms.ofMonths(12).upTo(new Quantity(number, "hours"))));
        borne(() -> crm.assets().isUnderWarranty(asset.id(), DAY));
        borne(() -> crm.campaigns().addCost(campaign.id(), CampaignCost.of(DAY, Money.of(text, "INR"))));
        borne(() -> crm.campaigns().results(campaign.id()));
        borne(() -> crm.surveys().record(form.id(), asha, NewResponse.given().number("n", number)));
        borne(() -> crm.priceBooks().setPrice(book.id(), drill.id(), DAY, PriceBand.of(Money.of(text, "INR"))));
        borne(() -> crm.priceBooks()
                .price(book.id(), drill.id(), Currency.getInstance("INR"), DAY, new Quantity(number, "piece")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "+1000000000-12-31T23:59:59.999999999Z",
                "-1000000000-01-01T00:00:00Z",
                "+999999999-06-01T00:00:00Z",
                "+10000-01-01T00:00:00Z"
            })
    void instantsAtTheEndsOfTimeAreRefusedOrBorne(String text) {
        Instant at = Instant.parse(text);
        crm.servicePolicies()
                .save(ServicePolicy.builder(ServicePolicy.DEFAULT)
                        .rules(List.of(
                                ServiceRule.of("all", new PriorityTarget(1, Duration.ofHours(1), Duration.ofHours(8)))))
                        .build());
        Ticket ticket = crm.tickets().open(NewTicket.about("x").customer(asha).priority(1));
        Campaign campaign = crm.campaigns().plan(NewCampaign.of("c", "C", Channel.EMAIL));
        SegmentId all = segment(List.of(asha));
        CampaignMember member = crm.campaigns().addMember(campaign.id(), asha);
        String code = member.trackingCode().orElseThrow();
        UserId ravi = crm.teams().addUser(new UserId("ravi"), "Ravi").id();
        crm.calls().saveAgent(ravi, List.of(), true);
        CallList list = crm.calls().make(NewCallList.of("L"));
        crm.calls().freeze(list.id(), all, now);
        CallEntry entry =
                crm.calls().entries(Conditions.always(), 1, null).items().get(0);
        var form = crm.surveys().define(NewQuestionnaire.of("q", "Q", Question.of("a", "A?", QuestionType.TEXT)));

        borne(() -> crm.purchases().record(ref("1"), NewPurchase.by(asha, at).line("1", DRILL, pieces(1), rupees(1))));
        borne(() -> crm.purchases()
                .recordReturn(ref("2"), NewReturn.of(ref("1"), at).line("1", pieces(1))));
        borne(() -> crm.tickets()
                .open(NewTicket.about("x").customer(asha).priority(1).openedAt(at)));
        borne(() -> crm.tickets()
                .open(NewTicket.about("x")
                        .customer(asha)
                        .openedAt(at)
                        .status("new", at)
                        .status("closed", at)));
        borne(() -> crm.tickets().respond(ticket.id(), at));
        borne(() -> crm.tickets().dueBefore(at, 10));
        borne(() -> crm.tickets().escalations(at));
        borne(() -> crm.campaigns().freezeAudience(campaign.id(), all, at));
        borne(() -> crm.campaigns().markSent(campaign.id(), at));
        borne(() -> crm.campaigns().advance(code, MemberStatus.OPENED, at));
        borne(() -> crm.campaigns().respond(code, at));
        borne(() -> crm.campaigns().enquire(code, at, "x"));
        borne(() -> crm.calls().freeze(list.id(), all, at));
        borne(() -> crm.calls().nextFor(ravi, at));
        borne(() -> crm.calls().claim(entry.id(), ravi, at));
        borne(() ->
                crm.calls().record(CallReport.of(entry.id(), ravi, "no-answer").at(at)));
        borne(() -> crm.calls().claim(entry.id(), ravi, now));
        borne(() ->
                crm.calls().record(CallReport.of(entry.id(), ravi, "call-back").callBackAt(at)));
        borne(() -> crm.surveys()
                .record(form.id(), asha, NewResponse.given().write("a", "x").at(at)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"+999999999-12-31", "-999999999-01-01", "+10000-01-01", "0000-01-01"})
    void daysAtTheEndsOfTimeAreRefusedOrBorne(String text) {
        LocalDate day = LocalDate.parse(text);
        Product drill = crm.products().add(NewProduct.of("p", "P").warranty(WarrantyTerms.ofMonths(1_200)));
        var book = crm.priceBooks().add("B");
        var asset = crm.assets()
                .install(NewAsset.named("x").customer(asha).product(drill.id()).installedOn(DAY));
        var invoice = crm.invoices()
                .issue(ref("0"), NewInvoice.to(asha, DAY, DAY, rupees(5)))
                .entity();

        borne(() -> crm.purchases()
                .record(ref("1"), NewPurchase.by(asha, now).on(day).line("1", DRILL, pieces(1), rupees(1))));
        borne(() -> crm.purchases().summaryOf(asha));
        borne(() -> crm.purchases()
                .recordReturn(ref("2"), NewReturn.of(ref("1"), now).on(day).line("1", pieces(1))));
        borne(() -> crm.invoices().issue(ref("3"), NewInvoice.to(asha, day, day, rupees(1))));
        borne(() -> crm.invoices().issue(ref("4"), NewInvoice.to(asha, DAY, day, rupees(1))));
        borne(() -> crm.invoices().settle(invoice.id(), Settlement.payment(ref("5"), day, rupees(5))));
        borne(() -> crm.invoices().reschedule(invoice.id(), day));
        borne(() -> crm.invoices().receivables(asha, day));
        borne(() -> crm.invoices().daysToPay(asha));
        borne(() -> crm.priceBooks().setPrice(book.id(), drill.id(), day, PriceBand.of(rupees(1))));
        borne(() -> crm.priceBooks().endPrice(book.id(), drill.id(), Currency.getInstance("INR"), day));
        borne(() -> crm.products().listPrice(drill.id(), Currency.getInstance("INR"), day, pieces(1)));
        borne(() -> crm.assets()
                .install(NewAsset.named("y").customer(asha).product(drill.id()).installedOn(day)));
        borne(() -> crm.assets().revise(asset.id(), day, null));
        borne(() -> crm.assets().isUnderWarranty(asset.id(), day));
        borne(() -> crm.assets().read(asset.id(), "hours", day, BigDecimal.ONE));
        borne(() -> crm.assets().retire(asset.id(), day));
        borne(() -> crm.campaigns().plan(NewCampaign.of("c", "C", Channel.EMAIL).during(day, day)));
        borne(() -> crm.invoices().daysToPay(asha));
        borne(() -> crm.invoices().receivables(asha));
    }

    @Test
    void guessedCodesFindNobodyAndTellNothing() {
        Campaign campaign = crm.campaigns().plan(NewCampaign.of("c", "C", Channel.EMAIL));
        String code =
                crm.campaigns().addMember(campaign.id(), asha).trackingCode().orElseThrow();
        for (String guess : List.of(
                code.toLowerCase(Locale.ROOT),
                code + " ",
                code.substring(1),
                "",
                " ",
                "%",
                "_".repeat(code.length()),
                "' or 1=1 --",
                "\u0000",
                "\ud800",
                asha.value(),
                campaign.id().value())) {
            assertThat(crm.campaigns().byTrackingCode(guess)).as(guess).isEmpty();
            assertThatThrownBy(() -> crm.campaigns().respond(guess, now))
                    .isInstanceOf(NotFound.class)
                    .hasMessageNotContaining(asha.value())
                    .hasMessageNotContaining(code);
            assertThatThrownBy(() ->
                            crm.surveys().answer(guess, NewResponse.given().write("a", "x")))
                    .isInstanceOf(NotFound.class);
        }
        assertThat(crm.campaigns().byTrackingCode(code)).isPresent();
    }

    @Test
    void aCampaignOfFiveThousandMembersIsFrozenSentAndCountedInTime() {
        List<CustomerId> parties = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            int chunk = i;
            parties.addAll(crm.inTransaction(s -> {
                List<CustomerId> made = new ArrayList<>();
                for (int j = 0; j < 1_000; j++) {
                    made.add(s.customers()
                            .register(NewCustomer.organization("Works " + chunk + "-" + j))
                            .id());
                }
                return made;
            }));
        }
        SegmentId all = segment(parties);
        Campaign campaign = crm.campaigns().plan(NewCampaign.of("c", "C", Channel.EMAIL));
        long begin = System.nanoTime();
        assertThat(crm.campaigns().freezeAudience(campaign.id(), all, now).added())
                .isEqualTo(5_000);
        now = now.plusSeconds(60);
        assertThat(crm.campaigns().markSent(campaign.id(), now)).isEqualTo(5_000);
        assertThat(crm.campaigns().results(campaign.id()).counts().sent()).isEqualTo(5_000);

        assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(10));
    }
}
