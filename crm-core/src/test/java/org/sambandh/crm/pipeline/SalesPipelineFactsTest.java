package org.sambandh.crm.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sambandh.crm.pipeline.TestDeals.USD;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sambandh.crm.common.Moment;
import org.sambandh.crm.common.Money;
import org.sambandh.crm.common.OpportunityId;
import org.sambandh.crm.common.ProductId;
import org.sambandh.crm.common.TeamId;

/** Worked example 3 of the domain rules, and the figures that the data's own description gives for the 8,800 deals. */
class SalesPipelineFactsTest {

    private static final List<NewOpportunity> DEALS = SalesData.deals();

    private static PipelineFigures figures(String zone) {
        Moment now = new Moment(Instant.parse("2018-01-01T00:00:00Z"), ZoneId.of(zone));
        List<Opportunity> deals = new ArrayList<>();
        for (NewOpportunity said : DEALS) {
            OpportunityId id = new OpportunityId(String.format("%05d", deals.size()));
            deals.add(new DealDraft(said, Pipeline.standard(), now).create(id));
        }
        return PipelineFigures.of(deals);
    }

    /** The quarter of a fiscal year from 1 April. */
    private static String fiscalQuarter(LocalDate day) {
        LocalDate shifted = day.minusMonths(3);
        int next = (shifted.getYear() + 1) % 100;
        return "FY " + shifted.getYear() + "-" + next + " Q" + ((shifted.getMonthValue() + 2) / 3);
    }

    @ParameterizedTest
    @ValueSource(strings = {"America/New_York", "Asia/Kolkata", "Pacific/Kiritimati"})
    void fiscalQuartersAreTheSameInEveryZone(String zone) {
        Map<String, WinLoss> quarters = figures(zone).closedBy(SalesPipelineFactsTest::fiscalQuarter);
        assertThat(quarters.entrySet())
                .extracting(q -> q.getKey() + ": " + q.getValue().won() + " / "
                        + q.getValue().wonAmount(USD).amount().toBigInteger())
                .containsExactly(
                        "FY 2016-17 Q4: 531 / 1134672",
                        "FY 2017-18 Q1: 1254 / 3086111",
                        "FY 2017-18 Q2: 1257 / 2982255",
                        "FY 2017-18 Q3: 1196 / 2802496");
        assertThat(quarters.values()).extracting(WinLoss::lost).containsExactly(116L, 778L, 790L, 789L);
    }

    @Test
    void countsRatesAndValuesAreThosePublishedForTheData() {
        PipelineFigures all = figures("America/New_York");
        assertThat(all.size()).isEqualTo(8_800);
        WinLoss now = all.winLoss();
        assertThat(now.won()).isEqualTo(4_238);
        assertThat(now.lost()).isEqualTo(2_473);
        assertThat(now.winRate()).contains(new BigDecimal("0.631501"));
        assertThat(now.wonAmount(USD)).isEqualTo(Money.of(10_005_534, "USD"));
        assertThat(now.withoutAmount()).isZero();
        assertThat(all.count(OutcomeKind.OPEN)).isEqualTo(2_089);
    }

    @Test
    void officesAreThosePublishedForTheData() {
        PipelineFigures.Grouped<TeamId> offices = figures("Asia/Kolkata").byTeam();
        assertThat(offices.groups().keySet()).extracting(TeamId::value).containsExactly("central", "east", "west");
        assertThat(offices.groups().values().stream()
                        .map(o -> o.won() + " / " + o.wonAmount(USD).amount().toBigInteger()))
                .containsExactly("1629 / 3346293", "1171 / 3090594", "1438 / 3568647");
        assertThat(offices.rest().won()).isZero();
    }

    @Test
    void daysFromEngageToCloseAreThosePublishedForTheData() {
        PipelineFigures all = figures("Pacific/Kiritimati");
        DayStatistics won = all.daysToClose(OutcomeKind.WON);
        assertThat(won.mean()).contains(new BigDecimal("51.7820"));
        assertThat(won.median()).contains(new BigDecimal("57"));
        assertThat(won.max()).contains(138L);
        DayStatistics lost = all.daysToClose(OutcomeKind.LOST);
        assertThat(lost.mean()).contains(new BigDecimal("41.4792"));
        assertThat(lost.median()).contains(new BigDecimal("14"));
    }

    @Test
    void theWeightedPipelineNeedsTheDeclaredRuleAndSaysHowOftenItWasUsed() {
        PipelineFigures all = figures("America/New_York");
        Map<ProductId, Money> prices = SalesData.listPrices();
        WeightedPipeline declared =
                all.weighted(AmountRule.listPrice(product -> Optional.ofNullable(prices.get(product))));
        assertThat(declared.weighted(USD)).isEqualByComparingTo("2053513.10");
        assertThat(declared.ruleUses()).isEqualTo(2_089);
        assertThat(declared.withoutAmount()).isZero();
        WeightedPipeline plain = all.weighted();
        assertThat(plain.weighted(USD)).isEqualByComparingTo("0");
        assertThat(plain.withoutAmount()).isEqualTo(2_089);
    }

    @Test
    void openDealsWithoutACustomerKeepTheirStageAndAnUnknownEntryDate() {
        PipelineFigures all = figures("America/New_York");
        Map<String, WeightedPipeline> stages = all.openByStage(AmountRule.none());
        assertThat(stages.get("engaging").deals()).isEqualTo(1_589);
        assertThat(stages.get("prospecting").deals()).isEqualTo(500);
    }
}
