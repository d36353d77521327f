package org.sambandh.crm.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.sambandh.crm.pipeline.TestDeals.STEELWORKS;
import static org.sambandh.crm.pipeline.TestDeals.aDeal;
import static org.sambandh.crm.pipeline.TestDeals.closed;
import static org.sambandh.crm.pipeline.TestDeals.created;
import static org.sambandh.crm.pipeline.TestDeals.instant;
import static org.sambandh.crm.pipeline.TestDeals.lostReopenedWon;
import static org.sambandh.crm.pipeline.TestDeals.morning;
import static org.sambandh.crm.pipeline.TestDeals.stage;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.sambandh.crm.common.Invalid;
import org.sambandh.crm.common.RuleViolation;

class DealHistoryTest {

    private static final Instant LATER = instant("2026-12-31");

    @Test
    void timeInAStageAddsUpOverVisitsAndTimeWhileClosedCountsForNone() {
        DealHistory history = lostReopenedWon("d").history();
        assertThat(history.timeIn("qualify", LATER)).contains(Duration.ofDays(10));
        assertThat(history.timeIn("proposal", LATER)).contains(Duration.ofDays(15));
        assertThat(history.timeIn("won", LATER)).contains(Duration.ZERO);
        assertThat(history.timeInNoStage()).isEqualTo(Duration.ofDays(10));
        assertThat(history.cycleTime()).contains(Duration.ofDays(35));
    }

    @Test
    void aStayThatLastsIsCountedUntilTheMomentAsked() {
        assertThat(aDeal("d").history().timeIn("qualify", instant("2026-04-08")))
                .contains(Duration.ofDays(7));
    }

    @Test
    void anUnknownEntryDateGivesUnknownAndNeverZero() {
        Opportunity deal =
                created("d", NewOpportunity.named("x").stage("prospecting").asItWas(), "2026-04-01");
        assertThat(deal.history().stageEnteredAt()).isEmpty();
        assertThat(deal.history().timeIn("prospecting", LATER)).isEmpty();
        assertThat(deal.history().openedOn()).isNull();
        Opportunity moved = deal.moveTo(stage("engaging"), morning("2026-04-05"));
        assertThat(moved.history().timeIn("prospecting", LATER)).isEmpty();
        assertThat(moved.history().timeIn("engaging", instant("2026-04-06"))).contains(Duration.ofDays(1));
    }

    @Test
    void oneUnknownStayMakesTheWholeTimeInThatStageUnknown() {
        Opportunity deal = created(
                        "d",
                        NewOpportunity.named("x")
                                .asItWas()
                                .visited("qualify", null)
                                .visited("proposal", LocalDate.parse("2026-04-02")),
                        "2026-04-03")
                .moveTo(stage("qualify"), morning("2026-04-04"));
        assertThat(deal.history().timeIn("qualify", LATER)).isEmpty();
        assertThat(deal.history().timeIn("proposal", LATER)).contains(Duration.ofHours(57));
    }

    @Test
    void historyKeepsNameAndProbabilityAsTheyWere() {
        Stage renamed = new Stage(
                "qualify", "Qualification", new BigDecimal("0.3"), ForecastCategory.PIPELINE, List.of(), null, null);
        Opportunity deal =
                aDeal("d").moveTo(stage("proposal"), morning("2026-04-11")).moveTo(renamed, morning("2026-04-12"));
        List<StageVisit> visits = deal.history().visits();
        assertThat(visits).extracting(StageVisit::name).containsExactly("Qualify", "Proposal", "Qualification");
        assertThat(visits.get(0).probability()).isEqualByComparingTo("0.25");
        assertThat(visits.get(2).probability()).isEqualByComparingTo("0.3");
    }

    @Test
    void theOutcomeOfAPastDayIsReadFromTheHistory() {
        DealHistory history = lostReopenedWon("d").history();
        assertThat(history.outcomeOn(LocalDate.parse("2026-04-20")).kind()).isEqualTo(OutcomeKind.OPEN);
        assertThat(history.outcomeOn(LocalDate.parse("2026-04-21")).kind()).isEqualTo(OutcomeKind.LOST);
        assertThat(history.outcomeOn(LocalDate.parse("2026-04-30")).kind()).isEqualTo(OutcomeKind.LOST);
        assertThat(history.outcomeOn(LocalDate.parse("2026-05-01")).kind()).isEqualTo(OutcomeKind.OPEN);
        assertThat(history.outcomeOn(LocalDate.parse("2026-05-06")).kind()).isEqualTo(OutcomeKind.WON);
        assertThat(history.closedOn()).contains(LocalDate.parse("2026-05-06"));
    }

    @Test
    void aReopenedDealHasNoDayOfClosing() {
        Opportunity lost = closed(aDeal("d"), Outcome.lost("price"), "2026-04-21");
        Opportunity open = lost.reopen(stage("proposal"), "asked again", morning("2026-05-01"));
        assertThat(open.closedOn()).isEmpty();
        assertThat(open.history().cycleTime()).isEmpty();
        assertThat(open.history().closings().get(0).reopenReason()).isEqualTo("asked again");
    }

    @Test
    void aPastDealKeepsTheDaysItIsGiven() {
        Opportunity won = created(
                "d",
                NewOpportunity.named("1C1I7A6R")
                        .customer(STEELWORKS)
                        .engagedOn(LocalDate.parse("2016-10-20"))
                        .visited("engaging", LocalDate.parse("2016-10-20"))
                        .stage("won")
                        .closedOn(LocalDate.parse("2017-03-01")),
                "2026-04-01");
        assertThat(won.outcome()).isEqualTo(Outcome.won());
        assertThat(won.history().daysToClose()).contains(132L);
        assertThat(won.history().timeIn("engaging", LATER)).contains(Duration.ofDays(132));
        assertThat(won.history().openedAt()).isNull();
    }

    @Test
    void aPastDealClosedBeforeItWasEngagedIsRefused() {
        NewOpportunity said = NewOpportunity.named("x")
                .customer(STEELWORKS)
                .engagedOn(LocalDate.parse("2017-03-02"))
                .won(LocalDate.parse("2017-03-01"));
        assertThatThrownBy(() -> created("d", said, "2026-04-01"))
                .isInstanceOfSatisfying(
                        RuleViolation.class, e -> assertThat(e.rule()).isEqualTo("close-before-engage"));
    }

    @Test
    void aClosedStageNeedsADayAndADayNeedsAClosedStage() {
        NewOpportunity noDay = NewOpportunity.named("x").customer(STEELWORKS).stage("won");
        assertThatThrownBy(() -> created("d", noDay, "2026-04-01")).isInstanceOf(Invalid.class);
        NewOpportunity open = NewOpportunity.named("x").stage("engaging").closedOn(LocalDate.parse("2017-03-01"));
        assertThatThrownBy(() -> created("d", open, "2026-04-01")).isInstanceOf(Invalid.class);
    }

    @Test
    void anOpenDealIsInTheStageItVisitedLast() {
        NewOpportunity said = NewOpportunity.named("x").stage("proposal").visited("qualify", null);
        assertThatThrownBy(() -> created("d", said, "2026-04-01")).isInstanceOf(Invalid.class);
    }

    @Test
    void visitsAndClosingsOutOfOrderAreRefused() {
        StageVisit late = StageVisit.begin(stage("qualify"), instant("2026-04-02"));
        StageVisit early = StageVisit.begin(stage("proposal"), instant("2026-04-01"));
        assertThatThrownBy(() -> new DealHistory(null, null, null, List.of(late, early), List.of()))
                .isInstanceOf(Invalid.class);
        Closing first = Closing.of(Outcome.won(), LocalDate.parse("2026-04-01"), instant("2026-04-01"));
        assertThatThrownBy(() -> new DealHistory(null, null, null, List.of(), List.of(first, first)))
                .isInstanceOf(Invalid.class);
        assertThatThrownBy(() -> Closing.of(Outcome.open(), LocalDate.EPOCH, Instant.EPOCH))
                .isInstanceOf(Invalid.class);
    }
}
