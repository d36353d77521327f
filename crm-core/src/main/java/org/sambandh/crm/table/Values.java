package org.sambandh.crm.table;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sambandh.crm.common.Moment;
import org.sambandh.crm.common.Text;
import org.sambandh.crm.condition.Facts;
import org.sambandh.crm.field.Field;
import org.sambandh.crm.field.FieldType;
import org.sambandh.crm.field.Relation;

/** Reads the fields of some subjects or facts as conditions see them; each reference is followed once for all of them. */
final class Values<T> {

    /** The most subjects that related facts are asked for at once. */
    private static final int ASKED_AT_ONCE = 4_096;

    private final List<T> rows;
    private final Facts facts;
    private final Moment moment;
    private final Map<List<Field.Reference<?, ?, ?>>, List<@Nullable Object>> followed = new HashMap<>();

    Values(List<T> rows, Facts facts, Moment moment) {
        this.rows = rows;
        this.facts = facts;
        this.moment = moment;
    }

    /** {@return a reader of other rows at the same moment} */
    <R> Values<R> of(List<R> others) {
        return new Values<>(others, facts, moment);
    }

    /** {@return the value of each row, null where it is missing} */
    <V> List<@Nullable V> one(Field<T, V> field) {
        List<@Nullable V> values = new ArrayList<>(rows.size());
        if (field instanceof Field.Path<T, V> path) {
            for (Object holder : follow(path.hops())) {
                values.add(holder == null ? null : oneOf(path.target(), holder));
            }
        } else {
            for (T row : rows) {
                values.add(oneOf(field, row));
            }
        }
        return values;
    }

    /** {@return the values of each row} */
    <V> List<List<V>> many(Field<T, V> field) {
        List<List<V>> values = new ArrayList<>(rows.size());
        if (field instanceof Field.Path<T, V> path) {
            for (Object holder : follow(path.hops())) {
                values.add(holder == null ? List.of() : manyOf(path.target(), holder));
            }
        } else {
            for (T row : rows) {
                values.add(manyOf(field, row));
            }
        }
        return values;
    }

    /** {@return the facts of each row} */
    <R> List<List<R>> related(Relation<T, R> relation) {
        return related(relation, rows);
    }

    private <A, R> List<List<R>> related(Relation<A, R> relation, List<A> subjects) {
        List<List<R>> lists = new ArrayList<>(subjects.size());
        if (relation instanceof Relation.Parts<A, R> parts) {
            subjects.forEach(subject -> lists.add(parts.reader().apply(subject)));
            return lists;
        }
        for (int from = 0; from < subjects.size(); from += ASKED_AT_ONCE) {
            List<A> some = subjects.subList(from, Math.min(subjects.size(), from + ASKED_AT_ONCE));
            List<List<R>> answer = facts.related(relation, some, moment);
            if (answer.size() != some.size()) {
                throw new IllegalStateException("the store answered " + answer.size() + " lists for " + some.size()
                        + " subjects of the relation " + relation.name());
            }
            lists.addAll(answer);
        }
        return lists;
    }

    private List<@Nullable Object> follow(List<Field.Reference<?, ?, ?>> hops) {
        if (hops.isEmpty()) {
            return Collections.unmodifiableList(new ArrayList<@Nullable Object>(rows));
        }
        List<@Nullable Object> known = followed.get(hops);
        if (known == null) {
            int last = hops.size() - 1;
            known = step(hops.get(last), follow(hops.subList(0, last)));
            followed.put(List.copyOf(hops), known);
        }
        return known;
    }

    @SuppressWarnings("unchecked") // each reference starts where the one before it led
    private <A, R> List<@Nullable Object> step(Field.Reference<A, ?, R> reference, List<@Nullable Object> holders) {
        List<A> there = new ArrayList<>(holders.size());
        for (Object holder : holders) {
            if (holder != null) {
                there.add((A) holder);
            }
        }
        List<List<R>> found = related(reference.relation(), there);
        List<@Nullable Object> next = new ArrayList<>(holders.size());
        int place = 0;
        for (Object holder : holders) {
            List<R> list = holder == null ? List.of() : found.get(place++);
            next.add(list.isEmpty() ? null : list.get(0));
        }
        return next;
    }

    @SuppressWarnings("unchecked") // the holder is a subject of the field
    private static <A, V> @Nullable V oneOf(Field<A, V> field, Object holder) {
        return kept(field, ((Field.One<A, V>) field).get((A) holder));
    }

    @SuppressWarnings("unchecked") // the holder is a subject of the field
    private static <A, V> List<V> manyOf(Field<A, V> field, Object holder) {
        Collection<V> values = ((Field.Many<A, V>) field).get((A) holder);
        List<V> kept = new ArrayList<>(values.size());
        for (V value : values) {
            V element = kept(field, value);
            if (element != null) {
                kept.add(element);
            }
        }
        return kept;
    }

    /** The value as every engine sees it: blank text is missing, instants end on a microsecond. */
    static <V> @Nullable V kept(Field<?, V> field, @Nullable V value) {
        if (field.type().kind() == FieldType.Kind.TEXT) {
            return value instanceof String text && !Text.isBlank(text) ? value : null;
        }
        return field.type().clean(field.name(), value);
    }
}
