package org.sambandh.crm.segment;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.sambandh.crm.common.SegmentId;
import org.sambandh.crm.field.Catalog;
import org.sambandh.crm.field.Field;
import org.sambandh.crm.field.Relation;

/** One route at whose end rules look at something, and which segments look at what there. Built once, then only read. */
final class Place {

    final Route route;
    final Set<Entry<?>> all = new LinkedHashSet<>();
    private final Map<Field<?, ?>, Set<Entry<?>>> byField = new LinkedHashMap<>();
    private final Map<Relation.Parts<?, ?>, Set<Entry<?>>> byParts = new LinkedHashMap<>();
    private final Map<SegmentId, Set<Entry<?>>> bySegment = new LinkedHashMap<>();

    Place(Route route) {
        this.route = route;
    }

    void add(Entry<?> entry, Reads.At at) {
        all.add(entry);
        at.fields()
                .forEach(f ->
                        byField.computeIfAbsent(f, x -> new LinkedHashSet<>()).add(entry));
        at.parts()
                .forEach(p ->
                        byParts.computeIfAbsent(p, x -> new LinkedHashSet<>()).add(entry));
        at.segments()
                .forEach(s ->
                        bySegment.computeIfAbsent(s, x -> new LinkedHashSet<>()).add(entry));
    }

    Map<Field<?, ?>, Set<Entry<?>>> byField() {
        return byField;
    }

    Map<Relation.Parts<?, ?>, Set<Entry<?>>> byParts() {
        return byParts;
    }

    /** The segments that ask here for membership of another one. */
    Set<Entry<?>> asking(SegmentId segment) {
        return bySegment.getOrDefault(segment, Set.of());
    }

    /** The segments that a change of an entity may concern: all if it came or went. */
    <C> Set<Entry<?>> concerned(Catalog catalog, Class<C> type, @Nullable C before, @Nullable C after) {
        if (before == null || after == null) {
            return all;
        }
        Set<Entry<?>> concerned = new LinkedHashSet<>();
        byField.forEach((field, entries) -> {
            if (!concerned.containsAll(entries) && Changed.field(field, type, before, after)) {
                concerned.addAll(entries);
            }
        });
        byParts.forEach((parts, entries) -> {
            if (!concerned.containsAll(entries) && Changed.parts(catalog, parts, type, before, after)) {
                concerned.addAll(entries);
            }
        });
        return concerned;
    }

    /** Tells whether two states differ where a condition can see it. May say so although it cannot; never the reverse. */
    static final class Changed {

        private Changed() {}

        @SuppressWarnings("unchecked") // the field is looked at in entities of this class
        static <C> boolean field(Field<?, ?> field, Class<C> type, C before, C after) {
            if (field.subject() != (Class<?>) type) {
                throw new IllegalStateException(field + " is no field of " + type.getSimpleName());
            }
            return differs((Field<C, ?>) field, before, after);
        }

        private static <C> boolean differs(Field<C, ?> field, C before, C after) {
            if (field instanceof Field.One<C, ?> one) {
                return !Objects.equals(one.get(before), one.get(after));
            } else if (field instanceof Field.Many<C, ?> many) {
                Collection<?> old = many.get(before);
                Collection<?> now = many.get(after);
                return old.size() != now.size() || !List.copyOf(old).equals(List.copyOf(now));
            }
            return true;
        }

        @SuppressWarnings("unchecked") // the parts are looked at in entities of this class
        static <C> boolean parts(Catalog catalog, Relation.Parts<?, ?> parts, Class<C> type, C before, C after) {
            return partsDiffer(catalog, (Relation.Parts<C, ?>) parts, before, after);
        }

        // Parts that are equal by an identity of their own may have changed inside: their fields decide.
        private static <C, R> boolean partsDiffer(Catalog catalog, Relation.Parts<C, R> parts, C before, C after) {
            List<R> old = parts.reader().apply(before);
            List<R> now = parts.reader().apply(after);
            if (old.size() != now.size()) {
                return true;
            }
            for (int i = 0; i < old.size(); i++) {
                for (Field<R, ?> field : catalog.subject(parts.fact()).fields()) {
                    if (differs(field, old.get(i), now.get(i))) {
                        return true;
                    }
                }
            }
            return false;
        }
    }
}
