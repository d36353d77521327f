package org.sambandh.crm.condition;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.sambandh.crm.common.Invalid;
import org.sambandh.crm.common.Text;
import org.sambandh.crm.field.Field;
import org.sambandh.crm.field.FieldType;
import org.sambandh.crm.field.Relation;

/** Reads the values of a field: none where it is missing. */
interface Values<S, V> {

    /** Returns the values of the subject in that row of the chunk. */
    List<V> of(Chunk<S> chunk, int row);

    /** Prepares a field; a path reads each of its references once per chunk. */
    static <S, V> Values<S, V> reading(Field<S, V> field) {
        if (field instanceof Field.One<S, V> one) {
            return (chunk, row) -> present(one, one.get(chunk.subject(row)));
        } else if (field instanceof Field.Many<S, V> many) {
            return (chunk, row) -> present(many, many.get(chunk.subject(row)));
        } else if (field instanceof Field.Path<S, V> path) {
            return over(path.hops(), path.target());
        }
        throw new Invalid(field.name(), "is a kind of field that cannot be read");
    }

    @SuppressWarnings("unchecked") // a path's first reference starts at its subject, each next where the last one led
    private static <S, R, V> Values<S, V> over(List<Field.Reference<?, ?, ?>> hops, Field<?, V> target) {
        if (hops.isEmpty()) {
            return reading((Field<S, V>) target);
        }
        Relation<S, R> relation = ((Field.Reference<S, ?, R>) hops.get(0)).relation();
        Values<R, V> rest = over(hops.subList(1, hops.size()), target);
        return (chunk, row) -> {
            Chunk.Related<R> related = chunk.related(relation);
            List<V> values = new ArrayList<>(1);
            for (int i = related.start(row); i < related.end(row); i++) {
                values.addAll(rest.of(related.facts(), i));
            }
            return values;
        };
    }

    private static <V> List<V> present(Field<?, V> field, @Nullable V value) {
        V kept = kept(field, value);
        return kept == null ? List.of() : List.of(kept);
    }

    private static <V> List<V> present(Field<?, V> field, Collection<V> values) {
        return values.stream()
                .map(value -> kept(field, value))
                .filter(Objects::nonNull)
                .map(Objects::requireNonNull)
                .toList();
    }

    /**
     * Returns the value as every engine sees it: instants to the microsecond, numbers refused that have no long form.
     * Text is taken as it is stored.
     */
    private static <V> @Nullable V kept(Field<?, V> field, @Nullable V value) {
        if (field.type().kind() == FieldType.Kind.TEXT) {
            return value instanceof String text && !Text.isBlank(text) ? value : null;
        }
        return field.type().clean(field.name(), value);
    }
}
