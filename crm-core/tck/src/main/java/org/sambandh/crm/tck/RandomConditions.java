package org.sambandh.crm.tck;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import org.sambandh.crm.common.Moment;
import org.sambandh.crm.common.SegmentId;
import org.sambandh.crm.condition.Condition;
import org.sambandh.crm.condition.Conditions;
import org.sambandh.crm.condition.Measure;
import org.sambandh.crm.condition.Tests;
import org.sambandh.crm.condition.ValueTest;
import org.sambandh.crm.condition.Window;
import org.sambandh.crm.field.Catalog;
import org.sambandh.crm.field.Field;
import org.sambandh.crm.field.FieldType;
import org.sambandh.crm.field.Relation;

/**
 * Draws conditions over everything that a catalogue knows: fields, paths of up to three references, related facts in
 * windows with every measure, segments, all, any and not, nested. Operands are mostly values of given rows or lie just
 * beside them, so that most conditions match some rows and not others; moments lie at the edges of days, months and
 * summer time. All that is drawn is valid. The same seed, catalogue and rows give the same conditions. Not safe for
 * concurrent use.
 */
public final class RandomConditions {

    private static final int MOST_PARTS = 3;

    /** Times no further from 1970 can be ends of windows that are still ordinary. */
    private static final Duration ORDINARY = Duration.ofDays(300_000);

    private final Catalog catalog;
    private final RowValues values;
    private final RandomTests tests;
    private final Random random;
    private final Map<String, Integer> drawn = new TreeMap<>();

    private RandomConditions(Catalog catalog, Map<Class<?>, ? extends List<?>> rows, long seed) {
        this.catalog = catalog;
        this.random = new Random(seed);
        this.values = new RowValues(catalog, rows);
        this.tests = new RandomTests(random, name -> drawn.merge(name, 1, Integer::sum));
    }

    /**
     * Returns a generator.
     *
     * @param catalog what may be named
     * @param rows some entities of each class, from which operands are taken
     * @param seed the same one gives the same conditions
     * @return the generator
     */
    public static RandomConditions over(Catalog catalog, Map<Class<?>, ? extends List<?>> rows, long seed) {
        return new RandomConditions(catalog, rows, seed);
    }

    /** {@return how often what was drawn: kinds of nodes, tests, windows and measures, fields and relations by name} */
    public Map<String, Integer> drawn() {
        return Collections.unmodifiableMap(drawn);
    }

    /**
     * Returns a condition.
     *
     * @param subject the class of the subject
     * @param <S> the class of the subject
     * @return a valid condition, at most four levels deep
     */
    public <S> Condition<S> next(Class<S> subject) {
        return node(subject, 2 + random.nextInt(2), true);
    }

    /** {@return a moment at an edge of something, in a zone that differs from others} */
    public Moment nextMoment() {
        Instant at = pick(List.of(
                Samples.MOMENT.at(),
                Samples.MOMENT.at(),
                Samples.MOMENT.at(),
                Samples.MOMENT.at(),
                Samples.MOMENT.at().plusNanos(1_000),
                Instant.parse("2026-03-14T18:30:00Z"),
                Instant.parse("2026-03-14T18:29:59.999999Z"),
                Instant.parse("2026-03-08T06:59:59.999999Z"),
                Instant.parse("2026-03-31T18:30:00Z"),
                Instant.parse("2024-02-29T12:00:00Z"),
                Instant.parse("2027-02-28T23:30:00Z"),
                Instant.parse("2026-12-31T23:59:59.999999Z")));
        ZoneId zone = ZoneId.of(pick(List.of(
                "Asia/Kolkata",
                "Asia/Kolkata",
                "UTC",
                "America/St_Johns",
                "Pacific/Apia",
                "Australia/Lord_Howe",
                "Asia/Beirut")));
        return new Moment(at, zone);
    }

    private <S> Condition<S> node(Class<S> subject, int depth, boolean related) {
        int dice = random.nextInt(10);
        if (depth <= 1 || dice < 3) {
            return leaf(subject, related);
        } else if (dice < 5) {
            count("not");
            return Conditions.not(node(subject, depth - 1, related));
        }
        List<Condition<S>> parts = new ArrayList<>();
        int size = random.nextInt(MOST_PARTS + 1);
        for (int i = 0; i < size; i++) {
            parts.add(node(subject, depth - 1, related));
        }
        count(dice < 8 ? "all" : "any");
        return dice < 8 ? Conditions.all(parts) : Conditions.any(parts);
    }

    private <S> Condition<S> leaf(Class<S> subject, boolean related) {
        int dice = random.nextInt(100);
        if (dice < 2) {
            count("always");
            return Conditions.always();
        } else if (dice < 7 && catalog.subject(subject).memberships().isPresent()) {
            count("inSegment");
            return Conditions.inSegment(new SegmentId(Samples.id("segment", random.nextInt(3))));
        } else if (dice < 30 && related) {
            List<Relation<S, ?>> relations = relations(subject);
            if (!relations.isEmpty()) {
                return relatedTest(pick(relations));
            }
        } else if (dice < 50) {
            Optional<Field<S, ?>> path = path(subject, 1 + random.nextInt(3));
            if (path.isPresent()) {
                count("path");
                return fieldTest(path.get());
            }
        }
        List<Field<S, ?>> fields = List.copyOf(catalog.subject(subject).fields());
        List<Field<S, ?>> times =
                fields.stream().filter(RandomConditions::isTime).toList();
        return fieldTest(pick(dice < 65 && !times.isEmpty() ? times : fields));
    }

    /** Days and hours are where stores differ most. */
    private static boolean isTime(Field<?, ?> field) {
        return field.type().kind() == FieldType.Kind.DATE || field.type().kind() == FieldType.Kind.INSTANT;
    }

    private <S, V> Condition<S> fieldTest(Field<S, V> field) {
        count("field " + field);
        return Conditions.where(field, tests.next(field.type(), values.of(field)));
    }

    private <S> List<Relation<S, ?>> relations(Class<S> subject) {
        return catalog.subject(subject).relations().stream()
                .filter(relation -> !(relation instanceof Relation.ToOne))
                .toList();
    }

    private <S> Optional<Field<S, ?>> path(Class<S> subject, int hops) {
        List<Field.Reference<S, ?, ?>> references = new ArrayList<>();
        for (Field<S, ?> field : catalog.subject(subject).fields()) {
            if (field instanceof Field.Reference<S, ?, ?> reference) {
                references.add(reference);
            }
        }
        if (references.isEmpty()) {
            return Optional.empty();
        }
        Field.Reference<S, ?, ?> first = pick(references);
        return Optional.of(over(first, hops));
    }

    private <S, R> Field<S, ?> over(Field.Reference<S, ?, R> reference, int hops) {
        Optional<Field<R, ?>> rest = hops > 1 ? path(reference.target(), hops - 1) : Optional.empty();
        Field<R, ?> target = rest.isPresent()
                ? rest.get()
                : pick(List.copyOf(catalog.subject(reference.target()).fields()));
        return reference.to(target);
    }

    private <S, R> Condition<S> relatedTest(Relation<S, R> relation) {
        count("relation " + relation.name());
        Condition<R> where = random.nextInt(3) == 0 ? Conditions.always() : node(relation.fact(), 2, false);
        Window window = relation.time()
                .map(time -> window(values.of(time).stream()
                        .map(at -> at.truncatedTo(ChronoUnit.MICROS))
                        .filter(RandomConditions::isOrdinary)
                        .toList()))
                .orElse(Window.ever());
        List<Field<R, BigDecimal>> numbers = values.numbers(relation.fact());
        if (numbers.isEmpty() || random.nextInt(5) < 3) {
            count("measure COUNT");
            return Conditions.count(relation, where, window, countTest());
        }
        Measure.Kind kind = pick(List.of(Measure.Kind.SUM, Measure.Kind.MIN, Measure.Kind.MAX, Measure.Kind.AVERAGE));
        Field<R, BigDecimal> number = pick(numbers);
        count("measure " + kind);
        ValueTest<BigDecimal> test = tests.next(FieldType.number(9), values.of(number));
        return Conditions.measure(kind, number, relation, where, window, test);
    }

    private ValueTest<BigDecimal> countTest() {
        int number = random.nextInt(4);
        return switch (random.nextInt(6)) {
            case 0 -> Tests.is(number);
            case 1 -> Tests.atMost(number);
            case 2 -> Tests.between(number, number + 1L);
            case 3 -> Tests.inNumbers(number, 1);
            case 4 -> Tests.atLeast(new BigDecimal("0.5"));
            default -> Tests.atLeast(number);
        };
    }

    private static boolean isOrdinary(Instant time) {
        return Math.abs(time.getEpochSecond()) < ORDINARY.toSeconds();
    }

    /** Mostly one at an end of which a fact lies. */
    private Window window(List<Instant> times) {
        Instant at = Samples.MOMENT.at();
        int dice = random.nextInt(3);
        if (dice == 0) {
            count("window ever");
            return Window.ever();
        }
        Instant edge = times.isEmpty() || random.nextInt(3) == 0 ? at : pick(times);
        if (dice == 1) {
            count("window last");
            Duration back = Duration.between(edge, at);
            return Window.last(
                    back.isNegative() || back.isZero()
                            ? pick(List.of(
                                    Duration.ofNanos(1_000),
                                    Duration.ofDays(1),
                                    Duration.ofDays(30),
                                    Duration.ofDays(90),
                                    Duration.ofDays(400)))
                            : back);
        }
        count("window fixed");
        return random.nextBoolean()
                ? Window.fixed(
                        edge.minus(pick(List.of(Duration.ZERO, Duration.ofDays(30), Duration.ofDays(900)))), edge)
                : Window.fixed(edge, edge.plus(pick(List.of(Duration.ofNanos(1_000), Duration.ofDays(9)))));
    }

    private <X> X pick(List<X> choices) {
        return choices.get(random.nextInt(choices.size()));
    }

    private void count(String name) {
        drawn.merge(name, 1, Integer::sum);
    }
}
