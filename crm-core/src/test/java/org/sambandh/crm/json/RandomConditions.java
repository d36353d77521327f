package org.sambandh.crm.json;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.sambandh.crm.common.Invalid;
import org.sambandh.crm.common.Money;
import org.sambandh.crm.common.SegmentId;
import org.sambandh.crm.condition.CalendarUnit;
import org.sambandh.crm.condition.Condition;
import org.sambandh.crm.condition.Measure;
import org.sambandh.crm.condition.ValueTest;
import org.sambandh.crm.condition.Window;
import org.sambandh.crm.field.Catalog;
import org.sambandh.crm.field.Field;
import org.sambandh.crm.field.FieldType;
import org.sambandh.crm.field.Relation;

/** Any condition that a catalogue allows: every field, path, relation, measure, window and test can come up. */
final class RandomConditions {

    private static final List<String> TEXTS = List.of(
            "gold", "राम", "रामा", "ΟΔΟΣ", "e\u0301", "\"\\/\u0007\u2028", "{\"is\":1}", "a b", "👩‍👩‍👧", "0012");

    /** Codes and ids differ in what they allow; one of these fits each. */
    private static final List<String> CODES = List.of("email", "a1", "A-1", "lead");

    private static final List<Duration> SPANS = List.of(
            Duration.ofMinutes(90),
            Duration.ofDays(30),
            Duration.ofSeconds(1, 1_000),
            Duration.ofDays(365_000),
            Duration.ofHours(25));

    private static final List<Period> PERIODS =
            List.of(Period.ZERO, Period.ofDays(30), Period.of(1, 2, 3), Period.ofMonths(18), Period.ofYears(1_000));

    private final Catalog catalog;
    private final Random random;

    RandomConditions(Catalog catalog, Random random) {
        this.catalog = catalog;
        this.random = random;
    }

    <S> Condition<S> about(Class<S> subject, int depth) {
        return about(subject, depth, true);
    }

    private <S> Condition<S> about(Class<S> subject, int depth, boolean relations) {
        int choice = random.nextInt(depth > 1 ? 10 : 6);
        return switch (choice) {
            case 0 -> new Condition.Always<>();
            case 1 -> new Condition.InSegment<>(new SegmentId("s-" + random.nextInt(9)));
            case 6 -> new Condition.All<>(some(subject, depth, relations));
            case 7 -> new Condition.Any<>(some(subject, depth, relations));
            case 8 -> new Condition.Not<>(about(subject, depth - 1, relations));
            case 9 -> relations ? related(subject, depth) : tested(subject);
            default -> tested(subject);
        };
    }

    private <S> List<Condition<S>> some(Class<S> subject, int depth, boolean relations) {
        List<Condition<S>> conditions = new ArrayList<>();
        for (int i = random.nextInt(4); i > 0; i--) {
            conditions.add(about(subject, depth - 1, relations));
        }
        return conditions;
    }

    private <S> Condition<S> tested(Class<S> subject) {
        Field<S, ?> field = oneOf(List.copyOf(catalog.subject(subject).fields()));
        if (field instanceof Field.Reference<S, ?, ?> reference && random.nextBoolean()) {
            Field<?, ?> target =
                    oneOf(List.copyOf(catalog.subject(reference.target()).fields()));
            return tested(catalog.field(subject, reference.name() + "." + target.name()));
        }
        return tested(field);
    }

    private <S, V> Condition<S> tested(Field<S, V> field) {
        return new Condition.FieldTest<>(field, test(field.type()));
    }

    private <S> Condition<S> related(Class<S> subject, int depth) {
        List<Relation<S, ?>> relations = catalog.subject(subject).relations().stream()
                .filter(r -> !(r instanceof Relation.ToOne))
                .toList();
        return relations.isEmpty() ? tested(subject) : related(oneOf(relations), depth);
    }

    private <S, R> Condition<S> related(Relation<S, R> relation, int depth) {
        Condition<R> where = about(relation.fact(), depth - 1, false);
        Window window = relation.time().isPresent() ? window() : Window.ever();
        return new Condition.RelatedTest<>(
                relation, where, window, measure(relation.fact()), test(FieldType.number(9)));
    }

    private Window window() {
        return switch (random.nextInt(3)) {
            case 0 -> Window.ever();
            case 1 -> Window.last(oneOf(SPANS));
            default -> {
                Instant from = instant();
                yield Window.fixed(from, from.plus(random.nextInt(1_000_000), ChronoUnit.MILLIS));
            }
        };
    }

    @SuppressWarnings("unchecked") // a field of numbers has elements of class BigDecimal
    private <R> Measure<R> measure(Class<R> fact) {
        List<Field<R, ?>> numbers = catalog.subject(fact).fields().stream()
                .filter(f -> f.type().kind() == FieldType.Kind.NUMBER)
                .toList();
        Measure.Kind kind = numbers.isEmpty() ? Measure.Kind.COUNT : oneOf(List.of(Measure.Kind.values()));
        return new Measure<>(kind, kind == Measure.Kind.COUNT ? null : (Field<R, BigDecimal>) oneOf(numbers));
    }

    @SuppressWarnings("unchecked") // a field of texts has elements of class String
    private <V> ValueTest<V> test(FieldType<V> type) {
        boolean temporal = type.kind() == FieldType.Kind.DATE || type.kind() == FieldType.Kind.INSTANT;
        return switch (random.nextInt(7)) {
            case 0 -> new ValueTest.In<>(Set.copyOf(values(type)));
            case 1 -> new ValueTest.Present<>();
            case 2, 3 -> type.isOrdered() ? range(type) : new ValueTest.Is<>(value(type));
            case 4, 5 -> {
                if (temporal) {
                    yield temporal(type.kind() == FieldType.Kind.DATE);
                }
                yield type.kind() == FieldType.Kind.TEXT ? (ValueTest<V>) match() : new ValueTest.Is<>(value(type));
            }
            default -> new ValueTest.Is<>(value(type));
        };
    }

    private ValueTest<String> match() {
        return new ValueTest.TextMatch(
                oneOf(List.of(ValueTest.TextMatch.Kind.values())), oneOf(TEXTS), random.nextBoolean());
    }

    private <V> ValueTest<V> temporal(boolean date) {
        return switch (random.nextInt(4)) {
            case 0 -> new ValueTest.Age<>(random.nextBoolean(), date ? Duration.ofDays(45) : oneOf(SPANS));
            case 1 -> new ValueTest.Age<>(random.nextBoolean(), oneOf(PERIODS));
            case 2 -> {
                int first = random.nextInt(21) - 10;
                yield new ValueTest.InPeriod<>(oneOf(List.of(CalendarUnit.values())), first, first + random.nextInt(3));
            }
            default -> new ValueTest.AnniversaryWithin<>(random.nextInt(366));
        };
    }

    private <V> ValueTest<V> range(FieldType<V> type) {
        V a = value(type);
        V b = value(type);
        if (random.nextBoolean()) {
            return random.nextBoolean() ? new ValueTest.Range<>(a, null) : new ValueTest.Range<>(null, a);
        }
        try {
            return new ValueTest.Range<>(a, b);
        } catch (Invalid e) {
            return a instanceof Money ? new ValueTest.Range<>(a, a) : new ValueTest.Range<>(b, a);
        }
    }

    private <V> Set<V> values(FieldType<V> type) {
        Set<V> values = new LinkedHashSet<>();
        for (int i = random.nextInt(4); i > 0; i--) {
            values.add(value(type));
        }
        return values;
    }

    private <V> V value(FieldType<V> type) {
        Object value = switch (type.kind()) {
            case TEXT -> oneOf(TEXTS);
            case BOOLEAN -> random.nextBoolean();
            case NUMBER -> BigDecimal.valueOf(random.nextLong() % 1_000_000_000_000L, random.nextInt(25) - 6);
            case MONEY ->
                random.nextBoolean() ? Money.of(random.nextInt(), "JPY") : Money.of(random.nextInt() + ".125", "KWD");
            case DATE -> LocalDate.of(1990 + random.nextInt(60), 1, 1).plusDays(random.nextInt(365));
            case INSTANT -> instant();
            case CODE, REFERENCE -> parsed(type);
        };
        return type.valueClass().cast(value);
    }

    private Object parsed(FieldType<?> type) {
        if (!type.codes().isEmpty()) {
            return type.parse("code", oneOf(type.codes()));
        }
        Invalid refusal = null;
        for (String code : CODES) {
            try {
                return type.parse("code", code);
            } catch (Invalid e) {
                refusal = e;
            }
        }
        throw new IllegalStateException("no code fits " + type, refusal);
    }

    private Instant instant() {
        return Instant.EPOCH.plus(Math.abs(random.nextLong() % 4_000_000_000_000_000L), ChronoUnit.MICROS);
    }

    private <T> T oneOf(List<? extends T> options) {
        return options.get(random.nextInt(options.size()));
    }
}
