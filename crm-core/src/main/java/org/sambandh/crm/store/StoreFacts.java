package org.sambandh.crm.store;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.sambandh.crm.common.CustomerId;
import org.sambandh.crm.common.Entity;
import org.sambandh.crm.common.Id;
import org.sambandh.crm.common.Invalid;
import org.sambandh.crm.common.Moment;
import org.sambandh.crm.condition.Conditions;
import org.sambandh.crm.condition.Facts;
import org.sambandh.crm.condition.Tests;
import org.sambandh.crm.field.Field;
import org.sambandh.crm.field.Relation;

/**
 * Related facts as every store finds them: in its own rows where they are its own, through the repository where the host
 * keeps them.
 */
public abstract class StoreFacts implements Facts {

    private static final int KEYS_AT_ONCE = 1_000;

    private final StoreTransaction transaction;

    /**
     * Makes the facts of a transaction.
     *
     * @param transaction the transaction
     */
    protected StoreFacts(StoreTransaction transaction) {
        this.transaction = transaction;
    }

    /**
     * Returns the entities of the store's own of which a field has one of some keys.
     *
     * @param field a field of an entity whose repository is not replaced
     * @param keys see {@link Keys}; any number of them; a blank one stands for no value
     * @param <R> the entity
     * @return the entities of each key, none of them twice; keys without any may be left out
     */
    protected abstract <R> Map<String, Collection<R>> byKeys(Field<R, ?> field, Set<String> keys);

    @Override
    public final <S, R> List<List<R>> related(Relation<S, R> relation, List<S> chunk, Moment moment) {
        return transaction.call(() -> {
            if (relation instanceof Relation.Join<S, R> join) {
                return joined(join, chunk, moment);
            } else if (relation instanceof Relation.ToOne<S, R> toOne) {
                return referenced(toOne.reference(), chunk);
            }
            Relation.Parts<S, R> parts = (Relation.Parts<S, R>) relation;
            return chunk.stream().map(parts.reader()).toList();
        });
    }

    private <S, R> List<List<R>> joined(Relation.Join<S, R> join, List<S> chunk, Moment moment) {
        List<String> keys = new ArrayList<>(chunk.size());
        for (S subject : chunk) {
            List<String> key = Keys.of(join.subjectKey(), subject);
            keys.add(key.isEmpty() ? "" : key.get(0));
        }
        Set<String> distinct = new LinkedHashSet<>(keys);
        Map<String, Collection<R>> found = transaction.registry().isReplaced(join.fact())
                ? asked(join.factKey(), distinct, moment)
                : byKeys(join.factKey(), distinct);
        return keys.stream()
                .map(key -> List.copyOf(found.getOrDefault(key, List.of())))
                .toList();
    }

    private <R, V> Map<String, Collection<R>> asked(Field<R, V> field, Set<String> keys, Moment moment) {
        List<V> values = new ArrayList<>(keys.size());
        for (String key : keys) {
            V value = value(field, key);
            if (value != null) {
                values.add(value);
            }
        }
        Map<String, Collection<R>> found = new HashMap<>();
        Repository<R, ?> repository = transaction.of(field.subject());
        for (int from = 0; from < values.size(); from += KEYS_AT_ONCE) {
            List<V> some = values.subList(from, Math.min(from + KEYS_AT_ONCE, values.size()));
            Query<R> query =
                    Query.of(Conditions.where(field, Tests.in(some)), moment).limit(KEYS_AT_ONCE);
            Optional<Cursor> next;
            do {
                Page<R> page = repository.find(query);
                for (R fact : page.items()) {
                    new LinkedHashSet<>(Keys.of(field, fact))
                            .forEach(key -> found.computeIfAbsent(key, k -> new LinkedHashSet<>())
                                    .add(fact));
                }
                next = page.next();
                query = next.map(query::after).orElse(query);
            } while (next.isPresent());
        }
        return found;
    }

    /** A text that can be no value of the field is the key of no fact. */
    private static <R, V> @Nullable V value(Field<R, V> field, String key) {
        try {
            return field.type().parse(field.name(), key);
        } catch (Invalid e) {
            return null;
        }
    }

    private <S, I extends Id, R> List<List<R>> referenced(Field.Reference<S, I, R> reference, List<S> chunk) {
        List<@Nullable I> ids = new ArrayList<>(chunk.size());
        Set<I> distinct = new LinkedHashSet<>();
        for (S subject : chunk) {
            I id = survivor(reference, subject);
            ids.add(id);
            if (id != null) {
                distinct.add(id);
            }
        }
        @SuppressWarnings("unchecked") // a reference to an entity is of its id type
        Repository<R, I> repository = (Repository<R, I>) transaction.of(reference.target());
        Map<Object, List<R>> found = new LinkedHashMap<>();
        for (R entity : repository.findAllById(distinct)) {
            found.put(((Entity<?>) entity).id(), List.of(entity));
        }
        return ids.stream()
                .map(id -> id == null ? List.<R>of() : found.getOrDefault(id, List.of()))
                .toList();
    }

    private <S, I extends Id> @Nullable I survivor(Field.Reference<S, I, ?> reference, S subject) {
        I id = reference.get(subject);
        return id instanceof CustomerId customer
                ? reference.type().valueClass().cast(transaction.redirects().resolve(customer))
                : id;
    }
}
