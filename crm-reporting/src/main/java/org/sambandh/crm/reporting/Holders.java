package org.sambandh.crm.reporting;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sambandh.crm.common.Moment;
import org.sambandh.crm.condition.Facts;
import org.sambandh.crm.field.Field;
import org.sambandh.crm.field.FieldType;
import org.sambandh.crm.field.Relation;

/**
 * Reads fields of many subjects at once: a path's other entities are read once for all of them, however many fields of
 * theirs are asked for.
 */
final class Holders<S> {

    private final List<S> subjects;
    private final Facts facts;
    private final Moment moment;
    private final Map<List<Field.Reference<?, ?, ?>>, List<? extends @Nullable Object>> known = new HashMap<>();

    Holders(List<S> subjects, Facts facts, Moment moment) {
        this.subjects = subjects;
        this.facts = facts;
        this.moment = moment;
    }

    /** The values of one field, by the place of the subject. */
    interface Values {
        long form(int row);

        @Nullable
        Object value(int row);
    }

    Values of(Field<S, ?> field) {
        if (field instanceof Field.Path<S, ?> path) {
            return values(holders(path.hops()), one(path.target()));
        }
        return values(subjects, one(field));
    }

    private static Field.One<?, ?> one(Field<?, ?> field) {
        if (field instanceof Field.One<?, ?> one) {
            return one;
        }
        throw new IllegalStateException(field + " has several values");
    }

    @SuppressWarnings("unchecked") // the holders are of the subject of the field: that is how they were found
    private static <R, V> Values values(List<? extends @Nullable Object> holders, Field.One<R, V> field) {
        return new Values() {
            @Override
            public long form(int row) {
                R holder = (R) holders.get(row);
                return holder == null ? FieldType.MISSING : field.getLong(holder);
            }

            @Override
            public @Nullable Object value(int row) {
                R holder = (R) holders.get(row);
                return holder == null ? null : field.get(holder);
            }
        };
    }

    private List<? extends @Nullable Object> holders(List<Field.Reference<?, ?, ?>> hops) {
        if (hops.isEmpty()) {
            return subjects;
        }
        List<? extends @Nullable Object> found = known.get(hops);
        if (found == null) {
            int last = hops.size() - 1;
            found = follow(holders(hops.subList(0, last)), hops.get(last));
            known.put(hops, found);
        }
        return found;
    }

    @SuppressWarnings("unchecked") // the holders are of the subject of the reference
    private <Q, R> List<@Nullable Object> follow(
            List<? extends @Nullable Object> holders, Field.Reference<Q, ?, R> reference) {
        List<Q> there = new ArrayList<>();
        for (Object holder : holders) {
            if (holder != null) {
                there.add((Q) holder);
            }
        }
        Relation<Q, R> relation = reference.relation();
        List<List<R>> answers = there.isEmpty() ? List.of() : facts.related(relation, there, moment);
        List<@Nullable Object> targets = new ArrayList<>(Collections.nCopies(holders.size(), null));
        int next = 0;
        for (int i = 0; i < holders.size(); i++) {
            if (holders.get(i) != null) {
                List<R> answer = answers.get(next++);
                targets.set(i, answer.isEmpty() ? null : answer.get(0));
            }
        }
        return targets;
    }
}
