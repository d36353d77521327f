package org.sambandh.crm.prediction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.sambandh.crm.common.Invalid;

class BayesScorerTest {

    private static final BayesPlan PLAN =
            BayesPlan.of(List.of("new", "offer", "won"), BayesField.value("source"), BayesField.contact("email"));

    private static BayesDeal deal(@Nullable String team, String source, String... email) {
        return BayesDeal.of(team, "new").with("source", source).with("email", email);
    }

    private static ClosedDeal won(BayesDeal deal) {
        return new ClosedDeal(deal, BayesOutcome.WON);
    }

    private static ClosedDeal lost(BayesDeal deal) {
        return new ClosedDeal(deal, BayesOutcome.LOST);
    }

    private static BayesScore.Scored scored(BayesTable table, BayesDeal deal) {
        return (BayesScore.Scored) BayesScorer.of(table).score(deal);
    }

    private static BayesRow row(@Nullable String team, String field, String value, String won, String lost) {
        return new BayesRow(team, field, value, new BigDecimal(won), new BigDecimal(lost));
    }

    @Test
    void withoutClosedDealsThereIsNoScoreAndTheReasonIsSaid() {
        BayesTable table = BayesTable.rebuild(PLAN, List.of(new ClosedDeal(deal("a", "web"), BayesOutcome.NEITHER)));

        assertThat(table.rows()).isEmpty();
        assertThat(BayesScorer.of(table).score(deal("a", "web")))
                .isEqualTo(new BayesScore.NotEnoughData(BayesScore.Reason.NO_CLOSED_DEALS, 0, 0, 0));
    }

    @Test
    void theGuardCountsDealsOnEachSideAndNotTheTenthsOfPooledTeams() {
        BayesTable table = BayesTable.empty(PLAN.withMinimumClosed(12));
        for (int team = 0; team < 12; team++) {
            table = table.close(won(deal("t" + team, "web")));
            if (team < 11) {
                table = table.close(lost(deal("t" + team, "web")));
            }
        }

        assertThat(BayesScorer.of(table).score(deal(null, "web")))
                .isEqualTo(new BayesScore.NotEnoughData(BayesScore.Reason.TOO_FEW_CLOSED_DEALS, 12, 11, 12));
        assertThat(BayesScorer.of(table).score(deal("t0", "web")))
                .isEqualTo(new BayesScore.NotEnoughData(BayesScore.Reason.TOO_FEW_CLOSED_DEALS, 1, 1, 12));
        assertThat(BayesScorer.of(table.close(lost(deal("t0", "web")))).score(deal(null, "web")))
                .isInstanceOf(BayesScore.Scored.class);
    }

    @Test
    void aTeamWithoutRowsIsMeasuredByAllTeams() {
        BayesTable table = BayesTable.rebuild(
                PLAN, List.of(won(deal("a", "web")), lost(deal("b", "call")), lost(deal(null, "call"))));

        assertThat(scored(table, deal("new team", "web"))).isEqualTo(scored(table, deal(null, "web")));
        assertThat(scored(table, deal("a", "web"))).isNotEqualTo(scored(table, deal(null, "web")));
    }

    @Test
    void rowsThatRuleOutBothEndsGiveNoMadeUpNumber() {
        BayesTable table = new BayesTable(
                BayesPlan.of(List.of("new"), BayesField.value("a"), BayesField.value("b")),
                List.of(
                        row(null, "stage", "new", "5", "5"),
                        row(null, "a", "x", "0", "3"),
                        row(null, "a", "y", "3", "0"),
                        row(null, "b", "x", "3", "0"),
                        row(null, "b", "y", "0", "3")));

        assertThat(BayesScorer.of(table)
                        .score(BayesDeal.of(null, null).with("a", "x").with("b", "x")))
                .isEqualTo(new BayesScore.NotEnoughData(BayesScore.Reason.CONTRADICTION, 5, 5, 0));
        assertThat(scored(table, BayesDeal.of(null, null).with("a", "x")).percent())
                .isEqualByComparingTo("0.01");
        assertThat(scored(table, BayesDeal.of(null, null).with("a", "y")).percent())
                .isEqualByComparingTo("99.99");
    }

    @Test
    void scoresAreRoundedHalfUpFromTheExactProduct() {
        BayesTable table = new BayesTable(PLAN, List.of(row(null, "stage", "new", "1.1", "34.1")));

        assertThat(scored(table, BayesDeal.of(null, null)).percent()).isEqualTo(new BigDecimal("3.13"));
    }

    @Test
    void aWrongOrMissingAddressIsNeverAPlusAndACorrectOneNeverAMinus() {
        BayesTable table = BayesTable.rebuild(
                PLAN,
                List.of(
                        won(deal(null, "web", "incorrect")),
                        won(deal(null, "web")),
                        won(deal(null, "web")),
                        lost(deal(null, "web", "correct")),
                        lost(deal(null, "web", "correct"))));

        for (BayesDeal deal :
                List.of(deal(null, "web", "incorrect"), deal(null, "web"), deal(null, "web", "correct"))) {
            BayesScore.Scored score = scored(table, deal);
            assertThat(score.factors())
                    .filteredOn(f -> f.field().equals("email"))
                    .extracting(BayesFactor::effect)
                    .containsExactly(BayesFactor.Effect.NOT_SHOWN);
            assertThat(score.helps()).extracting(BayesFactor::field).doesNotContain("email");
            assertThat(score.hurts()).extracting(BayesFactor::field).doesNotContain("email");
        }
    }

    @Test
    void aWrongAddressIsAMinusAndACorrectOneAPlusWhereTheCountsSaySo() {
        BayesTable table = BayesTable.rebuild(
                PLAN, List.of(won(deal(null, "web", "correct")), lost(deal(null, "web", "incorrect"))));

        assertThat(scored(table, deal(null, "web", "correct")).helps())
                .extracting(BayesFactor::field)
                .contains("email");
        assertThat(scored(table, deal(null, "web", "incorrect")).hurts())
                .extracting(BayesFactor::field)
                .contains("email");
    }

    @Test
    void manyExtremeValuesNeitherOverflowNorVanish() {
        BayesDeal deal = BayesDeal.of(null, "new");
        String[] tags = new String[1_000];
        for (int i = 0; i < tags.length; i++) {
            tags[i] = "t" + i;
        }
        BayesPlan plan = BayesPlan.of(List.of("new"), BayesField.tags("tags")).withMinimumTagObservations(0);
        BayesTable table =
                BayesTable.empty(plan).close(won(deal.with("tags", tags))).close(lost(deal));

        assertThat(scored(table, deal.with("tags", tags)).percent()).isEqualByComparingTo("50.00");
        assertThatExceptionOfType(Invalid.class)
                .isThrownBy(() -> deal.with("tags", tags).with("other", "one more"))
                .satisfies(e -> assertThat(e.path()).isEqualTo("bayesDeal.values"));
    }

    @Test
    void closingAsSomethingElseTakesTheOldEndBack() {
        BayesDeal deal = deal("a", "web", "correct");
        BayesTable table = BayesTable.empty(PLAN).close(lost(deal)).close(lost(deal));

        BayesTable corrected = table.correct(lost(deal), won(deal));

        assertThat(corrected.row("a", "source", "web")).contains(row("a", "source", "web", "1.1", "1.1"));
        assertThat(corrected.row("a", "stage", "offer")).contains(row("a", "stage", "offer", "1.1", "0.1"));
        assertThat(table.row("a", "source", "web")).contains(row("a", "source", "web", "0.1", "2.1"));
    }

    @Test
    void reopeningNeverGoesBelowATenthAndMakesNoRows() {
        BayesDeal deal = deal("a", "web");
        BayesTable once = BayesTable.empty(PLAN).close(won(deal));

        BayesTable below = once.reopen(won(deal)).reopen(won(deal));

        assertThat(below.rows())
                .hasSameSizeAs(once.rows())
                .allMatch(row -> row.won().equals(BayesRow.LEAST) && row.lost().equals(BayesRow.LEAST));
        assertThat(BayesTable.empty(PLAN).reopen(won(deal)).rows()).isEmpty();
    }

    @Test
    void aLostDealNeedsAStageOfThePlan() {
        for (String stage : new String[] {null, "elsewhere"}) {
            assertThatExceptionOfType(Invalid.class)
                    .isThrownBy(() -> BayesTable.empty(PLAN).close(lost(BayesDeal.of("a", stage))))
                    .satisfies(e -> assertThat(e.path()).isEqualTo("bayesDeal.stage"));
        }
    }

    @Test
    void aDealIsWonInTheWonStageAndLostOnlyIfArchivedAtZero() {
        BigDecimal some = new BigDecimal("12.5");

        assertThat(BayesOutcome.of(true, true, BigDecimal.ZERO)).isEqualTo(BayesOutcome.WON);
        assertThat(BayesOutcome.of(true, false, some)).isEqualTo(BayesOutcome.WON);
        assertThat(BayesOutcome.of(false, true, new BigDecimal("0.00"))).isEqualTo(BayesOutcome.LOST);
        assertThat(BayesOutcome.of(false, true, some)).isEqualTo(BayesOutcome.NEITHER);
        assertThat(BayesOutcome.of(false, false, BigDecimal.ZERO)).isEqualTo(BayesOutcome.NEITHER);
    }

    @Test
    void deletingATeamLeavesOtherTeamsAndRowsOnlyOthersHaveAlone() {
        BayesTable table = new BayesTable(
                PLAN,
                List.of(
                        row(null, "source", "call", "0.1", "4.1"),
                        row("a", "source", "fair", "2.1", "0.1"),
                        row("a", "source", "mail", "0.1", "0.1"),
                        row("b", "source", "fair", "7.1", "1.1")));

        assertThat(table.deleteTeam("a").rows())
                .containsExactly(
                        row(null, "source", "call", "0.1", "4.1"),
                        row(null, "source", "fair", "2.1", "0.1"),
                        row("b", "source", "fair", "7.1", "1.1"));
        assertThat(table.deleteTeam("nobody")).isEqualTo(table);
    }

    @Test
    void aTypedProbabilityStaysInForceWhileTheAutomaticOneGoesOn() {
        BayesScore score = new BayesScore.Scored(new BigDecimal("33.49"), List.of());
        WinProbability typed =
                new WinProbability(null, null).type(BigDecimal.ZERO).scored(score);

        assertThat(typed.inForce()).contains(BigDecimal.ZERO);
        assertThat(typed.automatic()).isEqualTo(new BigDecimal("33.49"));
        assertThat(typed.type(null).inForce()).contains(new BigDecimal("33.49"));
        assertThat(new WinProbability(null, null).inForce()).isEmpty();
        assertThat(typed.type(null)
                        .scored(new BayesScore.NotEnoughData(BayesScore.Reason.NO_CLOSED_DEALS, 0, 0, 0))
                        .inForce())
                .isEmpty();
    }

    @Test
    void badInputIsRefusedAtOnceWithItsPath() {
        for (String count : List.of("-0.1", "1e999999999", "1e-999999999", "1000000000001", "0.0000001")) {
            refused("bayesRow.won", () -> row(null, "f", "v", count, "1"));
        }
        refused(
                "bayesTable.rows",
                () -> new BayesTable(PLAN, List.of(row("a", "f", "v", "1", "1"), row("a", "f", "v", "2", "2"))));
        refused("bayesField.name", () -> BayesField.value("stage"));
        refused("bayesPlan.stages", () -> BayesPlan.of(List.of()));
        refused("bayesPlan.stages[1]", () -> BayesPlan.of(List.of("a", "a")));
        refused("bayesPlan.minimumClosed", () -> PLAN.withMinimumClosed(-1));
        refused("bayesPlan.minimumTagObservations", () -> PLAN.withMinimumTagObservations(-1));
        refused("winProbability.typed", () -> new WinProbability(new BigDecimal("100.01"), null));
        refused(
                "bayesFactor.share",
                () -> new BayesFactor("f", "v", new BigDecimal("1e-999999999"), BayesFactor.Effect.HELPS));
    }

    private static void refused(String path, Runnable what) {
        assertThatExceptionOfType(Invalid.class)
                .isThrownBy(what::run)
                .satisfies(e -> assertThat(e.path()).isEqualTo(path));
    }

    @Test
    void noValueIsWrittenToALog() {
        assertThat(deal("a", "secret").toString()).contains("team=a").doesNotContain("secret");
    }
}
