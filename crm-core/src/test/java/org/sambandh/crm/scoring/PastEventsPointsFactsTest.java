package org.sambandh.crm.scoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;
import static org.sambandh.crm.condition.Conditions.all;
import static org.sambandh.crm.condition.Conditions.always;
import static org.sambandh.crm.condition.Conditions.count;
import static org.sambandh.crm.condition.Conditions.where;
import static org.sambandh.crm.condition.Tests.atLeast;
import static org.sambandh.crm.condition.Tests.atMost;
import static org.sambandh.crm.condition.Tests.is;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.sambandh.crm.FactFiles;
import org.sambandh.crm.common.Invalid;
import org.sambandh.crm.common.ModelId;
import org.sambandh.crm.common.Moment;
import org.sambandh.crm.condition.CompiledCondition;
import org.sambandh.crm.condition.Condition;
import org.sambandh.crm.condition.Conditions;
import org.sambandh.crm.condition.ValueTest;
import org.sambandh.crm.condition.Window;
import org.sambandh.crm.store.Unit;

/** Past-event conditions, scoring plans, points with caps and decay: the fact table {@code past_events_points}. */
class PastEventsPointsFactsTest {

    private static final Instant NOW = Instant.parse("2026-01-20T12:00:00Z");
    private static final ModelId MODEL = new ModelId("facts");
    private static final double TOLERANCE = 1e-6;

    private final Fair fair = new Fair().at(NOW);

    static List<FactFiles.Case> cases() {
        return FactFiles.cases("past_events_points");
    }

    @ParameterizedTest
    @MethodSource("cases")
    void pointsAreGivenAsTheFactsSay(FactFiles.Case c) {
        if (c.has("expectError")) {
            c.expectsOnly("expectError");
            assertThat(c.text("expectError")).isEqualTo("Invalid");
            assertThatExceptionOfType(Invalid.class).isThrownBy(() -> build(c));
            return;
        }
        switch (c.kind()) {
            case "pastEvent" -> pastEvent(c);
            case "scoringPlan" -> scoringPlan(c);
            case "points" -> points(c);
            default -> throw new AssertionError("unknown kind " + c.kind());
        }
    }

    private static Object build(FactFiles.Case c) {
        return switch (c.kind()) {
            case "pastEvent" -> {
                JsonNode asked = c.get("condition");
                Condition<Touch> type =
                        where(Fair.WHAT, is(asked.required("type").asText()));
                yield occurrence(asked, type, window(asked));
            }
            case "scoringPlan" -> plan(c);
            case "points" -> model(c.get("plan"));
            default -> throw new AssertionError("unknown kind " + c.kind());
        };
    }

    private static Instant now(FactFiles.Case c) {
        return c.has("now") ? Instant.parse(c.text("now")) : NOW;
    }

    private void pastEvent(FactFiles.Case c) {
        c.expectsOnly("expectCount", "expectMatch", "expectScore");
        fair.at(now(c));
        Guest guest = guestWith(c);
        JsonNode asked = c.get("condition");
        Condition<Touch> type = where(Fair.WHAT, is(asked.required("type").asText()));
        Window window = window(asked);
        Condition<Guest> condition = occurrence(asked, type, window);
        Criterion<Guest> each = Criterion.of(
                        "each", "Each", 1, Guest.class, count(Fair.TOUCHES, type, window, atLeast(1)))
                .eachTime();

        Score counted =
                score(guest, PointsModel.of(MODEL, "Count", Guest.class, Group.engagement("g", "G", each)), now(c));
        assertThat(counted.criteria().get(0).count())
                .isEqualTo(c.get("expectCount").asInt());

        boolean matches = fair.run(unit ->
                CompiledCondition.of(condition, Guest.class, unit.catalog()).test(guest, unit.facts(), unit.moment()));
        assertThat(matches).isEqualTo(c.get("expectMatch").asBoolean());

        Criterion<Guest> fifty = Criterion.of("fifty", "Fifty", 50, Guest.class, condition);
        Score score =
                score(guest, PointsModel.of(MODEL, "Fifty", Guest.class, Group.engagement("g", "G", fifty)), now(c));
        assertThat(score.value().doubleValue()).isEqualTo(c.get("expectScore").asDouble(), within(TOLERANCE));
    }

    private static Condition<Guest> occurrence(JsonNode asked, Condition<Touch> type, Window window) {
        if (!asked.path("occurs").asBoolean(true)) {
            return count(Fair.TOUCHES, type, window, is(0));
        }
        List<Condition<Guest>> bounds = new ArrayList<>();
        if (asked.has("min") || !asked.has("max")) {
            bounds.add(bound(type, window, atLeast(asked.path("min").asLong(1))));
        }
        if (asked.has("max")) {
            bounds.add(bound(type, window, atMost(asked.get("max").asLong())));
        }
        return Conditions.all(bounds);
    }

    private static Condition<Guest> bound(Condition<Touch> type, Window window, ValueTest<BigDecimal> test) {
        return count(Fair.TOUCHES, type, window, test);
    }

    private static Window window(JsonNode asked) {
        if (asked.has("days")) {
            return Window.last(Duration.ofDays(asked.get("days").asLong()));
        }
        if (asked.has("from")) {
            return Window.fixed(
                    Instant.parse(asked.get("from").asText()),
                    Instant.parse(asked.required("to").asText()));
        }
        return Window.ever();
    }

    private void scoringPlan(FactFiles.Case c) {
        c.expectsOnly("expectScore");
        Score score = score(fair.guest("g", "IN", null), plan(c), now(c));
        assertThat(score.value().doubleValue()).isEqualTo(c.get("expectScore").asDouble(), within(TOLERANCE));
    }

    private static PointsModel<Guest> plan(FactFiles.Case c) {
        List<Criterion<Guest>> criteria = new ArrayList<>();
        for (JsonNode element : c.get("elements")) {
            Condition<Guest> condition =
                    where(Fair.COUNTRY, is(element.required("matches").asBoolean() ? "IN" : "NP"));
            criteria.add(Criterion.of(
                    "e" + criteria.size(), "Element", decimal(element.required("value")), Guest.class, condition));
        }
        criteria.add(Criterion.of(
                "modifier", "Modifier", decimal(c.fields().path("profileModifier")), Guest.class, always()));
        Group<Guest> group = new Group<>("plan", "Plan", Group.Kind.FIT, null, criteria);
        return PointsModel.of(MODEL, "Plan", Guest.class, group);
    }

    private void points(FactFiles.Case c) {
        c.expectsOnly("expectGroups", "expectTotal");
        Guest guest = guestWith(c);
        Score score = score(guest, model(c.get("plan")), now(c));

        Map<String, Double> groups = new TreeMap<>();
        score.groups().forEach(g -> groups.put(g.group(), g.capped().doubleValue()));
        assertThat(groups.keySet()).containsExactlyInAnyOrderElementsOf(names(c.get("expectGroups")));
        groups.forEach((name, points) -> assertThat(points)
                .as(name)
                .isEqualTo(c.get("expectGroups").get(name).asDouble(), within(TOLERANCE)));
        assertThat(score.value().doubleValue()).isEqualTo(c.get("expectTotal").asDouble(), within(TOLERANCE));
    }

    private static PointsModel<Guest> model(JsonNode plan) {
        List<Group<Guest>> groups = new ArrayList<>();
        for (String name : names(plan.required("groups"))) {
            JsonNode group = plan.get("groups").get(name);
            List<Criterion<Guest>> criteria = new ArrayList<>();
            for (JsonNode rule : group.required("rules")) {
                criteria.add(criterion(name + criteria.size(), rule, group.path("decay")));
            }
            groups.add(new Group<>(name, name, Group.Kind.ENGAGEMENT, cap(group), criteria));
        }
        return new PointsModel<>(MODEL, 1, "Plan", Guest.class, groups, cap(plan), List.of());
    }

    private static Criterion<Guest> criterion(String code, JsonNode rule, JsonNode groupDecay) {
        Condition<Touch> type = where(Fair.WHAT, is(rule.required("event").asText()));
        Criterion<Guest> criterion = Criterion.of(
                        code,
                        code,
                        decimal(rule.required("points")),
                        Guest.class,
                        count(Fair.TOUCHES, all(type), Window.ever(), atLeast(1)))
                .eachTime();
        JsonNode decay = rule.has("decay") ? rule.get("decay") : groupDecay;
        return new Criterion<>(
                criterion.code(),
                criterion.name(),
                criterion.points(),
                criterion.rule(),
                true,
                rule.has("maxEvents") ? rule.get("maxEvents").asInt() : null,
                cap(rule),
                decay.has("percentPerMonth") ? Decay.linear(decimal(decay.get("percentPerMonth"))) : null);
    }

    private static @Nullable BigDecimal cap(JsonNode node) {
        return node.hasNonNull("cap") ? decimal(node.get("cap")) : null;
    }

    private static BigDecimal decimal(JsonNode node) {
        return new BigDecimal(node.asText("0").isEmpty() ? "0" : node.asText("0"));
    }

    private static List<String> names(JsonNode node) {
        List<String> names = new ArrayList<>();
        node.fieldNames().forEachRemaining(names::add);
        return names;
    }

    private Guest guestWith(FactFiles.Case c) {
        Guest guest = fair.guest("g", "IN", null);
        for (JsonNode event : c.get("events")) {
            fair.touch(
                    guest,
                    event.required("type").asText(),
                    Instant.parse(event.required("at").asText()));
        }
        return guest;
    }

    private Score score(Guest guest, PointsModel<Guest> model, Instant at) {
        return fair.run(
                (Unit unit) -> Scorer.of(model, unit.catalog()).score(guest, unit.facts(), new Moment(at, Fair.UTC)));
    }
}
