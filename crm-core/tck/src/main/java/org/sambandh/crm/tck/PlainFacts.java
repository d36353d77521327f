package org.sambandh.crm.tck;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.sambandh.crm.common.CustomerId;
import org.sambandh.crm.common.Entity;
import org.sambandh.crm.common.Id;
import org.sambandh.crm.common.Moment;
import org.sambandh.crm.condition.Facts;
import org.sambandh.crm.field.Field;
import org.sambandh.crm.field.Relation;
import org.sambandh.crm.store.Keys;

/** Related facts, looked for among all rows in the plainest way: what a store's own way is compared with. */
final class PlainFacts implements Facts {

    private final Map<Class<?>, List<?>> rows;
    private final UnaryOperator<CustomerId> survivor;
    private final Map<Field<?, ?>, Map<String, List<Object>>> byKey = new HashMap<>();

    PlainFacts(Map<Class<?>, List<?>> rows, UnaryOperator<CustomerId> survivor) {
        this.rows = rows;
        this.survivor = survivor;
    }

    @Override
    public <S, R> List<List<R>> related(Relation<S, R> relation, List<S> chunk, Moment moment) {
        List<List<R>> answer = new ArrayList<>();
        for (S subject : chunk) {
            answer.add(related(relation, subject));
        }
        return answer;
    }

    private <S, R> List<R> related(Relation<S, R> relation, S subject) {
        if (relation instanceof Relation.Join<S, R> join) {
            List<String> keys = Keys.of(join.subjectKey(), subject);
            return keys.isEmpty() ? List.of() : found(join.fact(), join.factKey(), keys.get(0));
        } else if (relation instanceof Relation.ToOne<S, R> toOne) {
            Id id = toOne.reference().get(subject);
            Id now = id instanceof CustomerId party ? survivor.apply(party) : id;
            return now == null ? List.of() : ofId(relation.fact(), now);
        }
        return ((Relation.Parts<S, R>) relation).reader().apply(subject);
    }

    private <R> List<R> ofId(Class<R> type, Id id) {
        List<R> found = new ArrayList<>();
        for (Object row : rows.getOrDefault(type, List.of())) {
            if (row instanceof Entity<?> entity && Objects.equals(entity.id(), id)) {
                found.add(type.cast(row));
            }
        }
        return found;
    }

    private <R> List<R> found(Class<R> type, Field<R, ?> key, String text) {
        Map<String, List<Object>> index = byKey.computeIfAbsent(key, k -> index(type, key));
        return index.getOrDefault(text, List.of()).stream().map(type::cast).toList();
    }

    private <R> Map<String, List<Object>> index(Class<R> type, Field<R, ?> key) {
        Map<String, List<Object>> index = new HashMap<>();
        for (Object row : rows.getOrDefault(type, List.of())) {
            for (String text : new LinkedHashSet<>(Keys.of(key, type.cast(row)))) {
                index.computeIfAbsent(text, t -> new ArrayList<>()).add(row);
            }
        }
        return index;
    }
}
