package org.sambandh.crm.tck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.Normalizer;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.sambandh.crm.common.Moment;
import org.sambandh.crm.common.Money;
import org.sambandh.crm.common.Text;
import org.sambandh.crm.condition.CompiledCondition;
import org.sambandh.crm.condition.Engine;
import org.sambandh.crm.condition.Facts;
import org.sambandh.crm.condition.Verdict;
import org.sambandh.crm.field.Attributes;
import org.sambandh.crm.field.Relation;

/** Whoever runs conditions with a mistake disagrees with the plain engine: the comparison can fail, and says about what. */
class BrokenWaysTest {

    /** Far more than any of the mistakes needs. */
    private static final int WORLDS = 300;

    /** What an engine does wrong: with what it is asked, with the values it reads, with facts, with its answers. */
    record Mistake(
            String name,
            Rewrite conditions,
            UnaryOperator<Moment> moments,
            UnaryOperator<@Nullable Object> values,
            UnaryOperator<Facts> facts) {

        static Mistake inConditions(Rewrite conditions) {
            String name = conditions.getClass().getSimpleName();
            return new Mistake(name, conditions, m -> m, v -> v, f -> f);
        }

        static Mistake inMoments(String name, UnaryOperator<Moment> moments) {
            return new Mistake(name, new Rewrite(), moments, v -> v, f -> f);
        }

        static Mistake inValues(String name, UnaryOperator<@Nullable Object> values) {
            return new Mistake(name, new Rewrite(), m -> m, values, f -> f);
        }

        static Mistake inFacts(String name, UnaryOperator<Facts> facts) {
            return new Mistake(name, new Rewrite(), m -> m, v -> v, facts);
        }

        @Override
        public String toString() {
            return name;
        }
    }

    static List<Mistake> mistakes() {
        return List.of(
                Mistake.inConditions(new Rewrite.ThirdTruthValue()),
                Mistake.inConditions(new Rewrite.AllOfNothingIsFalse()),
                Mistake.inConditions(new Rewrite.AnyOfNothingIsTrue()),
                Mistake.inConditions(new Rewrite.WindowEndIsOut()),
                Mistake.inConditions(new Rewrite.WindowBeginIsOut()),
                Mistake.inConditions(new Rewrite.SumOverNothingIsMissing()),
                Mistake.inConditions(new Rewrite.MinimumOverNothingIsZero()),
                Mistake.inConditions(new Rewrite.CountsTheFactsOfAnyWhere()),
                Mistake.inConditions(new Rewrite.ExactAgeIsTooYoung()),
                Mistake.inConditions(new Rewrite.NoFiscalYears()),
                Mistake.inConditions(new Rewrite.IgnoresCase()),
                Mistake.inConditions(new Rewrite.RangeBeginIsOut()),
                Mistake.inMoments("forgets the zone", moment -> new Moment(moment.at(), ZoneOffset.UTC)),
                Mistake.inMoments("is a microsecond late", BrokenWaysTest::late),
                Mistake.inValues(
                        "takes one of many",
                        value -> value instanceof List<?> list
                                ? list.stream().limit(1).toList()
                                : value),
                Mistake.inValues(
                        "holds numbers in doubles",
                        value -> value instanceof BigDecimal number ? inDouble(number) : value),
                Mistake.inValues(
                        "holds instants in milliseconds",
                        value -> value instanceof Instant instant ? instant.truncatedTo(ChronoUnit.MILLIS) : value),
                Mistake.inValues(
                        "ends with the year 9999",
                        value -> value instanceof Instant instant
                                        && instant.isAfter(Instant.parse("9999-12-31T23:59:59.999999Z"))
                                ? Instant.parse("9999-12-31T23:59:59.999999Z")
                                : value),
                Mistake.inValues(
                        "forgets the currency",
                        value -> value instanceof Money money
                                        && money.currency().getCurrencyCode().equals("USD")
                                ? Money.of(money.amount().toPlainString(), "INR")
                                : value),
                Mistake.inValues(
                        "takes blank text for a value",
                        value -> value instanceof String text && Text.isBlank(text) ? "blank" : value),
                Mistake.inValues(
                        "strips accents and vowel signs",
                        value -> value instanceof String text
                                ? Normalizer.normalize(text, Normalizer.Form.NFD)
                                        .replaceAll("\\p{M}", "")
                                : value),
                Mistake.inValues(
                        "keeps capitals only",
                        value -> value instanceof String text ? text.toUpperCase(Locale.ROOT) : value),
                Mistake.inFacts(
                        "sees facts twice", facts -> changing(facts, lists -> each(lists, list -> twice(list)))),
                Mistake.inFacts(
                        "sees one fact",
                        facts -> changing(
                                facts, lists -> each(lists, list -> list.subList(0, Math.min(1, list.size()))))),
                Mistake.inFacts(
                        "mixes up whose facts they are",
                        facts -> changing(facts, lists -> {
                            List<List<?>> turned = new ArrayList<>(lists);
                            turned.add(turned.remove(0));
                            return turned;
                        })));
    }

    private static Moment late(Moment moment) {
        boolean last = moment.at().isAfter(Instant.MAX.minusSeconds(1));
        return last ? moment : new Moment(moment.at().plusNanos(1_000), moment.zone());
    }

    private static BigDecimal inDouble(BigDecimal number) {
        BigDecimal rounded = BigDecimal.valueOf(number.doubleValue()).setScale(number.scale(), RoundingMode.HALF_UP);
        return rounded.precision() > 18 ? number : rounded;
    }

    private static List<List<?>> each(List<List<?>> lists, UnaryOperator<List<?>> change) {
        List<List<?>> changed = new ArrayList<>();
        lists.forEach(list -> changed.add(change.apply(list)));
        return changed;
    }

    private static List<?> twice(List<?> list) {
        List<Object> twice = new ArrayList<>(list);
        twice.addAll(list);
        return twice;
    }

    private static Facts changing(Facts facts, UnaryOperator<List<List<?>>> change) {
        return new Facts() {
            @Override
            @SuppressWarnings("unchecked") // what is changed is which facts, not of which class
            public <S, R> List<List<R>> related(Relation<S, R> relation, List<S> chunk, Moment moment) {
                List<List<R>> sound = facts.related(relation, chunk, moment);
                return relation instanceof Relation.ToOne ? sound : (List) change.apply((List) sound);
            }
        };
    }

    @ParameterizedTest
    @MethodSource("mistakes")
    void aMistakeIsFoundAndTheSmallestPartThatShowsItIsPrinted(Mistake mistake) {
        int worlds = worldsUntilFound(mistake);
        System.out.printf("mistake '%s': found in generated catalogue %d%n", mistake, worlds + 1);
        assertThat(worlds).as("catalogues in which the mistake was not found").isLessThan(WORLDS);
    }

    private static int worldsUntilFound(Mistake mistake) {
        for (int i = 0; i < WORLDS; i++) {
            World world = World.of(i, 1 + i % 3, 12);
            for (Class<? extends Thing> kind : world.kinds()) {
                String message = found(world, kind, mistake);
                if (message != null) {
                    assertThat(message).contains("condition\n  {", "BROKEN");
                    return i;
                }
            }
        }
        return WORLDS;
    }

    private static <S extends Thing> @Nullable String found(World world, Class<S> kind, Mistake mistake) {
        Scene<S> scene = world.scene(kind);
        Way<S> broken = new Broken<>(world, kind, mistake);
        try {
            new Parity<>(scene, List.of(broken), String::valueOf).compare(world.asked(kind, 20));
            return null;
        } catch (AssertionError e) {
            return String.valueOf(e.getMessage());
        }
    }

    /** The plain engine, misled. */
    private static final class Broken<S extends Thing> implements Way<S> {

        private final EngineWay<S> engine;
        private final Mistake mistake;

        Broken(World world, Class<S> kind, Mistake mistake) {
            Map<Class<?>, List<?>> rows = new LinkedHashMap<>();
            world.rows()
                    .forEach((type, some) -> rows.put(
                            type,
                            some.stream()
                                    .map(row -> changed(row, mistake.values()))
                                    .toList()));
            Facts facts = mistake.facts().apply(new PlainFacts(rows, id -> id));
            List<S> own =
                    rows.getOrDefault(kind, List.of()).stream().map(kind::cast).toList();
            this.engine = new EngineWay<>(new Scene<>(world.catalog(), kind, own, facts), Engine.PLAIN);
            this.mistake = mistake;
        }

        @Override
        public String name() {
            return "BROKEN";
        }

        @Override
        public List<Answer> answers(Asked<S> asked) {
            return engine.answers(new Asked<>(
                    mistake.conditions().of(asked.condition()),
                    mistake.moments().apply(asked.moment())));
        }
    }

    private static Object changed(Object row, UnaryOperator<@Nullable Object> values) {
        if (!(row instanceof Thing thing)) {
            return row;
        }
        Map<String, Object> own = new TreeMap<>();
        thing.attributes().values().forEach((name, value) -> {
            Object other = changedValue(value, values);
            if (other != null && !(other instanceof List<?> list && list.isEmpty())) {
                own.put(name, other);
            }
        });
        List<Thing.Piece> pieces = thing.pieces().stream()
                .map(piece -> new Thing.Piece(changed(piece.values(), values)))
                .toList();
        return thing.holding(
                new Thing.Inside(thing.id(), changed(thing.inside().values(), values), Attributes.of(own), pieces));
    }

    private static List<@Nullable Object> changed(List<@Nullable Object> row, UnaryOperator<@Nullable Object> values) {
        List<@Nullable Object> changed = new ArrayList<>();
        row.forEach(value -> changed.add(changedValue(value, values)));
        return changed;
    }

    private static @Nullable Object changedValue(@Nullable Object value, UnaryOperator<@Nullable Object> values) {
        Object changed = values.apply(value);
        if (changed instanceof List<?> list) {
            List<@Nullable Object> elements = new ArrayList<>();
            list.forEach(element -> elements.add(values.apply(element)));
            return elements;
        }
        return changed;
    }

    /** The plain engine with other verdicts. */
    private interface Verdicts {
        Verdict of(Verdict sound, Moment moment);
    }

    private static <S extends Thing> Way<S> telling(Scene<S> scene, Verdicts verdicts) {
        return new Way<>() {
            @Override
            public String name() {
                return "BROKEN";
            }

            @Override
            public List<Answer> answers(Asked<S> asked) {
                List<Verdict> told = CompiledCondition.of(
                                asked.condition(), scene.subject(), scene.catalog(), Engine.PLAIN)
                        .verdicts(scene.rows(), scene.facts(), asked.moment())
                        .stream()
                        .map(verdict -> verdicts.of(verdict, asked.moment()))
                        .toList();
                return List.of(new Answer("until", EngineWay.heldOn(scene, asked, told)));
            }
        };
    }

    private static void assertFound(Verdicts verdicts) {
        assertThatThrownBy(() -> {
                    for (int i = 0; i < WORLDS; i++) {
                        World world = World.of(i, 1, 12);
                        Scene<Thing.Red> scene = world.scene(Thing.Red.class);
                        new Parity<>(scene, List.of(telling(scene, verdicts)), String::valueOf)
                                .compare(world.asked(Thing.Red.class, 20));
                    }
                })
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("BROKEN, until");
    }

    @Test
    void aVerdictThatEndsAtOnceIsFound() {
        assertFound((sound, moment) -> new Verdict(sound.matches(), moment.at()));
    }

    @Test
    void aVerdictThatEndsTooLateIsFound() {
        assertFound((sound, moment) ->
                sound.canFlip() ? new Verdict(sound.matches(), sound.until().plusNanos(1_000)) : sound);
    }

    @Test
    void aVerdictThatNeverEndsIsFound() {
        assertFound((sound, moment) -> new Verdict(sound.matches(), Verdict.FOREVER));
    }

    @Test
    void aWayThatAnswersForAnotherRowOrThrowsIsFound() {
        World world = World.of(1, 1, 12);
        Scene<Thing.Red> scene = world.scene(Thing.Red.class);
        for (boolean fails : List.of(false, true)) {
            Way<Thing.Red> broken = new Way<>() {
                @Override
                public String name() {
                    return "BROKEN";
                }

                @Override
                public List<Answer> answers(Asked<Thing.Red> asked) {
                    if (fails) {
                        throw new ArithmeticException("too large");
                    }
                    BitSet none = new BitSet();
                    none.set(scene.rows().size());
                    return List.of(new Answer("beyond the last row", none));
                }
            };
            assertThatThrownBy(() -> new Parity<>(scene, List.of(broken), String::valueOf)
                            .compare(world.asked(Thing.Red.class, 20)))
                    .isInstanceOf(AssertionError.class)
                    .hasMessageContaining(fails ? "threw java.lang.ArithmeticException" : "beyond the last row");
        }
    }
}
