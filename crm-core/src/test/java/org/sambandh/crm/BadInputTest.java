package org.sambandh.crm;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.sambandh.crm.callcentre.CallEntry;
import org.sambandh.crm.callcentre.CallList;
import org.sambandh.crm.callcentre.CallReport;
import org.sambandh.crm.callcentre.NewCallList;
import org.sambandh.crm.campaign.Campaign;
import org.sambandh.crm.campaign.CampaignCost;
import org.sambandh.crm.campaign.NewCampaign;
import org.sambandh.crm.common.Actor;
import org.sambandh.crm.common.CustomerId;
import org.sambandh.crm.common.EntityRef;
import org.sambandh.crm.common.ExternalRef;
import org.sambandh.crm.common.Invalid;
import org.sambandh.crm.common.Money;
import org.sambandh.crm.common.ProductId;
import org.sambandh.crm.common.Quantity;
import org.sambandh.crm.common.RuleViolation;
import org.sambandh.crm.common.SegmentId;
import org.sambandh.crm.common.TicketId;
import org.sambandh.crm.common.UserId;
import org.sambandh.crm.condition.Conditions;
import org.sambandh.crm.customer.Customer;
import org.sambandh.crm.customer.NewCustomer;
import org.sambandh.crm.interaction.Channel;
import org.sambandh.crm.purchase.NewPurchase;
import org.sambandh.crm.purchase.NewReturn;
import org.sambandh.crm.purchase.Purchase;
import org.sambandh.crm.settings.TenantSettings;
import org.sambandh.crm.settings.WorkingCalendar;
import org.sambandh.crm.survey.NewQuestionnaire;
import org.sambandh.crm.survey.NewResponse;
import org.sambandh.crm.survey.Question;
import org.sambandh.crm.survey.QuestionType;
import org.sambandh.crm.ticket.NewTicket;
import org.sambandh.crm.ticket.PriorityTarget;
import org.sambandh.crm.ticket.ServicePolicy;
import org.sambandh.crm.ticket.ServiceRule;

/**
 * What sale, service and marketing refuse: each a typed error, and in the store not one entity more, less or of another
 * revision than before, events included.
 */
class BadInputTest {

    private static final ProductId DRILL = new ProductId("drill");
    private static final LocalDate DAY = LocalDate.of(2026, 11, 23);

    private Instant now = Instant.parse("2026-11-23T10:00:00Z");
    private final CrmSession crm = Crm.inMemory(
                    TenantSettings.of(ZoneId.of("UTC"), Currency.getInstance("INR")), () -> now)
            .as(Actor.user("meera"));
    private final CustomerId asha = crm.customers()
            .registerProvisional(NewCustomer.person("Asha").phone("+919812345678"))
            .id();

    private void rule(String rule, ThrowingCallable call) {
        assertThat(Everything.refused(crm, call))
                .isInstanceOfSatisfying(
                        RuleViolation.class, e -> assertThat(e.rule()).isEqualTo(rule));
    }

    private void invalid(String path, ThrowingCallable call) {
        assertThat(Everything.refused(crm, call))
                .isInstanceOfSatisfying(Invalid.class, e -> assertThat(e.path()).isEqualTo(path));
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

    private NewPurchase drills() {
        return NewPurchase.by(asha, now.minus(Duration.ofDays(1)))
                .line("1", DRILL, pieces(3), rupees(30))
                .line("2", DRILL, pieces(3), rupees(30));
    }

    private SegmentId segment(CustomerId... parties) {
        SegmentId id = crm.segments()
                .defineStatic("S" + parties.length, Customer.class)
                .id();
        for (CustomerId party : parties) {
            crm.segments().add(id, EntityRef.of(party));
        }
        return id;
    }

    @Test
    void aReturnBeforeItsOrderWritesNeitherReturnNorPurchase() {
        Purchase order = crm.purchases().record(ref("1"), drills()).entity();
        Instant before = order.purchasedAt().minusSeconds(1);

        rule(
                "return-before-purchase",
                () -> crm.purchases()
                        .recordReturn(ref("r"), NewReturn.of(order.id(), before).line("1", pieces(1))));
    }

    @Test
    void aReturnOfWhichTheLastLineIsTooMuchGivesNothingBackOfTheFirst() {
        Purchase order = crm.purchases().record(ref("1"), drills()).entity();

        rule(
                "over-return",
                () -> crm.purchases()
                        .recordReturn(
                                ref("r"),
                                NewReturn.of(order.id(), now)
                                        .line("1", pieces(1))
                                        .line("2", pieces(4))));
        rule(
                "one-currency",
                () -> crm.purchases()
                        .recordReturn(
                                ref("r"),
                                NewReturn.of(order.id(), now)
                                        .line("1", pieces(1))
                                        .line("2", pieces(1), Money.of(1, "USD"))));
        assertThat(crm.purchases().get(order.id()).refunded()).isEqualTo(rupees(0));
    }

    @Test
    void aNegativeQuantityOutsideAReturnDoesNotEvenEstablishTheBuyer() {
        rule(
                "negative-quantity",
                () -> crm.purchases().record(ref("1"), drills().line("3", DRILL, pieces(-1), rupees(1))));
        rule(
                "one-currency",
                () -> crm.purchases().record(ref("1"), drills().line("3", DRILL, pieces(1), Money.of(1, "USD"))));
        invalid(
                "purchase.lines",
                () -> crm.purchases().record(ref("1"), drills().line("1", DRILL, pieces(1), rupees(1))));
        assertThat(crm.customers().get(asha).standing().name()).isEqualTo("PROVISIONAL");
    }

    @Test
    void aTicketClosedTwiceOrPausedTwiceStaysAsItIs() {
        TicketId id = crm.tickets().open(NewTicket.about("x").customer(asha)).id();
        crm.tickets().pause(id);
        now = now.plusSeconds(60);
        rule("ticket-waiting", () -> crm.tickets().pause(id));
        crm.tickets().close(id);
        now = now.plusSeconds(60);
        rule("ticket-closed", () -> crm.tickets().close(id));
        rule("ticket-closed", () -> crm.tickets().pause(id));
    }

    @Test
    void aTargetWithoutACalendarMakesNoPolicyAndOneThatNeverOpensNoTicketAndNoNumber() {
        ServiceRule always = ServiceRule.of("all", new PriorityTarget(1, Duration.ofHours(1), Duration.ofHours(8)));
        invalid(
                "servicePolicy.rules.all.calendar",
                () -> crm.servicePolicies()
                        .save(ServicePolicy.builder(ServicePolicy.DEFAULT)
                                .rules(List.of(always.by("gone")))
                                .build()));
        crm.servicePolicies()
                .save(ServicePolicy.builder(ServicePolicy.DEFAULT)
                        .calendars(Map.of("never", WorkingCalendar.of(ZoneOffset.UTC)))
                        .rules(List.of(always.by("never")))
                        .build());
        rule("calendar-opens", () -> crm.tickets().open(NewTicket.about("x").priority(1)));
    }

    @Test
    void aCampaignToAnEmptySegmentStaysWithoutAnAudienceAndAMemberIsThereOnce() {
        Campaign campaign = crm.campaigns().plan(NewCampaign.of("fair", "Fair", Channel.EMAIL));
        SegmentId nobody = segment();
        SegmentId one = segment(asha);

        rule("campaign-audience-empty", () -> crm.campaigns().freezeAudience(campaign.id(), nobody, now));
        crm.campaigns().freezeAudience(campaign.id(), one, now);
        rule("campaign-member-twice", () -> crm.campaigns().addMember(campaign.id(), asha));
    }

    @Test
    void aCallOutsideHoursIsNeitherClaimedNorReported() {
        UserId ravi = crm.teams().addUser(new UserId("ravi"), "Ravi").id();
        crm.calls().saveAgent(ravi, List.of(), true);
        CallList list = crm.calls().make(NewCallList.of("Renewals"));
        crm.calls().freeze(list.id(), segment(asha), now);
        CallEntry entry =
                crm.calls().entries(Conditions.always(), 1, null).items().get(0);
        now = Instant.parse("2026-11-23T22:00:00Z");

        rule("call-outside-hours", () -> crm.calls().claim(entry.id(), ravi, now));
        rule("call-not-claimed", () -> crm.calls().record(CallReport.of(entry.id(), ravi, "no-answer")));
        assertThat(crm.calls().nextFor(ravi, now)).isEmpty();
    }

    @Test
    void anAnswerOfTheWrongTypeLeavesNoResponseNoInteractionAndAnInvitationThatCanBeAnswered() {
        var form = crm.surveys()
                .define(NewQuestionnaire.of(
                        "nps",
                        "After",
                        Question.of("recommend", "Would you?", QuestionType.NPS),
                        Question.of("why", "Why?", QuestionType.TEXT)));
        String code = crm.surveys().invite(form.id(), asha).code().orElseThrow();

        invalid(
                "answers.why",
                () -> crm.surveys()
                        .answer(code, NewResponse.given().score("recommend", 9).score("why", 9)));
        assertThat(crm.surveys()
                        .answer(code, NewResponse.given().score("recommend", 9))
                        .nps())
                .hasValue(9);
    }

    @Test
    void aCostInAnotherCurrencyIsNotEntered() {
        NewCampaign fair = NewCampaign.of("fair", "Fair", Channel.EMAIL);
        Campaign campaign =
                crm.campaigns().upsert(ref("c"), fair.budget(rupees(100))).entity();
        crm.campaigns().addCost(campaign.id(), CampaignCost.of(DAY, rupees(1)));

        rule(
                "campaign-currency",
                () -> crm.campaigns().addCost(campaign.id(), CampaignCost.of(DAY, Money.of(1, "USD"))));
        rule("campaign-currency", () -> crm.campaigns().upsert(ref("c"), fair.budget(Money.of(1, "USD"))));
    }
}
