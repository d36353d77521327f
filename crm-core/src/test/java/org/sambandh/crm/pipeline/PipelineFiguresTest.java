package org.sambandh.crm.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.sambandh.crm.pipeline.TestDeals.INR;
import static org.sambandh.crm.pipeline.TestDeals.USD;
import static org.sambandh.crm.pipeline.TestDeals.aDeal;
import static org.sambandh.crm.pipeline.TestDeals.closed;
import static org.sambandh.crm.pipeline.TestDeals.inr;
import static org.sambandh.crm.pipeline.TestDeals.lostReopenedWon;
import static org.sambandh.crm.pipeline.TestDeals.morning;
import static org.sambandh.crm.pipeline.TestDeals.stage;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.sambandh.crm.common.Money;
import org.sambandh.crm.common.ProductId;
import org.sambandh.crm.common.RuleViolation;
import org.sambandh.crm.common.TeamId;
import org.sambandh.crm.team.Ownership;

class PipelineFiguresTest {

    private static final Opportunity TWIN = closed(aDeal("twin"), Outcome.voided(VoidReason.DUPLICATE), "2026-04-21");

    /** Worked example 2 of the domain rules. */
    private static final PipelineFigures EXAMPLE = PipelineFigures.of(List.of(lostReopenedWon("deal"), TWIN));

    @Test
    void lostReopenedAndWonCountsAsOneWonDealInTheMonthOfTheLatestClose() {
        WinLoss now = EXAMPLE.winLoss();
        assertThat(now.won()).isEqualTo(1);
        assertThat(now.lost()).isZero();
        assertThat(now.winRate()).contains(new BigDecimal("1.000000"));
        assertThat(EXAMPLE.winLoss(YearMonth.of(2026, 5)).wonAmount(INR)).isEqualTo(inr("500000.00"));
        assertThat(EXAMPLE.winLoss(YearMonth.of(2026, 4)).wonAmount(INR)).isEqualTo(inr("0"));
    }

    @Test
    void asOfThirtyAprilOneDealIsLostAndTheWinRateIsZero() {
        WinLoss then = EXAMPLE.winLossAsOf(LocalDate.parse("2026-04-30"));
        assertThat(then.won()).isZero();
        assertThat(then.lost()).isEqualTo(1);
        assertThat(then.winRate()).contains(new BigDecimal("0.000000"));
        assertThat(then.winRateByValue(INR)).contains(new BigDecimal("0.000000"));
    }

    @Test
    void aVoidDealEntersNoRate() {
        WinLoss twin = PipelineFigures.of(List.of(TWIN)).winLoss();
        assertThat(twin.won() + twin.lost()).isZero();
        assertThat(twin.rows()).isEmpty();
        assertThat(EXAMPLE.count(OutcomeKind.VOID)).isEqualTo(1);
    }

    @Test
    void withoutAClosedDealThereIsNoRate() {
        WinLoss none = PipelineFigures.of(List.of(aDeal("d"))).winLoss();
        assertThat(none.winRate()).isEmpty();
        assertThat(none.winRateByValue(INR)).isEmpty();
        assertThat(PipelineFigures.of(List.of()).daysToClose(OutcomeKind.WON).mean())
                .isEmpty();
        assertThat(PipelineFigures.of(List.of()).daysToClose(OutcomeKind.WON).median())
                .isEmpty();
    }

    @Test
    void theWinRateByValueWeighsAmounts() {
        Opportunity won = closed(aDeal("a").changeAmount(inr("300")), Outcome.won(), "2026-04-02");
        Opportunity lost = closed(aDeal("b").changeAmount(inr("100")), Outcome.lost("price"), "2026-04-03");
        Opportunity lostToo = closed(aDeal("c").changeAmount(null), Outcome.lost("price"), "2026-04-03");
        WinLoss figures = PipelineFigures.of(List.of(won, lost, lostToo)).winLoss();
        assertThat(figures.winRateByValue(INR)).contains(new BigDecimal("0.750000"));
        assertThat(figures.winRate()).contains(new BigDecimal("0.333333"));
        assertThat(figures.withoutAmount()).isEqualTo(1);
    }

    @Test
    void twoCurrenciesGiveTwoRowsAndNeverAnError() {
        Opportunity rupees = aDeal("a").changeAmount(inr("300"));
        Opportunity dollars = aDeal("b").changeAmount(Money.of("100", "USD"));
        PipelineFigures open = PipelineFigures.of(List.of(rupees, dollars));
        assertThat(open.weighted().weighted(INR)).isEqualByComparingTo("75");
        assertThat(open.weighted().weighted(USD)).isEqualByComparingTo("25");
        PipelineFigures closed = PipelineFigures.of(
                List.of(closed(rupees, Outcome.won(), "2026-04-02"), closed(dollars, Outcome.lost("x"), "2026-04-02")));
        assertThat(closed.winLoss().rows()).extracting(r -> r.currency()).containsExactly(INR, USD);
        assertThatThrownBy(() -> inr("300").plus(Money.of("100", "USD"))).isInstanceOf(RuleViolation.class);
    }

    @Test
    void theWeightedPipelineIsExactAndCountsDealsWithoutAmountBeside() {
        Opportunity third =
                OpportunityFields.PROBABILITY.set(aDeal("a").changeAmount(inr("0.01")), new BigDecimal("0.3333"));
        Opportunity none = aDeal("b").changeAmount(null);
        WeightedPipeline weighted = PipelineFigures.of(List.of(third, none)).weighted();
        assertThat(weighted.weighted(INR)).isEqualByComparingTo("0.003333");
        assertThat(weighted.amount(INR)).isEqualTo(inr("0.01"));
        assertThat(weighted.deals()).isEqualTo(2);
        assertThat(weighted.withoutAmount()).isEqualTo(1);
        assertThat(weighted.ruleUses()).isZero();
    }

    @Test
    void aDeclaredRuleGivesDealsWithoutAmountTheListPriceAndReportsItsUses() {
        ProductId known = new ProductId("mill");
        ProductId unknown = new ProductId("other");
        Opportunity priced = aDeal("a").changeAmount(inr("40"));
        Opportunity listed = withLine(aDeal("b"), Line.unpriced(known, INR));
        Opportunity odd = withLine(aDeal("c"), Line.unpriced(unknown, INR));
        AmountRule rule = AmountRule.listPrice(p -> p.equals(known) ? Optional.of(inr("100")) : Optional.empty());
        WeightedPipeline weighted =
                PipelineFigures.of(List.of(priced, listed, odd)).weighted(rule);
        assertThat(weighted.weighted(INR)).isEqualByComparingTo("35");
        assertThat(weighted.ruleUses()).isEqualTo(1);
        assertThat(weighted.withoutAmount()).isEqualTo(1);
        assertThat(listed.amount()).isEmpty();
    }

    private static Opportunity withLine(Opportunity deal, Line line) {
        return deal.toBuilder().amount(null).lines(List.of(line)).build();
    }

    @Test
    void openDealsAreShownByStage() {
        Opportunity proposal = aDeal("a").moveTo(stage("proposal"), morning("2026-04-02"));
        var stages = PipelineFigures.of(List.of(aDeal("b"), proposal, TWIN)).openByStage(AmountRule.none());
        assertThat(stages).containsOnlyKeys("proposal", "qualify");
        assertThat(stages.get("proposal").weighted(INR)).isEqualByComparingTo("300000");
    }

    @Test
    void dealsWithoutATeamAreNotLeftOut() {
        TeamId team = new TeamId("east");
        Opportunity owned =
                aDeal("a").toBuilder().owner(new Ownership(null, team)).build();
        PipelineFigures figures = PipelineFigures.of(List.of(
                closed(owned, Outcome.won(), "2026-04-02"), closed(aDeal("b"), Outcome.lost("x"), "2026-04-02")));
        assertThat(figures.byTeam().groups().get(team).won()).isEqualTo(1);
        assertThat(figures.byTeam().rest().lost()).isEqualTo(1);
    }

    @Test
    void periodsComeInTheOrderOfTheirDaysAndNoneIsMadeUp() {
        Opportunity later = closed(aDeal("b"), Outcome.won(), "2026-07-02");
        Opportunity earlier = closed(aDeal("a"), Outcome.lost("price"), "2026-04-02");
        assertThat(PipelineFigures.of(List.of(later, aDeal("open"), earlier))
                        .closedBy(YearMonth::from)
                        .keySet())
                .containsExactly(YearMonth.of(2026, 4), YearMonth.of(2026, 7));
    }

    @Test
    void daysToCloseHaveAMeanAndAMedianAndCountTheUnknown() {
        Opportunity a = engagedAndWon("a", "2026-04-01", "2026-04-02");
        Opportunity b = engagedAndWon("b", "2026-04-01", "2026-04-03");
        Opportunity unknown = closed(aDeal("c"), Outcome.won(), "2026-04-03");
        DayStatistics days = PipelineFigures.of(List.of(a, b, unknown)).daysToClose(OutcomeKind.WON);
        assertThat(days.mean()).contains(new BigDecimal("1.5000"));
        assertThat(days.median()).contains(new BigDecimal("1.5"));
        assertThat(days.max()).contains(2L);
        assertThat(days.unknown()).isEqualTo(1);
    }

    private static Opportunity engagedAndWon(String id, String engaged, String won) {
        return closed(OpportunityFields.ENGAGED_ON.set(aDeal(id), LocalDate.parse(engaged)), Outcome.won(), won);
    }
}
