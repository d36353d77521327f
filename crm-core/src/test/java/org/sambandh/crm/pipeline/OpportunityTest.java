package org.sambandh.crm.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.sambandh.crm.pipeline.TestDeals.INR;
import static org.sambandh.crm.pipeline.TestDeals.STEELWORKS;
import static org.sambandh.crm.pipeline.TestDeals.USD;
import static org.sambandh.crm.pipeline.TestDeals.aDeal;
import static org.sambandh.crm.pipeline.TestDeals.closed;
import static org.sambandh.crm.pipeline.TestDeals.created;
import static org.sambandh.crm.pipeline.TestDeals.inr;
import static org.sambandh.crm.pipeline.TestDeals.lostReopenedWon;
import static org.sambandh.crm.pipeline.TestDeals.morning;
import static org.sambandh.crm.pipeline.TestDeals.stage;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.sambandh.crm.common.CustomerId;
import org.sambandh.crm.common.Invalid;
import org.sambandh.crm.common.Money;
import org.sambandh.crm.common.ProductId;
import org.sambandh.crm.common.Revision;
import org.sambandh.crm.common.RuleViolation;

class OpportunityTest {

    private static final ProductId MILL = new ProductId("mill");

    private static void refused(String rule, ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        RuleViolation.class, e -> assertThat(e.rule()).isEqualTo(rule));
    }

    @Test
    void aDealNeedsOnlyANameAndStartsInTheFirstOpenStage() {
        Opportunity deal = created("d", NewOpportunity.named("Rolling mill"), "2026-04-01");
        assertThat(deal.stage()).isEqualTo("prospecting");
        assertThat(deal.customer()).isEmpty();
        assertThat(deal.amount()).isEmpty();
        assertThat(deal.isOpen()).isTrue();
        assertThat(deal.revision()).isEqualTo(Revision.NEW);
        assertThat(deal.history().openedOn()).isEqualTo("2026-04-01");
        assertThat(deal.history().stageEnteredAt())
                .contains(morning("2026-04-01").at());
    }

    @Test
    void probabilityFollowsTheStageUntilItIsSetByHandAndZeroIsNotAbsent() {
        Opportunity deal = aDeal("d");
        assertThat(deal.probability()).isEqualByComparingTo("0.25");
        assertThat(deal.moveTo(stage("proposal"), morning("2026-04-11")).probability())
                .isEqualByComparingTo("0.6");
        Opportunity byHand = OpportunityFields.PROBABILITY.set(deal, BigDecimal.ZERO);
        assertThat(byHand.probability()).isEqualByComparingTo("0");
        assertThat(byHand.probabilityByHand()).isPresent();
        assertThat(byHand.moveTo(stage("proposal"), morning("2026-04-11")).probability())
                .isEqualByComparingTo("0");
        assertThat(OpportunityFields.PROBABILITY.set(byHand, null).probability())
                .isEqualByComparingTo("0.25");
    }

    @Test
    void probabilityIsOneOnceWonAndZeroOnceLost() {
        assertThat(closed(aDeal("d"), Outcome.won(), "2026-04-02").probability())
                .isEqualByComparingTo("1");
        assertThat(closed(aDeal("d"), Outcome.lost("price"), "2026-04-02").probability())
                .isEqualByComparingTo("0");
    }

    @Test
    void probabilityAboveOneBelowZeroOrTooFineIsRefused() {
        for (String wrong : List.of("1.0001", "-0.1", "0.12345", "1e-999999999")) {
            assertThatThrownBy(() -> OpportunityFields.PROBABILITY.set(aDeal("d"), new BigDecimal(wrong)))
                    .as(wrong)
                    .isInstanceOf(Invalid.class);
        }
    }

    @Test
    void wonWithoutACustomerIsRefused() {
        Opportunity nobody = created("d", NewOpportunity.named("Rolling mill"), "2026-04-01");
        refused("won-needs-customer", () -> closed(nobody, Outcome.won(), "2026-04-02"));
        assertThat(closed(nobody, Outcome.lost("price"), "2026-04-02").isOpen()).isFalse();
    }

    @Test
    void aWonDealCannotLoseItsCustomer() {
        Opportunity won = closed(aDeal("d"), Outcome.won(), "2026-04-02");
        refused("won-needs-customer", () -> OpportunityFields.CUSTOMER.set(won, null));
    }

    @Test
    void amountBelowZeroIsRefused() {
        refused("amount-below-zero", () -> aDeal("d").changeAmount(inr("-0.01")));
        assertThat(aDeal("d").changeAmount(inr("0")).amount()).contains(inr("0"));
    }

    @Test
    void aLineTotalBelowZeroIsRefused() {
        refused("amount-below-zero", () -> Line.of(MILL, 1, inr("-1")));
        refused("amount-below-zero", () -> Line.of(MILL, 1, inr("10")).less(Discount.amount(new BigDecimal("10.01"))));
    }

    @Test
    void closeBeforeEngageIsRefused() {
        Opportunity engaged = OpportunityFields.ENGAGED_ON.set(aDeal("d"), LocalDate.parse("2026-04-05"));
        refused("close-before-engage", () -> closed(engaged, Outcome.won(), "2026-04-04"));
        assertThat(closed(engaged, Outcome.won(), "2026-04-05").closedOn()).contains(LocalDate.parse("2026-04-05"));
    }

    @Test
    void closeBeforeOpenedIsRefused() {
        refused("close-before-engage", () -> closed(aDeal("d"), Outcome.won(), "2026-03-31"));
    }

    @Test
    void aClosedDealCannotBeEngagedAfterItsClose() {
        Opportunity won = closed(aDeal("d"), Outcome.won(), "2026-04-05");
        refused("close-before-engage", () -> OpportunityFields.ENGAGED_ON.set(won, LocalDate.parse("2026-04-06")));
    }

    @Test
    void aClosedDealMovesOnlyAfterReopening() {
        Opportunity lost = closed(aDeal("d"), Outcome.lost("price"), "2026-04-21");
        assertThatThrownBy(() -> lost.moveTo(stage("proposal"), morning("2026-04-22")))
                .isInstanceOf(RuleViolation.class)
                .hasMessageContaining("closed as LOST on 2026-04-21. Reopen it first")
                .hasMessageContaining("deal-closed");
        refused("deal-closed", () -> closed(lost, Outcome.won(), "2026-04-22"));
    }

    @Test
    void anOpenDealCannotBeReopenedAndReopeningNeedsAReason() {
        refused("deal-open", () -> aDeal("d").reopen(stage("proposal"), "why", morning("2026-04-22")));
        Opportunity lost = closed(aDeal("d"), Outcome.lost("price"), "2026-04-21");
        assertThatThrownBy(() -> lost.reopen(stage("proposal"), " ", morning("2026-04-22")))
                .isInstanceOf(Invalid.class);
        refused("not-before-history", () -> lost.reopen(stage("proposal"), "why", morning("2026-04-20")));
    }

    @Test
    void noDealIsWorkedOnInAStageThatCloses() {
        refused("stage-closes", () -> aDeal("d").moveTo(stage("won"), morning("2026-04-22")));
        Opportunity lost = closed(aDeal("d"), Outcome.lost("price"), "2026-04-21");
        refused("stage-closes", () -> lost.reopen(stage("won"), "why", morning("2026-04-22")));
    }

    @Test
    void anUnknownStageIsATypedError() {
        refused("unknown-stage", () -> Pipeline.standard().stage("nirvana"));
        refused("unknown-stage", () -> created("d", NewOpportunity.named("x").stage("nirvana"), "2026-04-01"));
    }

    @Test
    void aLostDealKeepsItsAmountReasonAndCompetitor() {
        Opportunity lost = closed(aDeal("d"), Outcome.lost("price", "Acme"), "2026-04-21");
        assertThat(lost.amount()).contains(inr("500000.00"));
        assertThat(OpportunityFields.LOST_REASON.get(lost)).isEqualTo("price");
        assertThat(OpportunityFields.COMPETITOR.get(lost)).isEqualTo("Acme");
        assertThat(lost.stage()).isEqualTo("lost");
    }

    @Test
    void reopeningLetsTheProbabilityFollowTheStageAgain() {
        Opportunity byHand = OpportunityFields.PROBABILITY.set(aDeal("d"), new BigDecimal("0.9"));
        Opportunity lost = closed(byHand, Outcome.lost("price"), "2026-04-21");
        Opportunity open = lost.reopen(stage("proposal"), "asked again", morning("2026-05-01"));
        assertThat(open.probability()).isEqualByComparingTo("0.6");
        assertThat(open.stage()).isEqualTo("proposal");
    }

    @Test
    void theAmountIsTheSumOfTheLines() {
        Opportunity deal = OpportunityFields.AMOUNT.set(aDeal("d"), null).toBuilder()
                .lines(List.of(Line.of(MILL, 3, inr("0.10")), Line.of(MILL, 1, inr("0.20"))))
                .build();
        assertThat(deal.amount()).contains(inr("0.50"));
        assertThat(deal.lines()).extracting(Line::number).containsExactly(1, 2);
        refused("amount-from-lines", () -> deal.changeAmount(inr("1")));
    }

    @Test
    void aLineWithoutAPriceLeavesTheAmountAsItWasGiven() {
        Line unpriced = Line.unpriced(MILL, INR);
        Opportunity deal =
                aDeal("d").toBuilder().lines(List.of(unpriced)).amount(null).build();
        assertThat(deal.amount()).isEmpty();
        assertThat(deal.changeAmount(inr("7")).amount()).contains(inr("7"));
        refused("one-currency", () -> deal.changeAmount(Money.of("7", "USD")));
    }

    @Test
    void linesInTwoCurrenciesAreRefused() {
        List<Line> mixed = List.of(Line.of(MILL, 1, inr("1")), Line.of(MILL, 1, Money.of(1, "USD")));
        refused("one-currency", () -> aDeal("d").toBuilder().lines(mixed).build());
        List<Line> unpriced = List.of(Line.of(MILL, 1, inr("1")), Line.unpriced(MILL, USD));
        refused("one-currency", () -> aDeal("d").toBuilder().lines(unpriced).build());
    }

    @Test
    void twoLinesCannotShareANumber() {
        Line line = Line.of(MILL, 1, inr("1")).numbered(1);
        assertThatThrownBy(
                        () -> aDeal("d").toBuilder().lines(List.of(line, line)).build())
                .isInstanceOf(Invalid.class);
    }

    @Test
    void onlyOneStakeholderIsPrimaryAtATime() {
        Stakeholder first = new Stakeholder(
                STEELWORKS, "buyer", true, LocalDate.parse("2026-01-01"), LocalDate.parse("2026-06-30"));
        Stakeholder next = new Stakeholder(new CustomerId("other"), "buyer", true, LocalDate.parse("2026-07-01"), null);
        assertThat(aDeal("d").toBuilder()
                        .stakeholders(List.of(first, next))
                        .build()
                        .stakeholders())
                .hasSize(2);
        assertThatThrownBy(() -> aDeal("d").toBuilder()
                        .stakeholders(List.of(first, first.asPrimary().of(new CustomerId("other"))))
                        .build())
                .isInstanceOf(Invalid.class)
                .hasMessageContaining("primary");
        assertThatThrownBy(() -> new Stakeholder(
                        STEELWORKS, "buyer", true, LocalDate.parse("2026-02-01"), LocalDate.parse("2026-01-31")))
                .isInstanceOf(Invalid.class);
    }

    @Test
    void theBuilderRebuildsEveryPartOfADeal() {
        Opportunity deal = lostReopenedWon("d");
        assertThat(DealRules.same(deal, deal.toBuilder().build())).isTrue();
        assertThat(deal.toBuilder().build()).isEqualTo(deal);
        assertThat(DealRules.same(deal, deal.toBuilder().name("other").build())).isFalse();
    }

    @Test
    void aBuilderThatIsUsedOnChangesNoDealItBuilt() {
        Opportunity.Builder builder = aDeal("d").toBuilder();
        Opportunity built = builder.build();
        builder.name("changed later");
        assertThat(built.name()).isEqualTo("Rolling mill");
    }

    @Test
    void toStringNamesNobody() {
        Opportunity deal = aDeal("d");
        assertThat(deal.toString()).contains("opportunity d").doesNotContain("Rolling");
        assertThat(NewOpportunity.named("Rolling mill").toString()).doesNotContain("Rolling");
    }
}
