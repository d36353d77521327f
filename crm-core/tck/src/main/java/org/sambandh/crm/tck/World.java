package org.sambandh.crm.tck;

import java.time.Instant;
import java.time.Month;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.sambandh.crm.common.SegmentId;
import org.sambandh.crm.condition.Facts;
import org.sambandh.crm.field.Attributes;
import org.sambandh.crm.field.Catalog;
import org.sambandh.crm.field.Field;
import org.sambandh.crm.field.FieldType;
import org.sambandh.crm.field.HasAttributes;
import org.sambandh.crm.field.Memberships;
import org.sambandh.crm.field.Relation;
import org.sambandh.crm.settings.FiscalCalendar;

/**
 * A made-up host: kinds of subjects with fields of every type and name, references among them, parts inside them, facts
 * joined to them with and without a time, and rows with values at the edges of everything. The same seed and sizes give
 * the same world.
 */
final class World {

    private static final Field.One<Thing.Stay, Thing.Key> MEMBER =
            Field.one(Thing.Stay.class, "member", DrawnFields.KEY, Thing.Stay::member);
    private static final Field.One<Thing.Stay, String> KIND =
            Field.one(Thing.Stay.class, "kind", FieldType.TEXT, Thing.Stay::kind);
    private static final Field.One<Thing.Stay, SegmentId> SEGMENT =
            Field.one(Thing.Stay.class, "segment", FieldType.id(SegmentId.class, SegmentId::new), Thing.Stay::segment);
    private static final Field.One<Thing.Stay, Instant> SINCE =
            Field.one(Thing.Stay.class, "since", FieldType.INSTANT, Thing.Stay::since);
    private static final Field.One<Thing.Stay, Instant> UNTIL =
            Field.one(Thing.Stay.class, "until", FieldType.INSTANT, Thing.Stay::until);

    private final String name;
    private final long seed;
    private final Random random;
    private final Extremes extremes;
    private final List<Kind<?>> kinds = new ArrayList<>();
    private final DrawnFields<Thing.Piece> pieces;
    private final Catalog catalog;
    private final Map<Class<?>, List<?>> rows = new LinkedHashMap<>();

    private World(long seed, int kindCount, int rowCount) {
        this.name = "World.of(" + seed + "L, " + kindCount + ", " + rowCount + ")";
        this.seed = seed;
        this.random = new Random(seed);
        this.extremes = new Extremes(random);
        this.pieces = new DrawnFields<>(
                Thing.Piece.class, (piece, number) -> piece.values().get(number), random);
        kinds.add(new Kind<>(Thing.Red.class, Thing.Red::new, rowCount));
        if (kindCount > 1) {
            kinds.add(new Kind<>(Thing.Green.class, Thing.Green::new, rowCount));
        }
        if (kindCount > 2) {
            kinds.add(new Kind<>(Thing.Blue.class, Thing.Blue::new, rowCount));
        }
        pieces.draw(1 + random.nextInt(4));
        kinds.forEach(Kind::drawFields);
        pieces.reference(kinds.get(0).type, kinds.get(0).keys);
        Catalog.Builder builder = Catalog.builder(FiscalCalendar.startingIn(Month.of(1 + random.nextInt(12))))
                .part(Thing.Piece.class, "piece", pieces.fields())
                .part(Thing.Stay.class, "stay", List.of(MEMBER, KIND, SEGMENT, SINCE, UNTIL));
        kinds.forEach(kind -> kind.declare(builder));
        kinds.forEach(kind -> kind.relate(builder));
        this.catalog = builder.build();
        List<Thing.Stay> stays = new ArrayList<>();
        for (Kind<?> kind : kinds) {
            rows.put(kind.type, kind.rows());
            kind.keys.forEach(key -> stays.add(stay(kind, key)));
        }
        rows.put(Thing.Stay.class, stays);
    }

    /**
     * Makes a world.
     *
     * @param kinds how many kinds of subjects, 1 to 3
     * @param rows how many subjects of each
     */
    static World of(long seed, int kinds, int rows) {
        return new World(seed, kinds, rows);
    }

    Catalog catalog() {
        return catalog;
    }

    /** The classes of the subjects. */
    List<Class<? extends Thing>> kinds() {
        List<Class<? extends Thing>> classes = new ArrayList<>();
        kinds.forEach(kind -> classes.add(kind.type));
        return classes;
    }

    /** All rows, by class. */
    Map<Class<?>, List<?>> rows() {
        return rows;
    }

    Facts facts() {
        return new PlainFacts(rows, id -> id);
    }

    @SuppressWarnings("unchecked") // the rows of a class are of that class
    <S> Scene<S> scene(Class<S> kind) {
        return new Scene<>(catalog, kind, (List<S>) rows.getOrDefault(kind, List.of()), facts());
    }

    /** Conditions, at moments at the edge of something. The same ones each time. */
    <S> List<Asked<S>> asked(Class<S> kind, int count) {
        Extremes moments = new Extremes(new Random(seed));
        List<Asked<S>> batch = new ArrayList<>();
        for (Asked<S> one : Asked.next(RandomConditions.over(catalog, rows, seed), kind, count)) {
            batch.add(batch.size() % 2 == 0 ? one : new Asked<>(one.condition(), moments.moment()));
        }
        return batch;
    }

    /** How to make it again. */
    @Override
    public String toString() {
        return name;
    }

    private Thing.Stay stay(Kind<?> kind, Thing.Key key) {
        SegmentId segment = new SegmentId(Samples.id("segment", random.nextInt(3)));
        Instant until = random.nextInt(3) == 0 ? extremes.instant() : null;
        String of = random.nextInt(5) == 0 ? "another" : kind.name;
        return new Thing.Stay(of, key, segment, extremes.instant(), until);
    }

    /** One kind of subjects. */
    private final class Kind<S extends Thing & HasAttributes<S>> {

        private final Class<S> type;
        private final Thing.Maker<S> maker;
        private final String name;
        private final Field.One<S, Thing.Key> id;
        private final DrawnFields<S> drawn;
        private final List<Thing.Key> keys = new ArrayList<>();
        private final List<Field<S, ?>> attributes = new ArrayList<>();
        private final List<UnaryOperator<Attributes>> attributeValues = new ArrayList<>();

        Kind(Class<S> type, Thing.Maker<S> maker, int rowCount) {
            this.type = type;
            this.maker = maker;
            this.name = "kind" + type.getSimpleName();
            this.id = Field.one(type, "id", DrawnFields.KEY, Thing::id);
            this.drawn = new DrawnFields<>(type, (thing, number) -> thing.value(number), random);
            for (int i = 0; i < rowCount; i++) {
                String key = random.nextBoolean()
                        ? new UUID(random.nextLong(), random.nextLong()).toString()
                        : name + "-" + i;
                keys.add(new Thing.Key(key));
            }
        }

        void drawFields() {
            drawn.draw(1 + random.nextInt(8));
            for (int i = random.nextInt(3); i > 0; i--) {
                Kind<?> target = extremes.pick(kinds);
                drawn.reference(target.type, target.keysAndNobodys());
                drawn.keys(extremes.pick(kinds).keysAndNobodys());
            }
            for (int i = random.nextInt(4); i > 0; i--) {
                String attribute = "own" + i;
                drawn.type(new DrawnFields.Use<Boolean>() {
                    @Override
                    public <V> Boolean of(FieldType<V> fieldType, List<V> pool) {
                        return fieldType.kind() == FieldType.Kind.CODE || attribute(attribute, fieldType, pool);
                    }
                });
            }
        }

        private <V> boolean attribute(String attribute, FieldType<V> fieldType, List<V> pool) {
            if (random.nextInt(3) == 0) {
                Field.Many<S, V> field = Field.attributes(type, attribute, fieldType);
                attributeValues.add(before -> before.with(field, drawn.some(pool)));
                return attributes.add(field);
            }
            Field.One<S, V> field = Field.attribute(type, attribute, fieldType);
            attributeValues.add(before -> before.with(field, drawn.maybe(pool)));
            return attributes.add(field);
        }

        private List<Thing.Key> keysAndNobodys() {
            List<Thing.Key> some = new ArrayList<>(keys);
            some.add(new Thing.Key("nobody"));
            return some;
        }

        void declare(Catalog.Builder builder) {
            builder.entity(type, name, id, drawn.fields());
            attributes.forEach(builder::field);
        }

        void relate(Catalog.Builder builder) {
            Relation.Parts<S, Thing.Piece> parts = Relation.parts("pieces", type, Thing.Piece.class, Thing::pieces);
            builder.relation(parts);
            pieces.time()
                    .ifPresent(time -> builder.relation(
                            Relation.parts("happened", type, Thing.Piece.class, (S thing) -> thing.pieces())
                                    .at(time)));
            for (int i = 0; i < 2; i++) {
                join(builder, "joined" + i, extremes.pick(kinds));
            }
            Relation.Join<S, Thing.Stay> stays =
                    Relation.join("stays", id, MEMBER).at(SINCE);
            builder.relation(stays).memberships(new Memberships<>(stays, KIND, SEGMENT, UNTIL));
        }

        private <R extends Thing & HasAttributes<R>> void join(Catalog.Builder builder, String join, Kind<R> facts) {
            List<Field<R, ?>> factKeys = facts.drawn.joinable();
            if (factKeys.isEmpty()) {
                return;
            }
            List<Field.One<S, ?>> subjectKeys = new ArrayList<>(List.of(id, id));
            for (Field<S, ?> field : drawn.joinable()) {
                if (field instanceof Field.One<S, ?> one) {
                    subjectKeys.add(one);
                }
            }
            Relation.Join<S, R> relation = Relation.join(join, extremes.pick(subjectKeys), extremes.pick(factKeys));
            builder.relation(facts.drawn.time().map(relation::at).orElse(relation));
        }

        List<S> rows() {
            List<S> made = new ArrayList<>();
            for (Thing.Key key : keys) {
                Attributes own = Attributes.none();
                for (UnaryOperator<Attributes> value : attributeValues) {
                    own = value.apply(own);
                }
                List<Thing.Piece> inside = new ArrayList<>();
                for (int i = random.nextInt(4); i > 0; i--) {
                    inside.add(new Thing.Piece(pieces.values()));
                }
                made.add(maker.make(new Thing.Inside(key, drawn.values(), own, inside)));
            }
            return made;
        }
    }
}
