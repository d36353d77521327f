package org.sambandh.crm.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.sambandh.crm.pipeline.TestDeals.INR;
import static org.sambandh.crm.pipeline.TestDeals.inr;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sambandh.crm.common.CustomerId;
import org.sambandh.crm.common.ExternalRef;
import org.sambandh.crm.common.Invalid;
import org.sambandh.crm.common.Money;
import org.sambandh.crm.common.NotFound;
import org.sambandh.crm.common.OpportunityId;
import org.sambandh.crm.common.PipelineId;
import org.sambandh.crm.common.ProductId;
import org.sambandh.crm.common.RuleViolation;
import org.sambandh.crm.common.StaleRevision;
import org.sambandh.crm.common.TeamId;
import org.sambandh.crm.condition.Conditions;
import org.sambandh.crm.event.Event;
import org.sambandh.crm.field.Attributes;
import org.sambandh.crm.team.Ownership;

class OpportunitiesTest {

    private static final ProductId MILL = new ProductId("mill");
    private static final OpportunityId NOBODY = new OpportunityId("nobody");

    private final Desk desk = new Desk();
    private CustomerId steelworks = TestDeals.STEELWORKS;

    @BeforeEach
    void aCustomer() {
        steelworks = desk.customer("Steelworks");
    }

    private Opportunity opened() {
        return desk.deals()
                .open(NewOpportunity.named("Rolling mill")
                        .customer(steelworks)
                        .stage("qualify")
                        .amount(inr("500000.00")));
    }

    /** Refused with that rule, and neither the deal nor the events changed. */
    private void refused(String rule, OpportunityId id, ThrowingCallable call) {
        Opportunity before = desk.deals().get(id);
        List<Event> events = desk.events();
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        RuleViolation.class, e -> assertThat(e.rule()).isEqualTo(rule));
        Opportunity after = desk.deals().get(id);
        assertThat(DealRules.same(before, after)).isTrue();
        assertThat(after.revision()).isEqualTo(before.revision());
        assertThat(desk.events()).isEqualTo(events);
    }

    /** Worked example 2 of the domain rules. */
    @Test
    void aDealLostReopenedAndWonBesideAVoidTwin() {
        OpportunityId id = opened().id();
        OpportunityId twin = opened().id();
        desk.on("2026-04-11").deals().moveTo(id, "proposal");
        desk.on("2026-04-21").deals().lose(id, "price");
        desk.deals().voidAs(twin, VoidReason.DUPLICATE);
        desk.on("2026-05-01").deals().reopen(id, "proposal", "asked again");
        Opportunity won = desk.on("2026-05-06").deals().win(id);

        DealHistory history = won.history();
        assertThat(history.timeIn("qualify", TestDeals.instant("2026-06-01"))).contains(Duration.ofDays(10));
        assertThat(history.timeIn("proposal", TestDeals.instant("2026-06-01"))).contains(Duration.ofDays(15));
        assertThat(history.timeInNoStage()).isEqualTo(Duration.ofDays(10));
        assertThat(history.cycleTime()).contains(Duration.ofDays(35));

        PipelineFigures figures = desk.deals().figures(Conditions.always());
        assertThat(figures.winLoss().won()).isEqualTo(1);
        assertThat(figures.winLoss().lost()).isZero();
        assertThat(figures.winLoss().winRate()).contains(new BigDecimal("1.000000"));
        assertThat(figures.winLoss(YearMonth.of(2026, 5)).wonAmount(INR)).isEqualTo(inr("500000.00"));
        assertThat(figures.winLoss(YearMonth.of(2026, 4)).wonAmount(INR)).isEqualTo(inr("0"));
        WinLoss april = figures.winLossAsOf(LocalDate.parse("2026-04-30"));
        assertThat(april.lost()).isEqualTo(1);
        assertThat(april.won()).isZero();
        assertThat(april.winRate()).contains(new BigDecimal("0.000000"));

        assertThat(desk.eventTypes(id))
                .containsExactly(
                        "opportunity.opened",
                        "opportunity.stageChanged",
                        "opportunity.lost",
                        "opportunity.reopened",
                        "opportunity.won");
        assertThat(desk.eventTypes(twin)).containsExactly("opportunity.opened", "opportunity.voided");
    }

    @Test
    void eventsNameTheCustomerTheReasonAndWhatChanged() {
        OpportunityId id = opened().id();
        desk.on("2026-04-21").deals().lose(id, "price", "Acme");
        Event lost = desk.events().get(desk.events().size() - 1);
        assertThat(lost.concerning()).extracting(Object::toString).containsExactly("customer " + steelworks);
        assertThat(lost.data()).containsEntry("reason", "price");
        assertThat(lost.changes())
                .filteredOn(c -> c.field().equals("outcome"))
                .singleElement()
                .satisfies(c -> {
                    assertThat(c.before()).isEqualTo("OPEN");
                    assertThat(c.after()).isEqualTo("LOST");
                });
    }

    @Test
    void wonWithoutACustomerIsRefusedUntilOneIsLinked() {
        OpportunityId id = desk.deals().open(NewOpportunity.named("Mill")).id();
        refused("won-needs-customer", id, () -> desk.deals().win(id));
        desk.deals().linkCustomer(id, steelworks);
        assertThat(desk.deals().win(id).outcome()).isEqualTo(Outcome.won());
        assertThat(desk.eventTypes(id))
                .containsExactly("opportunity.opened", "opportunity.customerLinked", "opportunity.won");
    }

    @Test
    void badInputIsRefusedAndLeavesNothingHalfWritten() {
        OpportunityId id = opened().id();
        refused("unknown-stage", id, () -> desk.deals().moveTo(id, "nirvana"));
        refused("stage-closes", id, () -> desk.deals().moveTo(id, "won"));
        refused("amount-below-zero", id, () -> desk.deals().changeAmount(id, inr("-1")));
        refused("deal-open", id, () -> desk.deals().reopen(id, "proposal", "why"));
        refused("close-before-engage", id, () -> desk.on("2026-03-31").deals().win(id));
        refused("not-before-history", id, () -> desk.on("2026-03-31").deals().moveTo(id, "proposal"));
        desk.on("2026-04-02").deals().addLine(id, Line.of(MILL, 1, inr("10")));
        refused("one-currency", id, () -> desk.deals().addLine(id, Line.of(MILL, 1, Money.of(10, "USD"))));
        refused("amount-from-lines", id, () -> desk.deals().changeAmount(id, inr("11")));
        desk.deals().lose(id, "price");
        refused("deal-closed", id, () -> desk.deals().moveTo(id, "proposal"));
        assertThatThrownBy(() -> desk.deals().lose(opened().id(), " ")).isInstanceOf(Invalid.class);
    }

    @Test
    void openingWithBadInputStoresNothing() {
        NewOpportunity good = NewOpportunity.named("Mill").customer(steelworks);
        assertThatThrownBy(() -> desk.deals().open(good.stage("nirvana"))).isInstanceOf(RuleViolation.class);
        assertThatThrownBy(() -> desk.deals().open(good.amount(inr("-1")))).isInstanceOf(RuleViolation.class);
        assertThatThrownBy(() -> desk.deals().open(good.customer(new CustomerId("nobody"))))
                .isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> desk.deals().open(good.pipeline(new PipelineId("none"))))
                .isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> desk.deals().open(good.owner(new Ownership(null, new TeamId("none")))))
                .isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> desk.deals().open(good.stakeholder(Stakeholder.of(new CustomerId("nobody"), "buyer"))))
                .isInstanceOf(NotFound.class);
        assertThat(desk.deals().figures(Conditions.always()).size()).isZero();
        assertThat(desk.events()).noneMatch(e -> e.type().startsWith("opportunity"));
    }

    @Test
    void aForeignTenantsDealIsAnsweredLikeOneThatWasNeverGiven() {
        OpportunityId id = opened().id();
        assertThatThrownBy(() -> desk.foreignDeals().get(id)).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> desk.foreignDeals().win(id)).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> desk.foreignDeals().delete(id)).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> desk.deals().get(NOBODY)).isInstanceOf(NotFound.class);
        assertThat(desk.foreignDeals().figures(Conditions.always()).size()).isZero();
        assertThatThrownBy(() ->
                        desk.foreignDeals().open(NewOpportunity.named("Mill").customer(steelworks)))
                .isInstanceOf(NotFound.class);
        assertThat(desk.deals().get(id).isOpen()).isTrue();
    }

    @Test
    void aStaleRevisionIsRefusedAndLeavesTheDealAlone() {
        Opportunity read = opened();
        desk.deals().changeAmount(read.id(), inr("600000"));
        int events = desk.events().size();
        assertThatThrownBy(() -> desk.deals()
                        .change(read, deal -> deal.toBuilder().name("stale").build()))
                .isInstanceOf(StaleRevision.class);
        assertThat(desk.events()).hasSize(events);
        Opportunity fresh = desk.deals().get(read.id());
        assertThat(fresh.name()).isEqualTo("Rolling mill");
        assertThat(desk.deals()
                        .change(fresh, deal -> deal.toBuilder().name("Mill").build())
                        .name())
                .isEqualTo("Mill");
        assertThat(desk.deals().get(read.id()).amount()).contains(inr("600000"));
    }

    @Test
    void whatChangesNothingWritesNothingAndRecordsNothing() {
        Opportunity deal = opened();
        int events = desk.events().size();
        desk.deals().moveTo(deal.id(), "qualify");
        desk.deals().changeAmount(deal.id(), inr("500000"));
        desk.deals().followStage(deal.id());
        desk.deals().linkCustomer(deal.id(), steelworks);
        desk.deals().assign(deal.id(), null);
        assertThat(desk.deals().get(deal.id()).revision()).isEqualTo(deal.revision());
        assertThat(desk.events()).hasSize(events);
    }

    @Test
    void linesAreAddedChangedAndRemovedByNumber() {
        OpportunityId id = opened().id();
        desk.deals().addLine(id, Line.of(MILL, 2, inr("10")));
        Opportunity two = desk.deals().addLine(id, Line.of(MILL, 1, inr("5")));
        assertThat(two.amount()).contains(inr("25"));
        Line second = two.lines().get(1);
        Opportunity changed = desk.deals().changeLine(id, second.less(Discount.percent(BigDecimal.TEN)));
        assertThat(changed.amount()).contains(inr("24.50"));
        assertThat(desk.deals().removeLine(id, 1).amount()).contains(inr("4.50"));
        assertThatThrownBy(() -> desk.deals().removeLine(id, 1)).isInstanceOf(Invalid.class);
        assertThatThrownBy(() -> desk.deals().changeLine(id, second.numbered(7)))
                .isInstanceOf(Invalid.class);
        assertThat(desk.deals().removeLine(id, 2).amount()).contains(inr("4.50"));
    }

    @Test
    void theProbabilityIsSetByHandAndFollowsTheStageAgain() {
        OpportunityId id = opened().id();
        assertThat(desk.deals().setProbability(id, BigDecimal.ZERO).probability())
                .isEqualByComparingTo("0");
        assertThat(desk.deals().followStage(id).probability()).isEqualByComparingTo("0.25");
        assertThatThrownBy(() -> desk.deals().setProbability(id, new BigDecimal("1.1")))
                .isInstanceOf(Invalid.class);
    }

    @Test
    void aDealIsGivenToATeamThatExists() {
        OpportunityId id = opened().id();
        TeamId east = desk.team("east");
        Opportunity owned = desk.deals().assign(id, Ownership.of(east));
        assertThat(OpportunityFields.OWNER_TEAM.get(owned)).isEqualTo(east);
        assertThatThrownBy(() -> desk.deals().assign(id, Ownership.of(new TeamId("none"))))
                .isInstanceOf(NotFound.class);
        assertThat(desk.deals().get(id).owner()).contains(Ownership.of(east));
    }

    @Test
    void stakeholdersAreAddedReplacedAndRemoved() {
        OpportunityId id = opened().id();
        CustomerId buyer = desk.customer("Buyer");
        desk.deals().addStakeholder(id, Stakeholder.of(buyer, "decision-maker"));
        Opportunity primary = desk.deals()
                .addStakeholder(id, Stakeholder.of(buyer, "decision-maker").asPrimary());
        assertThat(primary.stakeholders()).containsExactly(new Stakeholder(buyer, "decision-maker", true, null, null));
        assertThatThrownBy(() ->
                        desk.deals().addStakeholder(id, Stakeholder.of(new CustomerId("nobody"), "decision-maker")))
                .isInstanceOf(NotFound.class);
        assertThat(desk.deals().removeStakeholder(id, buyer, "decision-maker").stakeholders())
                .isEmpty();
    }

    @Test
    void fieldsAreSetByName() {
        OpportunityId id = opened().id();
        LocalDate day = LocalDate.parse("2026-06-30");
        assertThat(desk.deals().set(id, OpportunityFields.EXPECTED_CLOSE, day).expectedClose())
                .contains(day);
        assertThatThrownBy(() -> desk.deals().set(id, OpportunityFields.STAGE, "won"))
                .isInstanceOf(Invalid.class);
        assertThatThrownBy(() -> desk.deals().set(id, OpportunityFields.CUSTOMER, new CustomerId("nobody")))
                .isInstanceOf(NotFound.class);
    }

    @Test
    void dealsAreFoundByReferenceAndByCustomer() {
        ExternalRef ref = new ExternalRef("erp", "quote", "Q-1");
        Opportunity deal = desk.deals()
                .open(NewOpportunity.named("Mill").customer(steelworks).externalRef(ref));
        assertThat(desk.deals().findByRef(ref)).contains(deal);
        assertThat(desk.deals().findByRef(new ExternalRef("erp", "quote", "Q-2")))
                .isEmpty();
        assertThat(desk.deals().of(steelworks)).containsExactly(deal);
    }

    @Test
    void aDeletedDealIsGoneAndSaysSo() {
        OpportunityId id = opened().id();
        desk.deals().delete(id);
        assertThatThrownBy(() -> desk.deals().get(id)).isInstanceOf(NotFound.class);
        assertThat(desk.eventTypes(id)).containsExactly("opportunity.opened", "opportunity.deleted");
    }

    @Test
    void aMergedCustomerIsFoundUnderItsNewId() {
        CustomerId survivor = desk.customer("Survivor");
        OpportunityId before = opened().id();
        desk.run(unit -> {
            new DealCustomerData().repoint(unit, steelworks, survivor);
            unit.repositories().redirects().redirect(steelworks, survivor);
            return survivor;
        });
        Opportunity after = opened();
        assertThat(after.customer()).contains(survivor);
        assertThat(desk.deals().of(steelworks)).extracting(Opportunity::id).containsExactly(before, after.id());
        assertThat(desk.deals()
                        .set(before, OpportunityFields.CUSTOMER, steelworks)
                        .customer())
                .contains(survivor);
        assertThat(desk.deals()
                        .addStakeholder(before, Stakeholder.of(steelworks, "buyer"))
                        .stakeholders())
                .extracting(Stakeholder::party)
                .containsExactly(survivor);
    }

    @Test
    void undeclaredAttributesAreRefused() {
        Opportunity read = opened();
        Attributes attributes = Attributes.of(Map.of("tier", "gold"));
        assertThatThrownBy(() -> desk.deals().change(read, deal -> deal.withAttributes(attributes)))
                .isInstanceOf(Invalid.class);
        assertThatThrownBy(() -> desk.deals().open(NewOpportunity.named("Mill").attributes(attributes)))
                .isInstanceOf(Invalid.class);
        assertThat(desk.deals().get(read.id()).attributes().isEmpty()).isTrue();
    }
}
