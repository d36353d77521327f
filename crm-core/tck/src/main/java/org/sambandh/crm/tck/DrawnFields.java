package org.sambandh.crm.tck;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.sambandh.crm.field.Field;
import org.sambandh.crm.field.FieldType;

/** The made-up fields of one class: how many, of which names and types, one or many, read in which way; and their values. */
final class DrawnFields<S> {

    static final FieldType<Thing.Key> KEY = FieldType.id(Thing.Key.class, Thing.Key::new);

    private static final FieldType<Thing.Badge> BADGE =
            FieldType.code(Thing.Badge.class, Thing.Badge::new, Thing.Badge::code);

    /** Every letter may begin a name, those of two surrogates too. */
    private static final List<String> NAMES =
            List.of("a", "größe", "ΟΔΟΣ", "कमल", "x_1_", "𝒜sha", "İ", "称号", "q".repeat(55));

    private final Class<S> subject;
    private final BiFunction<S, Integer, @Nullable Object> values;
    private final Random random;
    private final Extremes extremes;
    private final List<Field<S, ?>> fields = new ArrayList<>();
    private final List<Supplier<@Nullable Object>> suppliers = new ArrayList<>();

    DrawnFields(Class<S> subject, BiFunction<S, Integer, @Nullable Object> values, Random random) {
        this.subject = subject;
        this.values = values;
        this.random = random;
        this.extremes = new Extremes(random);
    }

    /** Takes what a type draws and makes a field of it. */
    interface Use<X> {
        <V> X of(FieldType<V> type, List<V> pool);
    }

    List<Field<S, ?>> fields() {
        return fields;
    }

    String name(int number) {
        return extremes.pick(NAMES) + number;
    }

    void draw(int count) {
        for (int i = 0; i < count; i++) {
            String name = name(fields.size());
            fields.add(type(new Use<Field<S, ?>>() {
                @Override
                public <V> Field<S, ?> of(FieldType<V> type, List<V> pool) {
                    return field(name, type, pool);
                }
            }));
        }
    }

    /** Adds a field that names others; some of the names are nobody's. */
    <R> void reference(Class<R> target, List<Thing.Key> keys) {
        int number = suppliers.size();
        suppliers.add(() -> random.nextInt(5) == 0 ? null : extremes.pick(keys));
        Function<S, Optional<Thing.Key>> reader = s -> Optional.ofNullable((Thing.Key) values.apply(s, number));
        fields.add(Field.reference(subject, name(fields.size()), KEY, target, reader));
    }

    /** Adds a field by which others join. */
    void keys(List<Thing.Key> keys) {
        fields.add(field(name(fields.size()), KEY, keys));
    }

    /** A value for each field, missing ones too. */
    List<@Nullable Object> values() {
        List<@Nullable Object> row = new ArrayList<>();
        suppliers.forEach(supplier -> row.add(supplier.get()));
        return row;
    }

    /** Draws a type with some values. */
    <X> X type(Use<X> use) {
        int scale = random.nextInt(10);
        return switch (random.nextInt(10)) {
            case 0, 1 -> use.of(FieldType.TEXT, pool(extremes::text));
            case 2 -> use.of(FieldType.enumOf(Thing.Colour.class), List.of(Thing.Colour.values()));
            case 3 -> use.of(BADGE, pool(() -> new Thing.Badge("b" + random.nextInt(9))));
            case 4 -> use.of(FieldType.BOOLEAN, List.of(true, false));
            case 5, 6 -> use.of(FieldType.number(scale), pool(() -> extremes.number(scale)));
            case 7 -> use.of(FieldType.DATE, pool(extremes::date));
            case 8 -> use.of(FieldType.INSTANT, pool(extremes::instant));
            default -> use.of(FieldType.MONEY, pool(extremes::money));
        };
    }

    /** Few values, so that many rows share them. */
    private <V> List<V> pool(Supplier<V> one) {
        List<V> pool = new ArrayList<>();
        for (int i = random.nextInt(6); i >= 0; i--) {
            pool.add(one.get());
        }
        return pool;
    }

    <V> List<V> some(List<V> pool) {
        List<V> some = new ArrayList<>();
        for (int i = random.nextInt(4); i > 0; i--) {
            some.add(extremes.pick(pool));
        }
        return random.nextBoolean() ? some : new ArrayList<>(new LinkedHashSet<>(some));
    }

    <V> @Nullable V maybe(List<V> pool) {
        return random.nextInt(4) == 0 ? null : extremes.pick(pool);
    }

    @SuppressWarnings("unchecked") // a field reads what its own supplier put there
    private <V> Field<S, V> field(String name, FieldType<V> type, List<V> pool) {
        int number = suppliers.size();
        if (random.nextInt(4) == 0) {
            suppliers.add(() -> some(pool));
            return Field.many(subject, name, type, s -> {
                Object list = values.apply(s, number);
                return list == null ? List.of() : (List<V>) list;
            });
        }
        suppliers.add(() -> maybe(pool));
        Function<S, @Nullable V> reader = s -> (V) values.apply(s, number);
        if (!type.isLong() || random.nextInt(3) == 0) {
            return Field.one(subject, name, type, reader);
        }
        return random.nextBoolean()
                ? Field.ofLong(subject, name, type, s -> type.toLong(reader.apply(s)))
                : Field.one(subject, name, type, reader).readAsLong(s -> type.toLong(reader.apply(s)));
    }

    /** A field that tells when something happened, if there is one. */
    @SuppressWarnings("unchecked") // an instant field has instants
    Optional<Field.One<S, Instant>> time() {
        List<Field.One<S, Instant>> times = new ArrayList<>();
        for (Field<S, ?> field : fields) {
            if (field instanceof Field.One<S, ?> one && one.type().kind() == FieldType.Kind.INSTANT) {
                times.add((Field.One<S, Instant>) one);
            }
        }
        return times.isEmpty() || random.nextInt(4) == 0 ? Optional.empty() : Optional.of(extremes.pick(times));
    }

    /** The fields by whose texts things can be joined. */
    List<Field<S, ?>> joinable() {
        return fields.stream()
                .filter(field -> switch (field.type().kind()) {
                    case TEXT, CODE, REFERENCE -> true;
                    default -> false;
                })
                .toList();
    }
}
