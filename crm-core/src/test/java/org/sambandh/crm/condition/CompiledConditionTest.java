package org.sambandh.crm.condition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.sambandh.crm.condition.Asking.NO;
import static org.sambandh.crm.condition.Asking.YES;
import static org.sambandh.crm.condition.Asking.ask;
import static org.sambandh.crm.condition.Asking.no;
import static org.sambandh.crm.condition.Asking.utc;
import static org.sambandh.crm.condition.Asking.yes;
import static org.sambandh.crm.condition.Conditions.all;
import static org.sambandh.crm.condition.Conditions.always;
import static org.sambandh.crm.condition.Conditions.any;
import static org.sambandh.crm.condition.Conditions.count;
import static org.sambandh.crm.condition.Conditions.inSegment;
import static org.sambandh.crm.condition.Conditions.measure;
import static org.sambandh.crm.condition.Conditions.not;
import static org.sambandh.crm.condition.Conditions.sum;
import static org.sambandh.crm.condition.Conditions.where;
import static org.sambandh.crm.condition.Shop.ALARMS;
import static org.sambandh.crm.condition.Shop.AMOUNT;
import static org.sambandh.crm.condition.Shop.BUDGET;
import static org.sambandh.crm.condition.Shop.CATALOG;
import static org.sambandh.crm.condition.Shop.CHANNEL;
import static org.sambandh.crm.condition.Shop.LAST_SEEN;
import static org.sambandh.crm.condition.Shop.NAME;
import static org.sambandh.crm.condition.Shop.OFFICE;
import static org.sambandh.crm.condition.Shop.PARENT;
import static org.sambandh.crm.condition.Shop.SCORE;
import static org.sambandh.crm.condition.Shop.SEEN_BY;
import static org.sambandh.crm.condition.Shop.TAGS;
import static org.sambandh.crm.condition.Shop.TEAM;
import static org.sambandh.crm.condition.Shop.VISITS;
import static org.sambandh.crm.condition.Tests.ageAtLeast;
import static org.sambandh.crm.condition.Tests.ageAtMost;
import static org.sambandh.crm.condition.Tests.atLeast;
import static org.sambandh.crm.condition.Tests.atMost;
import static org.sambandh.crm.condition.Tests.between;
import static org.sambandh.crm.condition.Tests.contains;
import static org.sambandh.crm.condition.Tests.ignoringCase;
import static org.sambandh.crm.condition.Tests.in;
import static org.sambandh.crm.condition.Tests.inNumbers;
import static org.sambandh.crm.condition.Tests.is;
import static org.sambandh.crm.condition.Tests.present;
import static org.sambandh.crm.condition.Window.ever;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.sambandh.crm.common.CustomerId;
import org.sambandh.crm.common.Invalid;
import org.sambandh.crm.common.Moment;
import org.sambandh.crm.common.Money;
import org.sambandh.crm.common.SegmentId;
import org.sambandh.crm.common.TeamId;
import org.sambandh.crm.condition.Shop.Client;
import org.sambandh.crm.condition.Shop.Stay;
import org.sambandh.crm.condition.Shop.Stock;
import org.sambandh.crm.condition.Shop.Team;
import org.sambandh.crm.condition.Shop.Visit;
import org.sambandh.crm.field.Field;
import org.sambandh.crm.field.FieldType;
import org.sambandh.crm.field.Relation;

class CompiledConditionTest {

    private static final Moment NOW = utc("2026-11-23T10:00:00Z");
    private static final Client CLIENT = Shop.client("c");

    private static boolean holds(Condition<Client> condition, Client client, Object... facts) {
        return ask(condition, client, new Stock(facts), NOW).matches();
    }

    private static Visit paid(String amount) {
        BigDecimal number = amount.isEmpty() ? null : new BigDecimal(amount);
        return new Visit(CLIENT.id(), "web", number, Instant.parse("2026-11-01T00:00:00Z"), null, null);
    }

    private static Visit by(String client, String channel, String team) {
        TeamId id = team.isEmpty() ? null : new TeamId(team);
        return new Visit(new CustomerId(client), channel, null, Instant.parse("2026-11-01T00:00:00Z"), null, id);
    }

    @Test
    void allOfNothingIsTrueAndAnyOfNothingIsFalse() {
        assertThat(ask(all(), CLIENT, NOW)).isEqualTo(YES);
        assertThat(ask(any(), CLIENT, NOW)).isEqualTo(NO);
        assertThat(ask(always(), CLIENT, NOW)).isEqualTo(YES);
        assertThat(ask(not(always()), CLIENT, NOW)).isEqualTo(NO);
    }

    @Test
    void aMissingValuePassesNoTestAndItsComplementHolds() {
        List<Condition<Client>> tests = List.of(
                where(NAME, is("a")),
                where(NAME, contains("a")),
                where(NAME, present()),
                where(SCORE, atLeast(0)),
                where(SCORE, in(List.of())),
                where(LAST_SEEN, ageAtLeast(Duration.ZERO)),
                where(TAGS, present()),
                where(TEAM.to(OFFICE), present()));
        for (Condition<Client> test : tests) {
            assertThat(ask(test, CLIENT, new Stock(), NOW)).isEqualTo(NO);
            assertThat(ask(not(test), CLIENT, new Stock(), NOW)).isEqualTo(YES);
        }
    }

    @Test
    void blankTextIsMissing() {
        assertThat(holds(where(NAME, present()), Shop.with(NAME, " \u00A0\u200D")))
                .isFalse();
    }

    @Test
    void anyElementOfAManyValuedFieldPasses() {
        Client tagged = new Client(
                CLIENT.id(),
                new Client.Values(
                        null, null, null, null, null, null, null, List.of("vip", " ", "pune"), List.of(), null),
                List.of());
        assertThat(holds(where(TAGS, is("pune")), tagged)).isTrue();
        assertThat(holds(all(where(TAGS, is("pune")), where(TAGS, is("vip"))), tagged))
                .isTrue();
        assertThat(holds(where(TAGS, is(" x")), tagged)).isFalse();
    }

    @Test
    void numbersAreComparedByValue() {
        Client scored = Shop.with(SCORE, new BigDecimal("0.150"));
        assertThat(holds(where(SCORE, is(new BigDecimal("0.15"))), scored)).isTrue();
        assertThat(holds(where(SCORE, in(new BigDecimal("1"), new BigDecimal("0.1500"))), scored))
                .isTrue();
        assertThat(holds(where(SCORE, between(new BigDecimal("0.15"), new BigDecimal("0.15"))), scored))
                .isTrue();
        assertThat(holds(where(SCORE, inNumbers(100, 200)), Shop.with(SCORE, new BigDecimal("1E+2"))))
                .isTrue();
    }

    @Test
    void aNumberThatNoStoreCouldHoldIsRefusedAndNotComputedWith() {
        Client broken = Shop.with(SCORE, new BigDecimal("1E+999999999"));
        assertThatThrownBy(() -> holds(where(SCORE, is(1)), broken)).isInstanceOf(Invalid.class);
    }

    @Test
    void textIsComparedByCodePointAndNothingStripsAMark() {
        Client ram = Shop.with(NAME, "राम");
        assertThat(holds(where(NAME, is("रामा")), ram)).isFalse();
        assertThat(holds(where(NAME, is("Sao Paulo")), Shop.with(NAME, "São Paulo")))
                .isFalse();
        assertThat(holds(where(NAME, is("Sa\u0303o Paulo")), Shop.with(NAME, "São Paulo")))
                .as("the operand is composed")
                .isTrue();
    }

    @Test
    void ignoringCaseFoldsCodePointByCodePoint() {
        ValueTest<String> sigma = ignoringCase(ValueTest.TextMatch.Kind.CONTAINS, "Σ");
        assertThat(holds(where(NAME, sigma), Shop.with(NAME, "ΟΔΟΣ"))).isTrue();
        assertThat(holds(where(NAME, sigma), Shop.with(NAME, "οδος"))).isTrue();
        assertThat(holds(
                        where(NAME, ignoringCase(ValueTest.TextMatch.Kind.EQUALS, "strasse")),
                        Shop.with(NAME, "straße")))
                .isFalse();
    }

    @Test
    void moneyMatchesTheSameCurrencyOnly() {
        Client rich = Shop.with(BUDGET, Money.of("100", "INR"));
        assertThat(holds(where(BUDGET, is(Money.of("100.00", "INR"))), rich)).isTrue();
        assertThat(holds(where(BUDGET, is(Money.of("100", "USD"))), rich)).isFalse();
        assertThat(holds(where(BUDGET, atLeast("1", "USD")), rich)).isFalse();
        assertThat(holds(where(BUDGET, atMost("1000", "USD")), rich)).isFalse();
        assertThat(holds(where(BUDGET, between(Money.of("99", "INR"), Money.of("100", "INR"))), rich))
                .isTrue();
    }

    @Test
    void overNoFactsCountAndSumAreZeroAndTheOthersAreMissing() {
        assertThat(holds(count(VISITS, ever(), is(0)), CLIENT)).isTrue();
        assertThat(holds(sum(AMOUNT, VISITS, always(), ever(), is(0)), CLIENT)).isTrue();
        for (Measure.Kind kind : List.of(Measure.Kind.MIN, Measure.Kind.MAX, Measure.Kind.AVERAGE)) {
            Condition<Client> there = measure(kind, AMOUNT, VISITS, always(), ever(), present());
            assertThat(holds(there, CLIENT)).isFalse();
            assertThat(holds(there, CLIENT, paid(""))).isFalse();
            assertThat(holds(there, CLIENT, paid("0"))).isTrue();
        }
    }

    @Test
    void measuresTakeTheNumbersThatAreThere() {
        Object[] facts = {paid("1.5"), paid("2.5"), paid("")};
        assertThat(holds(count(VISITS, ever(), is(3)), CLIENT, facts)).isTrue();
        assertThat(holds(sum(AMOUNT, VISITS, always(), ever(), is(4)), CLIENT, facts))
                .isTrue();
        assertThat(holds(
                        measure(Measure.Kind.MIN, AMOUNT, VISITS, always(), ever(), is(new BigDecimal("1.5"))),
                        CLIENT,
                        facts))
                .isTrue();
        assertThat(holds(
                        measure(Measure.Kind.MAX, AMOUNT, VISITS, always(), ever(), in(BigDecimal.ONE, BigDecimal.TEN)),
                        CLIENT,
                        facts))
                .isFalse();
        assertThat(holds(measure(Measure.Kind.AVERAGE, AMOUNT, VISITS, always(), ever(), is(2)), CLIENT, facts))
                .isTrue();
    }

    @Test
    void anAverageIsNeverDividedOut() {
        Object[] thirds = {paid("0"), paid("0"), paid("1")};
        Condition<Client> justAbove = measure(
                Measure.Kind.AVERAGE,
                AMOUNT,
                VISITS,
                always(),
                ever(),
                atLeast(new BigDecimal("0.333333333333333334")));
        Condition<Client> justBelow = measure(
                Measure.Kind.AVERAGE,
                AMOUNT,
                VISITS,
                always(),
                ever(),
                atLeast(new BigDecimal("0.333333333333333333")));
        assertThat(holds(justAbove, CLIENT, thirds)).isFalse();
        assertThat(holds(justBelow, CLIENT, thirds)).isTrue();
    }

    @Test
    void aPathIsMissingWhereAnyReferenceIs() {
        Client member = Shop.with(TEAM, new TeamId("north"));
        Team north = new Team(new TeamId("north"), "Delhi", null, new TeamId("india"));
        Team india = new Team(new TeamId("india"), "Mumbai", null, null);
        assertThat(holds(where(TEAM.to(OFFICE), is("Delhi")), member, north, india))
                .isTrue();
        assertThat(holds(where(TEAM.to(PARENT.to(OFFICE)), is("Mumbai")), member, north, india))
                .isTrue();
        assertThat(holds(where(TEAM.to(PARENT.to(PARENT.to(OFFICE))), present()), member, north, india))
                .isFalse();
        assertThat(holds(where(TEAM.to(OFFICE), present()), member, india)).isFalse();
    }

    @Test
    void aPathInsideAClauseIsReadForTheFacts() {
        Team north = new Team(new TeamId("north"), "Delhi", null, null);
        Condition<Client> seenInDelhi = count(VISITS, where(SEEN_BY.to(OFFICE), is("Delhi")), ever(), is(1));
        assertThat(holds(
                        seenInDelhi,
                        CLIENT,
                        north,
                        by("c", "web", "north"),
                        by("c", "web", ""),
                        by("d", "web", "north")))
                .isTrue();
    }

    @Test
    void eachRelationIsReadOnceForTheWholeChunkHoweverManyLeavesNameIt() {
        Condition<Client> many = any(
                count(VISITS, where(CHANNEL, is("b")), ever(), atLeast(1)),
                count(VISITS, where(CHANNEL, is("b")), Window.last(Duration.ofDays(3)), atLeast(1)),
                count(VISITS, where(SEEN_BY.to(OFFICE), is("b")), ever(), atLeast(1)),
                where(TEAM.to(OFFICE), is("x")),
                where(TEAM.to(PARENT.to(OFFICE)), is("x")));
        List<Client> chunk = new ArrayList<>();
        for (int i = 0; i < 1_000; i++) {
            Client member = Shop.with(TEAM, new TeamId("north"));
            chunk.add(new Client(new CustomerId("c" + i), member.values(), List.of()));
        }
        Stock stock = new Stock(by("c5", "a", "north"), new Team(new TeamId("north"), "Delhi", null, null));
        for (Engine engine : Engine.values()) {
            CompiledCondition<Client> compiled = CompiledCondition.of(many, Client.class, CATALOG, engine);
            stock.asked.clear();
            assertThat(compiled.testAll(chunk, stock, NOW).isEmpty()).isTrue();
            assertThat(stock.asked).containsExactlyInAnyOrder("visits", "team", "team", "parent");
            stock.asked.clear();
            assertThat(compiled.verdicts(chunk, stock, NOW)).hasSize(1_000);
            assertThat(stock.asked).containsExactlyInAnyOrder("visits", "team", "team", "parent");
        }
    }

    @Test
    void whatIsDecidedByFieldsReadsNoFacts() {
        Stock stock = new Stock();
        CompiledCondition<Client> compiled = CompiledCondition.of(
                all(where(NAME, present()), count(VISITS, ever(), atLeast(1))), Client.class, CATALOG);
        assertThat(compiled.test(CLIENT, stock, NOW)).isFalse();
        assertThat(stock.asked).isEmpty();
    }

    @Test
    void aStoreIsNeverAskedForMoreThanSomeThousandAtOnce() {
        List<Client> chunk = new ArrayList<>();
        for (int i = 0; i < Chunk.MAX_ASKED + 1; i++) {
            chunk.add(Shop.client("c" + i));
        }
        List<Integer> sizes = new ArrayList<>();
        Facts facts = new Facts() {
            @Override
            public <S, R> List<List<R>> related(Relation<S, R> relation, List<S> some, Moment moment) {
                sizes.add(some.size());
                return some.stream().map(s -> List.<R>of()).toList();
            }
        };
        CompiledCondition.of(Conditions.<Client, Visit>count(VISITS, ever(), is(0)), Client.class, CATALOG)
                .testAll(chunk, facts, NOW);
        assertThat(sizes).containsExactly(Chunk.MAX_ASKED, 1);
    }

    @Test
    void aSegmentIsTheStoredMembershipThatHasNotEnded() {
        SegmentId hot = new SegmentId("hot");
        Instant since = Instant.parse("2026-01-01T00:00:00Z");
        Stay staying = new Stay(CLIENT.id(), "client", hot, since, null);
        Stay gone = new Stay(CLIENT.id(), "client", hot, since, Instant.parse("2026-02-01T00:00:00Z"));
        Stay other = new Stay(CLIENT.id(), "client", new SegmentId("cold"), since, null);
        Stay namesake = new Stay(CLIENT.id(), "lead", hot, since, null);
        assertThat(holds(inSegment(hot), CLIENT, gone, staying)).isTrue();
        assertThat(holds(inSegment(hot), CLIENT, gone, other, namesake)).isFalse();
        assertThat(ask(inSegment(hot), CLIENT, new Stock(staying), utc("2025-12-31T00:00:00Z")))
                .isEqualTo(no("2026-01-01T00:00:00Z"));
    }

    @Test
    void allHoldsAsLongAsItsShortestAndFailsAsLongAsItsLongest() {
        Client seen = Shop.with(LAST_SEEN, Instant.parse("2026-11-23T09:00:00Z"));
        Condition<Client> twoHours = where(LAST_SEEN, ageAtMost(Duration.ofHours(2)));
        Condition<Client> threeHours = where(LAST_SEEN, ageAtMost(Duration.ofHours(3)));
        assertThat(ask(all(twoHours, threeHours), seen, NOW)).isEqualTo(yes("2026-11-23T11:00:00.000001Z"));
        assertThat(ask(any(twoHours, threeHours), seen, NOW)).isEqualTo(yes("2026-11-23T12:00:00.000001Z"));
        assertThat(ask(not(all(twoHours, threeHours)), seen, NOW)).isEqualTo(no("2026-11-23T11:00:00.000001Z"));
        assertThat(ask(all(not(twoHours), not(threeHours)), seen, NOW)).isEqualTo(no("2026-11-23T12:00:00.000001Z"));
        assertThat(ask(all(twoHours, any()), seen, NOW)).isEqualTo(NO);
        assertThat(ask(any(twoHours, always()), seen, NOW)).isEqualTo(YES);
    }

    @Test
    void aManyValuedFieldHoldsAsLongAsItsLongestElement() {
        Client client = new Client(
                CLIENT.id(),
                new Client.Values(
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        List.of(),
                        List.of(Instant.parse("2026-11-23T09:00:00Z"), Instant.parse("2026-11-23T09:30:00Z")),
                        null),
                List.of());
        assertThat(ask(where(ALARMS, ageAtMost(Duration.ofHours(1))), client, NOW))
                .isEqualTo(yes("2026-11-23T10:30:00.000001Z"));
        assertThat(ask(where(ALARMS, ageAtLeast(Duration.ofHours(2))), client, NOW))
                .isEqualTo(no("2026-11-23T11:00:00Z"));
    }

    @Test
    void whatTheCatalogueDoesNotHoldIsRefusedWhenItIsCompiled() {
        Field.One<Client, String> stranger = Field.one(Client.class, "stranger", FieldType.TEXT, c -> "x");
        Field.One<Client, BigDecimal> retyped = Field.one(Client.class, "name", FieldType.INTEGER, c -> null);
        Relation<Client, Visit> unknown = Relation.join("unknown", Shop.ID, Shop.VISITOR);
        Relation<Client, Visit> elsewhere = Relation.join("visits", NAME, CHANNEL);
        refused(where(stranger, present()), "client.stranger");
        refused(where(retyped, present()), "client.name");
        refused(count(unknown, ever(), atLeast(1)), "relation");
        refused(count(elsewhere, ever(), atLeast(1)), "client.visits");
        Field.One<Visit, BigDecimal> secret = Field.one(Visit.class, "secret", FieldType.INTEGER, v -> null);
        refused(count(VISITS, where(secret, present()), ever(), atLeast(1)), "visit.secret");
        refused(sum(secret, VISITS, always(), ever(), atLeast(1)), "visit.secret");
        assertThatThrownBy(() -> CompiledCondition.of(inSegment(new SegmentId("s")), Visit.class, CATALOG))
                .isInstanceOf(Invalid.class);
        assertThatThrownBy(() -> CompiledCondition.of(all(), String.class, CATALOG))
                .isInstanceOf(Invalid.class);
    }

    private static void refused(Condition<Client> condition, String path) {
        assertThatThrownBy(() -> CompiledCondition.of(not(all(condition)), Client.class, CATALOG))
                .isInstanceOfSatisfying(Invalid.class, e -> assertThat(e.path()).isEqualTo(path));
    }

    @Test
    void whatIsReadIsTheCataloguesFieldAndNotTheConditions() {
        Field.One<Client, String> forged = Field.one(Client.class, "name", FieldType.TEXT, c -> "forged");
        assertThat(holds(where(forged, is("forged")), Shop.with(NAME, "Asha"))).isFalse();
        assertThat(holds(where(forged, is("Asha")), Shop.with(NAME, "Asha"))).isTrue();
    }

    @Test
    void aStoreThatAnswersForOthersIsFound() {
        Facts forgetful = new Facts() {
            @Override
            public <S, R> List<List<R>> related(Relation<S, R> relation, List<S> some, Moment moment) {
                return List.of();
            }
        };
        assertThatThrownBy(() -> ask(count(VISITS, ever(), is(0)), CLIENT, forgetful, NOW))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void anExplanationSaysWhatWasFoundAtEachLeaf() {
        Condition<Client> condition = all(
                where(NAME, is("Asha")),
                not(where(SCORE, present())),
                count(VISITS, where(CHANNEL, is("email")), Window.last(Duration.ofDays(30)), atLeast(1)),
                sum(AMOUNT, VISITS, always(), ever(), atLeast(5)));
        Visit email = new Visit(
                CLIENT.id(), "email", new BigDecimal("12.500"), Instant.parse("2026-11-01T00:00:00Z"), null, null);
        Explanation explanation = CompiledCondition.of(condition, Client.class, CATALOG)
                .explain(Shop.with(NAME, "Asha"), new Stock(email, email), NOW);
        assertThat(explanation.text())
                .isEqualTo("yes  " + condition.describe() + "\n"
                        + "  yes  name is Asha (found Asha)\n"
                        + "  yes  score is missing\n"
                        + "    no   score is present (missing)\n"
                        + "  yes  at least 1 visit in the last 30 days where channel is email (found 2)\n"
                        + "  yes  total amount is at least 5 over visits (found 25 over 2)");
        assertThat(explanation.toString()).doesNotContain("Asha");
    }
}
