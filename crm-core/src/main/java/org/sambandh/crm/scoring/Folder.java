package org.sambandh.crm.scoring;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.sambandh.crm.common.Invalid;
import org.sambandh.crm.condition.CompiledCondition;
import org.sambandh.crm.condition.Condition;
import org.sambandh.crm.condition.Measure;
import org.sambandh.crm.condition.ValueTest;
import org.sambandh.crm.field.Catalog;
import org.sambandh.crm.field.Field;
import org.sambandh.crm.field.FieldType;
import org.sambandh.crm.field.Relation;

/** Folds the criteria of one group into few steps, see {@link FastScore}. */
final class Folder<S> {

    /** The longest half-life of which every day's share is kept: 15,000 days, 120 KB. */
    private static final int MAX_HALF_LIFE = 365;

    private record Given(int criterion, long points, long capped) {}

    private record Ends(long least, long most) {}

    private record Piece(Ends ends, Given given) {}

    private record Counted(@Nullable Collection<?> keys, CountStep.Lane lane) {}

    private final Class<S> subject;
    private final Catalog catalog;
    private final List<Given> constants = new ArrayList<>();
    private final Map<Field.One<S, ?>, Map<Object, List<Given>>> texts = new LinkedHashMap<>();
    private final Map<Field.One<S, ?>, List<Piece>> longs = new LinkedHashMap<>();
    private final Map<FactList<S, ?>, List<Counted>> counts = new LinkedHashMap<>();
    private final List<Step<S>> others = new ArrayList<>();

    private Folder(Class<S> subject, Catalog catalog) {
        this.subject = subject;
        this.catalog = catalog;
    }

    @SuppressWarnings({"unchecked", "rawtypes"}) // an array of parts of one subject
    static <S> FastScore<S> fold(PointsModel<S> model, List<List<Tally.Counter<S>>> counters, Catalog catalog) {
        List<FastScore.Part<S>> parts = new ArrayList<>();
        List<Long> caps = new ArrayList<>();
        for (int g = 0; g < model.groups().size(); g++) {
            Group<S> group = model.groups().get(g);
            Folder<S> folder = new Folder<>(model.subject(), catalog);
            for (int c = 0; c < group.criteria().size(); c++) {
                Criterion<S> criterion = group.criteria().get(c);
                folder.add(criterion, caps.size(), counters.get(g).get(c));
                caps.add(Points.scaledCap(criterion.cap()));
            }
            parts.add(
                    folder.part(Points.scaledCap(group.cap()), group.criteria().size()));
        }
        return new FastScore<>(
                model,
                parts.toArray(new FastScore.Part[0]),
                Points.scaledCap(model.cap()),
                caps.stream().mapToLong(Long::longValue).toArray());
    }

    private void add(Criterion<S> criterion, int position, Tally.Counter<S> counter) {
        Condition<S> condition = criterion.rule().condition();
        long points = Points.scaled(criterion.points());
        long cap = Points.scaledCap(criterion.cap());
        if (criterion.perFact()) {
            boolean folded =
                    condition instanceof Condition.RelatedTest<S, ?> related && each(criterion, related, position);
            if (!folded) {
                others.add(new PlainStep<>(counter, position, cap));
            }
            return;
        }
        Given given = new Given(position, points, Math.min(points, cap));
        if (condition instanceof Condition.Always<S>) {
            constants.add(given);
        } else if (!(condition instanceof Condition.FieldTest<S, ?> test && field(test, given))
                && !(condition instanceof Condition.RelatedTest<S, ?> related && counted(related, given))) {
            others.add(new OneStep<>(
                    CompiledCondition.of(condition, subject, catalog), position, given.points(), given.capped()));
        }
    }

    private <V> boolean field(Condition.FieldTest<S, V> test, Given given) {
        Field.One<S, V> field = own(test.field());
        if (field == null) {
            return false;
        }
        Collection<?> values = named(field, test.test());
        if (values != null) {
            Map<Object, List<Given>> table = texts.computeIfAbsent(field, f -> new HashMap<>());
            values.forEach(v -> table.computeIfAbsent(v, x -> new ArrayList<>()).add(given));
            return true;
        }
        Ends ends = field.type().isLong() ? ends(field.type(), test.test()) : null;
        if (ends != null) {
            longs.computeIfAbsent(field, f -> new ArrayList<>()).add(new Piece(ends, given));
        }
        return ends != null;
    }

    private <R> boolean counted(Condition.RelatedTest<S, R> test, Given given) {
        FactList<S, R> facts = facts(test);
        Ends ends = countEnds(test.test());
        boolean fits = ends != null
                && ends.least() <= CountStep.MOST
                && (ends.most() == Long.MAX_VALUE || ends.most() < CountStep.MOST);
        if (facts == null || ends == null || !fits) {
            return false;
        }
        CountStep.Lane lane = new CountStep.Lane(
                FactList.Span.of(test.window()),
                ends.least(),
                ends.most(),
                given.criterion(),
                given.points(),
                given.capped());
        counts.computeIfAbsent(facts, f -> new ArrayList<>()).add(new Counted(keys(test), lane));
        return true;
    }

    private <R> boolean each(Criterion<S> criterion, Condition.RelatedTest<S, R> test, int position) {
        FactList<S, R> facts = facts(test);
        Ends ends = countEnds(test.test());
        Decay decay = criterion.decay();
        boolean slow = decay != null
                && (decay.kind() != Decay.Kind.HALF_LIFE || decay.amount().intValueExact() > MAX_HALF_LIFE);
        if (facts == null || ends == null || slow || criterion.newest() != null) {
            return false;
        }
        Map<Object, Boolean> byKey = new HashMap<>();
        Collection<?> keys = keys(test);
        if (keys != null) {
            keys.forEach(k -> byKey.put(k, true));
        }
        others.add(new EachStep<>(
                facts,
                byKey,
                FactList.Span.of(test.window()),
                ends.least(),
                ends.most(),
                position,
                criterion.points().unscaledValue().longValueExact(),
                criterion.points().scale(),
                Points.scaledCap(criterion.cap()),
                decay == null ? null : decay.shares()));
        return true;
    }

    private <R> @Nullable FactList<S, R> facts(Condition.RelatedTest<S, R> test) {
        @SuppressWarnings("unchecked") // equal relations lead to the same facts; the scorer compared them
        Relation<S, R> relation =
                (Relation<S, R>) catalog.relation(subject, test.relation().name());
        boolean simple = test.measure().kind() == Measure.Kind.COUNT && !(relation instanceof Relation.ToOne);
        if (simple && test.where() instanceof Condition.Always<R>) {
            return new FactList<>(relation, relation.time().orElse(null), null);
        } else if (simple && test.where() instanceof Condition.FieldTest<R, ?> where && named(where) != null) {
            return new FactList<>(relation, relation.time().orElse(null), own(where.field()));
        }
        return null;
    }

    private static <R> @Nullable Collection<?> keys(Condition.RelatedTest<?, R> test) {
        return test.where() instanceof Condition.FieldTest<R, ?> where ? values(where.test()) : null;
    }

    private <R, V> @Nullable Collection<?> named(Condition.FieldTest<R, V> test) {
        Field.One<R, V> field = own(test.field());
        return field == null ? null : named(field, test.test());
    }

    /** The values that a test of a text or code names, which are then looked up. */
    private static <V> @Nullable Collection<?> named(Field<?, V> field, ValueTest<V> test) {
        FieldType<V> type = field.type();
        boolean equal = type.kind() == FieldType.Kind.TEXT
                || (type.kind() == FieldType.Kind.CODE && type.valueClass().isEnum());
        return equal ? values(test) : null;
    }

    private static @Nullable Collection<?> values(ValueTest<?> test) {
        if (test instanceof ValueTest.Is<?> is) {
            return List.of(is.value());
        }
        return test instanceof ValueTest.In<?> in ? in.values() : null;
    }

    /** The catalogue's own field, if it is one of the subject with at most one value. */
    @SuppressWarnings("unchecked") // equal fields have the same type; the scorer compared them
    private <R, V> Field.@Nullable One<R, V> own(Field<R, V> field) {
        Field<R, ?> found = catalog.findField(field.subject(), field.name()).orElseThrow();
        return found instanceof Field.One<R, ?> one ? (Field.One<R, V>) one : null;
    }

    private static <V> @Nullable Ends ends(FieldType<V> type, ValueTest<V> test) {
        try {
            if (test instanceof ValueTest.Is<V> is) {
                long form = form(type, is.value());
                return new Ends(form, form);
            } else if (test instanceof ValueTest.Range<V> range) {
                V low = range.atLeast();
                V high = range.atMost();
                return new Ends(
                        low == null ? FieldType.MISSING + 1 : form(type, low),
                        high == null ? Long.MAX_VALUE : form(type, high));
            }
            return null;
        } catch (Invalid e) {
            return null;
        }
    }

    private static <V> long form(FieldType<V> type, V value) {
        if (value instanceof BigDecimal number && number.stripTrailingZeros().scale() > type.scale()) {
            throw new Invalid("value", "has more decimals than the field");
        }
        return type.toLong(value);
    }

    private static @Nullable Ends countEnds(ValueTest<BigDecimal> test) {
        if (test instanceof ValueTest.Is<BigDecimal> is
                && is.value().stripTrailingZeros().scale() <= 0) {
            long count = clipped(is.value());
            return new Ends(count, count);
        } else if (test instanceof ValueTest.Range<BigDecimal> range) {
            BigDecimal low = range.atLeast();
            BigDecimal high = range.atMost();
            return new Ends(
                    low == null ? 0 : Math.max(0, clipped(low.setScale(0, RoundingMode.CEILING))),
                    high == null ? Long.MAX_VALUE : clipped(high.setScale(0, RoundingMode.FLOOR)));
        }
        return null;
    }

    private static long clipped(BigDecimal count) {
        return count.max(BigDecimal.valueOf(-1))
                .min(BigDecimal.valueOf(Integer.MAX_VALUE))
                .longValueExact();
    }

    @SuppressWarnings({"unchecked", "rawtypes"}) // an array of steps of one subject
    private FastScore.Part<S> part(long cap, int size) {
        List<Step<S>> steps = new ArrayList<>();
        texts.forEach((field, table) -> steps.add(textStep(field, table)));
        longs.forEach((field, pieces) -> steps.add(longStep(field, pieces)));
        counts.forEach((facts, counted) -> {
            for (int from = 0; from < counted.size(); from += CountStep.LANES) {
                steps.add(countStep(facts, counted.subList(from, Math.min(counted.size(), from + CountStep.LANES))));
            }
        });
        steps.addAll(others);
        TextStep.Row always = row(constants);
        return new FastScore.Part<>(always.sum(), always, steps.toArray(new Step[0]), cap, size);
    }

    @SuppressWarnings("unchecked") // the values came from tests of the field
    private static <S, V> Step<S> textStep(Field.One<S, V> field, Map<Object, List<Given>> table) {
        Map<V, TextStep.Row> rows = new HashMap<>();
        table.forEach((value, given) -> rows.put((V) value, row(given)));
        return new TextStep<>(field, rows);
    }

    private static <S> Step<S> longStep(Field.One<S, ?> field, List<Piece> pieces) {
        TreeSet<Long> starts = new TreeSet<>();
        for (Piece piece : pieces) {
            starts.add(piece.ends().least());
            if (piece.ends().most() < Long.MAX_VALUE) {
                starts.add(piece.ends().most() + 1);
            }
        }
        long[] from = starts.stream().mapToLong(Long::longValue).toArray();
        TextStep.Row[] rows = new TextStep.Row[from.length];
        for (int i = 0; i < from.length; i++) {
            long start = from[i];
            rows[i] = row(pieces.stream()
                    .filter(p -> p.ends().least() <= start && start <= p.ends().most())
                    .map(Piece::given)
                    .toList());
        }
        return new LongStep<>(field, from, rows);
    }

    private static <S, R> Step<S> countStep(FactList<S, R> facts, List<Counted> counted) {
        Map<Object, List<Integer>> byKey = new HashMap<>();
        List<Integer> always = new ArrayList<>();
        for (int i = 0; i < counted.size(); i++) {
            int lane = i;
            Collection<?> keys = counted.get(i).keys();
            if (keys == null) {
                always.add(lane);
            } else {
                keys.forEach(
                        k -> byKey.computeIfAbsent(k, x -> new ArrayList<>()).add(lane));
            }
        }
        Map<Object, int[]> lanes = new HashMap<>();
        byKey.forEach((key, positions) -> lanes.put(key, ints(positions)));
        return new CountStep<>(
                facts, lanes, ints(always), counted.stream().map(Counted::lane).toList());
    }

    private static TextStep.Row row(List<Given> given) {
        return new TextStep.Row(
                given.stream().mapToLong(Given::capped).reduce(0, Math::addExact),
                ints(given.stream().map(Given::criterion).toList()),
                given.stream().mapToLong(Given::points).toArray());
    }

    private static int[] ints(List<Integer> list) {
        return list.stream().mapToInt(Integer::intValue).toArray();
    }
}
