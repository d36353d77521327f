package org.sambandh.crm.prediction;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sambandh.crm.common.Moment;
import org.sambandh.crm.common.Text;
import org.sambandh.crm.condition.Facts;
import org.sambandh.crm.field.Field;
import org.sambandh.crm.field.FieldType;

/** The values of one field of many subjects; a path reads each of its references once for all of them. */
final class FieldValues {

    private FieldValues() {}

    /** Reads one field. */
    interface Reader<S> {

        /** Returns for each subject its values; none where they are missing. */
        List<? extends List<?>> of(List<S> chunk, Facts facts, Moment moment);
    }

    static <S, V> Reader<S> reader(Field<S, V> field) {
        if (field instanceof Field.One<S, V> one) {
            return (chunk, facts, moment) ->
                    chunk.stream().map(s -> present(one, one.get(s))).toList();
        } else if (field instanceof Field.Many<S, V> many) {
            return (chunk, facts, moment) ->
                    chunk.stream().map(s -> present(many, many.get(s))).toList();
        } else if (field instanceof Field.Path<S, V> path) {
            return over(path.hops(), path.target());
        }
        throw new IllegalStateException(field + " cannot be read");
    }

    @SuppressWarnings("unchecked") // a path's first reference starts at its subject, each next where the last one led
    private static <S, R, V> Reader<S> over(List<Field.Reference<?, ?, ?>> hops, Field<?, V> target) {
        if (hops.isEmpty()) {
            return reader((Field<S, V>) target);
        }
        Field.Reference<S, ?, R> hop = (Field.Reference<S, ?, R>) hops.get(0);
        Reader<R> rest = over(hops.subList(1, hops.size()), target);
        return (chunk, facts, moment) -> {
            List<List<R>> related = facts.related(hop.relation(), chunk, moment);
            List<R> all = new ArrayList<>();
            related.forEach(all::addAll);
            List<? extends List<?>> values = rest.of(all, facts, moment);
            List<List<?>> result = new ArrayList<>(chunk.size());
            int at = 0;
            for (List<R> some : related) {
                List<Object> found = new ArrayList<>(1);
                for (int i = 0; i < some.size(); i++) {
                    found.addAll(values.get(at++));
                }
                result.add(found);
            }
            return result;
        };
    }

    private static <V> List<V> present(Field<?, V> field, @Nullable V value) {
        V kept = kept(field, value);
        return kept == null ? List.of() : List.of(kept);
    }

    private static <V> List<V> present(Field<?, V> field, Collection<V> values) {
        List<V> present = new ArrayList<>(values.size());
        for (V value : values) {
            V kept = kept(field, value);
            if (kept != null) {
                present.add(kept);
            }
        }
        return present;
    }

    private static <V> @Nullable V kept(Field<?, V> field, @Nullable V value) {
        if (field.type().kind() == FieldType.Kind.TEXT) {
            return value instanceof String text && !Text.isBlank(text) ? value : null;
        }
        return field.type().clean(field.name(), value);
    }

    /** A number as it is; a date or instant as its age in days, negative for one to come. */
    static double number(Object value, Moment moment) {
        if (value instanceof BigDecimal number) {
            return number.doubleValue();
        } else if (value instanceof LocalDate day) {
            return ChronoUnit.DAYS.between(day, moment.date());
        } else if (value instanceof Instant instant) {
            return (micros(moment.at()) - micros(instant)) / 86_400e6;
        }
        throw new IllegalStateException("no number");
    }

    private static double micros(Instant instant) {
        return FieldType.INSTANT.toLong(instant);
    }

    /** Texts of values, made once for each of them. */
    static final class Texts<V> {

        private static final int MOST_REMEMBERED = 10_000;

        private final FieldType<V> type;
        private final Map<Object, String> remembered = new HashMap<>();

        Texts(FieldType<V> type) {
            this.type = type;
        }

        String of(Object value) {
            if (value instanceof String text) {
                return text;
            }
            String known = remembered.get(value);
            if (known == null) {
                known = type.toText(type.valueClass().cast(value));
                if (remembered.size() < MOST_REMEMBERED) {
                    remembered.put(value, known);
                }
            }
            return known;
        }
    }
}
