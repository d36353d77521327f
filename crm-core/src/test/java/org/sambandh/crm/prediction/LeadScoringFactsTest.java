package org.sambandh.crm.prediction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.sambandh.crm.FactFiles;

/** Naive Bayes over closed deals: the fact table {@code lead_scoring}. */
class LeadScoringFactsTest {

    private static final double SCORE = 0.005;
    private static final double COUNT = 1e-6;
    private static final double SHARE = 0.001;
    private static final List<String> STAGES = List.of("S1", "S2", "S3", "WON");

    static List<FactFiles.Case> cases() {
        return FactFiles.cases("lead_scoring");
    }

    @ParameterizedTest
    @MethodSource("cases")
    void dealsAreScoredAsTheFactsSay(FactFiles.Case c) {
        switch (c.kind()) {
            case "rebuild", "pooled" -> scores(c);
            case "frequencyRows" -> frequencyRows(c);
            case "explain" -> explain(c);
            case "limits" -> limits(c);
            case "live" -> live(c);
            case "tags" -> tags(c);
            case "teamFold" -> teamFold(c);
            default -> throw new AssertionError("unknown kind " + c.kind());
        }
    }

    private static BayesPlan plan(JsonNode c) {
        List<BayesField> fields = new ArrayList<>();
        for (JsonNode name : c.path("scoredFields")) {
            fields.add(
                    switch (name.asText()) {
                        case "email", "phone" -> BayesField.contact(name.asText());
                        case "tags" -> BayesField.tags("tags");
                        default -> BayesField.value(name.asText());
                    });
        }
        int tags = c.path("minTagObservations").asInt(BayesPlan.USUAL_TAG_OBSERVATIONS);
        return new BayesPlan(STAGES, fields, tags, 0);
    }

    private static @Nullable String textOrNull(JsonNode node) {
        return node.isMissingNode() || node.isNull() ? null : node.asText();
    }

    private static BayesDeal deal(JsonNode node) {
        BayesDeal deal = BayesDeal.of(textOrNull(node.path("team")), textOrNull(node.path("stage")));
        for (Map.Entry<String, JsonNode> field : node.properties()) {
            JsonNode value = field.getValue();
            if (value.isArray()) {
                List<String> values = new ArrayList<>();
                value.forEach(v -> values.add(v.asText()));
                deal = deal.with(field.getKey(), values.toArray(String[]::new));
            } else if (!value.isNull()
                    && !List.of("id", "team", "stage", "outcome").contains(field.getKey())) {
                deal = deal.with(field.getKey(), value.asText());
            }
        }
        return deal;
    }

    private static BayesOutcome outcome(JsonNode node) {
        return switch (node.path("outcome").asText("open")) {
            case "won" -> BayesOutcome.WON;
            case "lost" -> BayesOutcome.LOST;
            case "open", "void" -> BayesOutcome.NEITHER;
            default -> throw new AssertionError("unknown outcome " + node);
        };
    }

    private static BayesTable rebuilt(JsonNode c) {
        List<ClosedDeal> deals = new ArrayList<>();
        c.required("deals").forEach(node -> deals.add(new ClosedDeal(deal(node), outcome(node))));
        return BayesTable.rebuild(plan(c), deals);
    }

    private static BayesScore.Scored score(BayesTable table, BayesDeal deal) {
        return (BayesScore.Scored) BayesScorer.of(table).score(deal);
    }

    private static BayesDeal dealOf(JsonNode c, String id) {
        for (JsonNode node : c.required("deals")) {
            if (node.path("id").asText().equals(id)) {
                return deal(node);
            }
        }
        throw new AssertionError("no deal " + id);
    }

    private static void assertScores(BayesTable table, FactFiles.Case c) {
        c.get("expectScores").properties().forEach(expected -> {
            BayesScore score = BayesScorer.of(table).score(dealOf(c.fields(), expected.getKey()));
            if (expected.getValue().isNull()) {
                assertThat(score).as(expected.getKey()).isInstanceOf(BayesScore.NotEnoughData.class);
            } else {
                assertThat(((BayesScore.Scored) score).percent().doubleValue())
                        .as(expected.getKey())
                        .isEqualTo(expected.getValue().asDouble(), within(SCORE));
            }
        });
    }

    private static void scores(FactFiles.Case c) {
        c.expectsOnly("expectScores");
        assertScores(rebuilt(c.fields()), c);
    }

    private static void frequencyRows(FactFiles.Case c) {
        c.expectsOnly("expectRows", "expectAbsentRows");
        JsonNode source = c.fields();
        if (c.has("useDealsOf")) {
            source = FactFiles.cases("lead_scoring").stream()
                    .filter(other -> other.id().equals(c.text("useDealsOf")))
                    .findFirst()
                    .orElseThrow()
                    .fields();
        }
        BayesTable table = rebuilt(source);
        for (JsonNode row : c.fields().path("expectRows")) {
            assertRow(table, rowOf(row), row.required("won"), row.required("lost"));
        }
        for (JsonNode row : c.fields().path("expectAbsentRows")) {
            BayesRow key = rowOf(row);
            assertThat(table.row(key.team(), key.field(), key.value()))
                    .as(row.toString())
                    .isEmpty();
        }
    }

    private static void assertRow(BayesTable table, BayesRow key, JsonNode won, JsonNode lost) {
        BayesRow row =
                table.row(key.team(), key.field(), key.value()).orElseThrow(() -> new AssertionError("no row " + key));
        assertThat(row.won().doubleValue()).as(key + " won").isEqualTo(won.asDouble(), within(COUNT));
        assertThat(row.lost().doubleValue()).as(key + " lost").isEqualTo(lost.asDouble(), within(COUNT));
    }

    private static BayesRow rowOf(JsonNode node) {
        return new BayesRow(
                textOrNull(node.path("team")),
                node.required("field").asText(),
                node.required("value").asText(),
                new BigDecimal(node.path("won").asText("0")),
                new BigDecimal(node.path("lost").asText("0")));
    }

    private static void explain(FactFiles.Case c) {
        c.expectsOnly(
                "expectScores", "expectFieldShare", "expectHelpsBestFirst", "expectHurtsWorstFirst", "expectNeutral");
        BayesTable table = rebuilt(c.fields());
        if (c.has("expectScores")) {
            assertScores(table, c);
        }
        BayesScore.Scored score = score(table, dealOf(c.fields(), c.text("explain")));
        c.fields()
                .path("expectFieldShare")
                .properties()
                .forEach(expected -> assertThat(score.factors())
                        .filteredOn(f -> f.field().equals(expected.getKey()))
                        .as(expected.getKey())
                        .singleElement()
                        .satisfies(f -> assertThat(f.share().doubleValue())
                                .isEqualTo(expected.getValue().asDouble(), within(SHARE))));
        assertFields(c, "expectHelpsBestFirst", score.helps());
        assertFields(c, "expectHurtsWorstFirst", score.hurts());
        assertFields(c, "expectNeutral", score.neutral());
    }

    private static void assertFields(FactFiles.Case c, String name, List<BayesFactor> factors) {
        if (c.has(name)) {
            List<String> expected = new ArrayList<>();
            c.get(name).forEach(field -> expected.add(field.asText()));
            assertThat(factors.stream().map(BayesFactor::field)).as(name).containsExactlyElementsOf(expected);
        }
    }

    private static void limits(FactFiles.Case c) {
        c.expectsOnly("expectScore");
        List<BayesRow> rows = new ArrayList<>();
        c.get("rows").forEach(row -> rows.add(rowOf(row)));
        BayesTable table = new BayesTable(plan(c.fields()), rows);
        assertThat(score(table, deal(c.get("deal"))).percent().doubleValue())
                .isEqualTo(c.get("expectScore").asDouble(), within(SCORE));
    }

    private static void tags(FactFiles.Case c) {
        c.expectsOnly("expectScoreByTags");
        JsonNode runs = c.get("dealsByRun");
        BayesDeal bare = BayesDeal.of(textOrNull(runs.path("team")), textOrNull(runs.path("stage")));
        List<ClosedDeal> deals = new ArrayList<>();
        for (JsonNode run : runs.required("runs")) {
            for (int i = 0; i < run.required("count").asInt(); i++) {
                deals.add(new ClosedDeal(tagged(bare, run), outcome(run)));
            }
        }
        BayesTable table = BayesTable.rebuild(plan(c.fields()), deals);
        for (JsonNode expected : c.get("expectScoreByTags")) {
            assertThat(score(table, tagged(bare, expected)).percent().doubleValue())
                    .as(expected.toString())
                    .isEqualTo(expected.required("score").asDouble(), within(SCORE));
        }
    }

    private static BayesDeal tagged(BayesDeal deal, JsonNode node) {
        List<String> tags = new ArrayList<>();
        node.required("tags").forEach(tag -> tags.add(tag.asText()));
        return deal.with("tags", tags.toArray(String[]::new));
    }

    private static void teamFold(FactFiles.Case c) {
        c.expectsOnly("expectWithoutTeam");
        String[] key = c.text("key").split("/", 2);
        List<BayesRow> rows = new ArrayList<>();
        Map<String, String> sources = new LinkedHashMap<>();
        sources.put("withoutTeam", "");
        sources.put("deletedTeam", "gone");
        sources.forEach((name, team) -> {
            JsonNode sides = c.fields().path(name);
            if (sides.isArray()) {
                rows.add(new BayesRow(
                        team,
                        key[0],
                        key[1],
                        new BigDecimal(sides.get(0).asText()),
                        new BigDecimal(sides.get(1).asText())));
            }
        });
        BayesTable after = new BayesTable(BayesPlan.of(STAGES), rows).deleteTeam("gone");

        assertThat(after.row("gone", key[0], key[1])).isEmpty();
        JsonNode expected = c.get("expectWithoutTeam");
        if (expected.isNull()) {
            assertThat(after.rows()).isEmpty();
        } else {
            BayesRow row = after.row(null, key[0], key[1]).orElseThrow();
            assertThat(row.won().doubleValue()).isEqualTo(expected.get(0).asDouble(), within(COUNT));
            assertThat(row.lost().doubleValue()).isEqualTo(expected.get(1).asDouble(), within(COUNT));
        }
    }

    private static void live(FactFiles.Case c) {
        c.expectsOnly();
        Live live = new Live(c.fields());
        for (JsonNode step : c.get("steps")) {
            live.step(step.required("do").asText());
            step.path("rowsAfter").properties().forEach(row -> {
                String[] key = row.getKey().split("/", 3);
                BayesRow fresh = BayesRow.fresh(key[0].isEmpty() ? null : key[0], key[1], key[2]);
                assertRow(
                        live.table, fresh, row.getValue().get(0), row.getValue().get(1));
            });
            step.path("storedScores")
                    .properties()
                    .forEach(score -> assertThat(live.stored.get(score.getKey()).doubleValue())
                            .as(step + " " + score.getKey())
                            .isEqualTo(score.getValue().asDouble(), within(SCORE)));
        }
    }

    /** The host's side: which deal stands where, and the score that was last kept for it. */
    private static final class Live {

        private final Map<String, ClosedDeal> deals = new LinkedHashMap<>();
        private final Map<String, BigDecimal> stored = new LinkedHashMap<>();
        private BayesTable table;

        Live(JsonNode c) {
            c.required("deals")
                    .forEach(
                            node -> deals.put(node.required("id").asText(), new ClosedDeal(deal(node), outcome(node))));
            table = BayesTable.rebuild(plan(c), deals.values());
            deals.forEach(this::keepScore);
        }

        private void keepScore(String id, ClosedDeal deal) {
            if (deal.outcome() == BayesOutcome.NEITHER) {
                stored.put(id, score(table, deal.deal()).percent());
            }
        }

        void step(String words) {
            String[] word = words.split(" ");
            Consumer<ClosedDeal> to = after -> change(word[1], after);
            if (words.startsWith("close ") && words.endsWith(" as won")) {
                to.accept(new ClosedDeal(deals.get(word[1]).deal(), BayesOutcome.WON));
            } else if (words.startsWith("close ") && words.endsWith(" as lost")) {
                to.accept(new ClosedDeal(deals.get(word[1]).deal(), BayesOutcome.LOST));
            } else if (words.startsWith("reopen ")) {
                to.accept(new ClosedDeal(deals.get(word[1]).deal(), BayesOutcome.NEITHER));
            } else if (words.startsWith("move ")) {
                BayesDeal moved = deals.get(word[1]).deal().withStage(word[word.length - 1]);
                to.accept(new ClosedDeal(
                        moved, word[word.length - 1].equals("WON") ? BayesOutcome.WON : BayesOutcome.NEITHER));
            } else {
                assertThat(words).isEqualTo("nothing yet");
            }
        }

        private void change(String id, ClosedDeal after) {
            table = table.correct(deals.put(id, after), after);
            keepScore(id, after);
        }
    }
}
