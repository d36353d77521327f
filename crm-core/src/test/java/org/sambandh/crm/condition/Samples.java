package org.sambandh.crm.condition;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;
import org.jspecify.annotations.Nullable;
import org.sambandh.crm.common.CustomerId;
import org.sambandh.crm.common.Moment;
import org.sambandh.crm.common.Money;
import org.sambandh.crm.common.SegmentId;
import org.sambandh.crm.common.TeamId;
import org.sambandh.crm.condition.Shop.Address;
import org.sambandh.crm.condition.Shop.Client;
import org.sambandh.crm.condition.Shop.Grade;
import org.sambandh.crm.condition.Shop.Stay;
import org.sambandh.crm.condition.Shop.Team;
import org.sambandh.crm.condition.Shop.Visit;
import org.sambandh.crm.field.Field;
import org.sambandh.crm.field.Relation;

/**
 * Made-up subjects, facts, conditions and moments. Everything temporal lies around a few instants where clocks change,
 * months end or time itself does, at distances that are also the lengths of windows and ages: so edges are hit.
 */
final class Samples {

    private Samples() {}

    private static final List<Instant> EDGES = List.of(
            Instant.parse("2026-03-08T07:00:00Z"), // New York, forward
            Instant.parse("2026-11-01T06:00:00Z"), // New York, back
            Instant.parse("2010-11-07T02:31:00Z"), // St. John's, back over midnight
            Instant.parse("2011-12-30T10:00:00Z"), // Samoa leaves out a day
            Instant.parse("2026-03-28T22:00:00Z"), // Beirut has no midnight
            Instant.parse("2028-02-29T00:00:00Z"),
            Instant.parse("2026-12-31T18:30:00Z"), // New Year in Kolkata
            Instant.parse("2027-04-01T00:00:00Z"));

    private static final List<Duration> DISTANCES = List.of(
            Duration.ZERO,
            Duration.of(1, ChronoUnit.MICROS),
            Duration.ofSeconds(1),
            Duration.ofMinutes(30),
            Duration.ofHours(1),
            Duration.ofHours(23),
            Duration.ofDays(1),
            Duration.ofDays(7),
            Duration.ofDays(30),
            Duration.ofDays(365),
            Duration.ofDays(3_653));

    private static final List<ZoneId> ZONES = List.of(
            ZoneId.of("UTC"),
            ZoneId.of("Asia/Kolkata"),
            ZoneId.of("America/New_York"),
            ZoneId.of("America/St_Johns"),
            ZoneId.of("Pacific/Apia"),
            ZoneId.of("Asia/Beirut"),
            ZoneId.of("Australia/Lord_Howe"),
            ZoneId.of("Pacific/Kiritimati"),
            ZoneId.of("-18:00"));

    static Arbitrary<Instant> instants() {
        Arbitrary<Instant> near = Combinators.combine(
                        Arbitraries.of(EDGES),
                        Arbitraries.of(DISTANCES),
                        Arbitraries.of(-1, 1),
                        Arbitraries.of(-1, 0, 1))
                .as((edge, distance, sign, micros) ->
                        edge.plus(distance.multipliedBy(sign)).plus(micros, ChronoUnit.MICROS));
        return Arbitraries.frequencyOf(
                Tuple.of(20, near),
                Tuple.of(
                        1,
                        Arbitraries.of(
                                Instant.MIN, Instant.MAX, Instant.EPOCH, Instant.parse("9999-12-31T23:59:59Z"))));
    }

    static Arbitrary<LocalDate> dates() {
        Arbitrary<LocalDate> near = Combinators.combine(
                        Arbitraries.of(EDGES), Arbitraries.integers().between(-400, 400))
                .as((edge, days) -> edge.atZone(ZONES.get(0)).toLocalDate().plusDays(days));
        return Arbitraries.frequencyOf(
                Tuple.of(20, near),
                Tuple.of(
                        1,
                        Arbitraries.of(
                                LocalDate.MIN, LocalDate.MAX, LocalDate.of(2004, 2, 29), LocalDate.of(9999, 12, 31))));
    }

    static Arbitrary<Moment> moments() {
        return Combinators.combine(instants(), Arbitraries.of(ZONES)).as(Moment::new);
    }

    static Arbitrary<String> texts() {
        return Arbitraries.of(
                "a",
                "A",
                "email",
                "राम",
                "रामा",
                "ΟΔΟΣ",
                "οδος",
                "straße",
                "İ",
                "é",
                "e\u0301",
                "👩‍👩‍👧",
                "\uD835\uDD18",
                "%_\\",
                "{0}",
                " x ");
    }

    static Arbitrary<BigDecimal> numbers() {
        return Arbitraries.of(
                        "0",
                        "0.000",
                        "-0.001",
                        "0.5",
                        "0.50",
                        "1",
                        "2",
                        "3",
                        "999999999999999.999",
                        "-999999999999999.999")
                .map(BigDecimal::new);
    }

    private static Arbitrary<Money> amounts() {
        return Arbitraries.of(
                Money.of("0", "INR"),
                Money.of("5.25", "INR"),
                Money.of("5.25", "USD"),
                Money.of("-5", "JPY"),
                Money.of("5.250", "KWD"));
    }

    private static Arbitrary<TeamId> teams() {
        return Arbitraries.of(new TeamId("north"), new TeamId("south"), new TeamId("lost"));
    }

    private static <T> Arbitrary<@Nullable T> maybe(Arbitrary<T> values) {
        return values.injectNull(0.25);
    }

    private static Arbitrary<String> blankOr(Arbitrary<String> texts) {
        return Arbitraries.oneOf(texts, texts, Arbitraries.of("", "  ", "\u200B"));
    }

    static Arbitrary<Client> clients() {
        Arbitrary<Client.Values> some = Combinators.combine(
                        maybe(blankOr(texts())),
                        maybe(Arbitraries.of(Grade.class)),
                        maybe(Arbitraries.of(true, false)),
                        maybe(numbers()),
                        maybe(dates()),
                        maybe(instants()),
                        maybe(amounts()))
                .as((name, grade, in, score, born, seen, budget) ->
                        new Client.Values(name, grade, in, score, born, seen, budget, List.of(), List.of(), null));
        Arbitrary<Address> addresses =
                Combinators.combine(maybe(texts()), maybe(instants())).as(Address::new);
        return Combinators.combine(
                        Arbitraries.of("c1", "c2", "c3"),
                        some,
                        blankOr(texts()).list().ofMaxSize(3),
                        instants().list().ofMaxSize(3),
                        maybe(teams()),
                        addresses.list().ofMaxSize(3))
                .as((id, v, tags, alarms, team, parts) -> new Client(
                        new CustomerId(id),
                        new Client.Values(
                                v.name(),
                                v.grade(),
                                v.optedIn(),
                                v.score(),
                                v.birthDate(),
                                v.lastSeen(),
                                v.budget(),
                                tags,
                                alarms,
                                team),
                        parts));
    }

    static Arbitrary<List<Object>> facts() {
        Arbitrary<CustomerId> who = Arbitraries.of("c1", "c2", "c3").map(CustomerId::new);
        Arbitrary<Object> visits = Combinators.combine(
                        who, maybe(texts()), maybe(numbers()), maybe(instants()), maybe(instants()), maybe(teams()))
                .as(Visit::new);
        Arbitrary<Object> stays = Combinators.combine(
                        who,
                        Arbitraries.of("client", "lead"),
                        Arbitraries.of(new SegmentId("hot"), new SegmentId("cold")),
                        instants(),
                        maybe(instants()))
                .as(Stay::new);
        return Combinators.combine(
                        Arbitraries.oneOf(visits, visits, visits, stays).list().ofMaxSize(8),
                        maybe(texts()),
                        maybe(instants()))
                .as((some, office, founded) -> {
                    some.add(new Team(new TeamId("north"), office, founded, new TeamId("south")));
                    some.add(new Team(new TeamId("south"), "Pune", null, null));
                    return some;
                });
    }

    static Arbitrary<Condition<Client>> conditions() {
        return conditions(3);
    }

    private static Arbitrary<Condition<Client>> conditions(int depth) {
        Arbitrary<Condition<Client>> leaves = Arbitraries.oneOf(fieldTests(), fieldTests(), related(), segments());
        if (depth == 0) {
            return leaves;
        }
        Arbitrary<Condition<Client>> inner = Arbitraries.lazy(() -> conditions(depth - 1));
        return Arbitraries.oneOf(
                leaves,
                inner.map(Conditions::not),
                inner.list().ofMaxSize(3).map(Conditions::all),
                inner.list().ofMaxSize(3).map(Conditions::any));
    }

    private static Arbitrary<Condition<Client>> segments() {
        return Arbitraries.of(
                Conditions.always(),
                Conditions.inSegment(new SegmentId("hot")),
                Conditions.inSegment(new SegmentId("cold")));
    }

    private static Arbitrary<Condition<Client>> fieldTests() {
        return Arbitraries.oneOf(
                where(Shop.NAME, textTests()),
                where(Shop.TAGS, textTests()),
                where(Shop.TEAM.to(Shop.OFFICE), textTests()),
                where(Shop.TEAM.to(Shop.PARENT.to(Shop.OFFICE)), textTests()),
                where(Shop.TEAM.to(Shop.FOUNDED), temporalTests(instants())),
                where(Shop.GRADE, equality(Arbitraries.of(Grade.class))),
                where(Shop.OPTED_IN, equality(Arbitraries.of(true, false))),
                where(Shop.SCORE, ordered(numbers())),
                where(
                        Shop.BUDGET,
                        Arbitraries.oneOf(equality(amounts()), amounts().map(Tests::atLeast))),
                where(Shop.TEAM, equality(teams())),
                where(Shop.BIRTH_DATE, temporalTests(dates())),
                where(Shop.LAST_SEEN, temporalTests(instants())),
                where(Shop.ALARMS, temporalTests(instants())));
    }

    private static Arbitrary<Condition<Client>> related() {
        Arbitrary<Condition<Visit>> leaf = Arbitraries.oneOf(
                Arbitraries.just(Conditions.always()),
                where(Shop.CHANNEL, textTests()),
                where(Shop.AMOUNT, ordered(numbers())),
                where(Shop.ANSWERED, temporalTests(instants())),
                where(Shop.SEEN_BY.to(Shop.FOUNDED), temporalTests(instants())));
        Arbitrary<Condition<Visit>> clauses = Arbitraries.oneOf(
                leaf, leaf.map(Conditions::not), leaf.list().ofMaxSize(2).map(Conditions::all));
        Arbitrary<ValueTest<BigDecimal>> tests = Arbitraries.oneOf(
                ordered(numbers()), Arbitraries.of("0", "1", "2").map(n -> Tests.atLeast(new BigDecimal(n))));
        Arbitrary<Measure<Visit>> measures = Arbitraries.of(Measure.Kind.class)
                .map(kind -> new Measure<>(kind, kind == Measure.Kind.COUNT ? null : Shop.AMOUNT));
        return Arbitraries.oneOf(
                Combinators.combine(clauses, windows(), measures, tests)
                        .as((where, window, measure, test) ->
                                new Condition.RelatedTest<>(Shop.VISITS, where, window, measure, test)),
                counts(Shop.MOVES, where(Shop.CITY, textTests()), windows(), tests),
                counts(
                        Shop.ADDRESSES,
                        where(Shop.SINCE, temporalTests(instants())),
                        Arbitraries.just(Window.ever()),
                        tests));
    }

    private static <R> Arbitrary<Condition<Client>> counts(
            Relation<Client, R> relation,
            Arbitrary<Condition<R>> clauses,
            Arbitrary<Window> windows,
            Arbitrary<ValueTest<BigDecimal>> tests) {
        return Combinators.combine(clauses, windows, tests)
                .as((where, window, test) -> Conditions.count(relation, where, window, test));
    }

    static Arbitrary<Window> windows() {
        Arbitrary<Window> last =
                Arbitraries.of(DISTANCES).filter(d -> !d.isZero()).map(Window::last);
        Arbitrary<Window> fixed = Combinators.combine(instants(), instants())
                .as((a, b) -> a.isBefore(b) ? Window.fixed(a, b) : Window.fixed(b, a));
        return Arbitraries.oneOf(last, last, fixed, Arbitraries.just(Window.ever()));
    }

    static <S, V> Arbitrary<Condition<S>> where(Field<S, V> field, Arbitrary<ValueTest<V>> tests) {
        return tests.map(test -> Conditions.where(field, test));
    }

    static <V> Arbitrary<ValueTest<V>> equality(Arbitrary<V> values) {
        return Arbitraries.oneOf(
                values.map(Tests::is), values.set().ofMaxSize(3).map(Tests::in), Arbitraries.just(Tests.present()));
    }

    static Arbitrary<ValueTest<String>> textTests() {
        return Arbitraries.oneOf(
                equality(texts()),
                Combinators.combine(
                                Arbitraries.of(ValueTest.TextMatch.Kind.class), texts(), Arbitraries.of(true, false))
                        .as(ValueTest.TextMatch::new));
    }

    static <V extends Comparable<? super V>> Arbitrary<ValueTest<V>> ordered(Arbitrary<V> values) {
        return Arbitraries.oneOf(
                equality(values),
                values.map(Tests::atLeast),
                values.map(Tests::atMost),
                Combinators.combine(values, values)
                        .as((a, b) -> a.compareTo(b) <= 0 ? Tests.between(a, b) : Tests.between(b, a)));
    }

    static <V extends Comparable<? super V>> Arbitrary<ValueTest<V>> temporalTests(Arbitrary<V> values) {
        return Arbitraries.oneOf(ordered(values), ages(), periods(), anniversaries());
    }

    static <V> Arbitrary<ValueTest<V>> ages() {
        Arbitrary<Duration> days = Arbitraries.of(0, 1, 7, 30, 365, 365_000).map(Duration::ofDays);
        Arbitrary<Period> periods = Arbitraries.of(
                Period.ZERO,
                Period.ofDays(1),
                Period.ofMonths(1),
                Period.of(1, 1, 1),
                Period.ofYears(10),
                Period.of(1_000, 0, 365_000));
        return Arbitraries.oneOf(
                days.map(Tests::ageAtLeast),
                days.map(Tests::ageAtMost),
                periods.map(Tests::ageAtLeast),
                periods.map(Tests::ageAtMost));
    }

    static <V> Arbitrary<ValueTest<V>> periods() {
        Arbitrary<Integer> offsets =
                Arbitraries.oneOf(Arbitraries.integers().between(-3, 3), Arbitraries.of(-10_000, 10_000));
        return Combinators.combine(Arbitraries.of(CalendarUnit.class), offsets, offsets)
                .as((unit, a, b) -> Tests.inPeriods(unit, Math.min(a, b), Math.max(a, b)));
    }

    static <V> Arbitrary<ValueTest<V>> anniversaries() {
        return Arbitraries.of(0, 1, 7, 364, 365).map(Tests::anniversaryWithin);
    }
}
