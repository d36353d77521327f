package org.sambandh.crm.segment;

import com.google.common.collect.Lists;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.sambandh.crm.common.CustomerId;
import org.sambandh.crm.common.Entity;
import org.sambandh.crm.common.Id;
import org.sambandh.crm.common.Invalid;
import org.sambandh.crm.condition.Condition;
import org.sambandh.crm.condition.Conditions;
import org.sambandh.crm.condition.Tests;
import org.sambandh.crm.condition.Window;
import org.sambandh.crm.field.Field;
import org.sambandh.crm.field.Relation;
import org.sambandh.crm.store.Cursor;
import org.sambandh.crm.store.Keys;
import org.sambandh.crm.store.Page;
import org.sambandh.crm.store.Query;
import org.sambandh.crm.store.Subjects;
import org.sambandh.crm.store.Unit;

/**
 * The relations that lead from a subject to the entities that its rule looks at, and the way back: whom a change of such
 * an entity concerns.
 *
 * @param subject the class of the subject
 * @param steps the relations, from the subject on; none for the subject itself
 */
record Route(Class<?> subject, List<Relation<?, ?>> steps) {

    private static final int AT_ONCE = 1_000;

    Route then(Relation<?, ?> step) {
        List<Relation<?, ?>> more = new ArrayList<>(steps);
        more.add(step);
        return new Route(subject, List.copyOf(more));
    }

    /** The class of the entities at its end. */
    Class<?> end() {
        return steps.isEmpty() ? subject : steps.get(steps.size() - 1).fact();
    }

    /** The ids of the subjects from which a way leads to one of some entities at the end. */
    Set<String> back(Unit unit, Collection<?> entities) {
        Collection<?> at = entities;
        int last = steps.size();
        while (last > 0) {
            Relation<?, ?> step = steps.get(last - 1);
            Relation<?, ?> holder = last > 1 ? steps.get(last - 2) : null;
            if (step instanceof Relation.ToOne<?, ?> toOne && holder instanceof Relation.Parts<?, ?> parts) {
                at = holding(unit, parts, toOne.reference(), at);
                last -= 2;
                continue;
            }
            last--;
            if (last == 0 && step instanceof Relation.Join<?, ?> join && isId(unit, join)) {
                return keys(join, at);
            }
            at = before(unit, step, at);
        }
        Set<String> ids = new LinkedHashSet<>();
        at.forEach(entity -> ids.add(id(entity)));
        return ids;
    }

    private static Collection<?> before(Unit unit, Relation<?, ?> step, Collection<?> at) {
        if (step instanceof Relation.Join<?, ?> join) {
            Set<String> keys = keys(join, at);
            return isId(unit, join)
                    ? Subjects.find(unit, join.subject(), keys)
                    : withKeys(unit, join.subjectKey(), keys);
        } else if (step instanceof Relation.ToOne<?, ?> toOne) {
            return withKeys(unit, toOne.reference(), ids(unit, at));
        }
        throw new IllegalStateException("the parts " + step.name() + " are no entities of their own");
    }

    private static boolean isId(Unit unit, Relation.Join<?, ?> join) {
        return unit.catalog()
                .subject(join.subject())
                .id()
                .filter(join.subjectKey()::equals)
                .isPresent();
    }

    private static <R> Set<String> keys(Relation.Join<?, R> join, Collection<?> facts) {
        Set<String> keys = new LinkedHashSet<>();
        for (Object fact : facts) {
            keys.addAll(Keys.of(join.factKey(), join.fact().cast(fact)));
        }
        return keys;
    }

    static String id(Object entity) {
        return ((Entity<?>) entity).id().toString();
    }

    /** The ids by which entities are named, those of parties that were merged into them too. */
    private static Set<String> ids(Unit unit, Collection<?> entities) {
        Set<String> ids = new LinkedHashSet<>();
        for (Object entity : entities) {
            Id id = (Id) ((Entity<?>) entity).id();
            ids.add(id.value());
            if (id instanceof CustomerId party) {
                unit.repositories().redirects().leadingTo(party).forEach(merged -> ids.add(merged.value()));
            }
        }
        return ids;
    }

    private static <P, V> Collection<P> withKeys(Unit unit, Field<P, V> field, Set<String> keys) {
        List<P> found = new ArrayList<>();
        for (List<V> some : Lists.partition(values(field, keys), AT_ONCE)) {
            found.addAll(all(unit, field.subject(), Conditions.where(field, Tests.in(some))));
        }
        return found;
    }

    private static <P, R, V> Collection<P> holding(
            Unit unit, Relation.Parts<P, R> parts, Field.Reference<?, ?, ?> reference, Collection<?> entities) {
        @SuppressWarnings("unchecked") // the step behind the parts starts in them
        Field<R, V> field = (Field<R, V>) reference;
        List<P> found = new ArrayList<>();
        for (List<V> some : Lists.partition(values(field, ids(unit, entities)), AT_ONCE)) {
            Condition<R> named = Conditions.where(field, Tests.in(some));
            found.addAll(all(unit, parts.subject(), Conditions.count(parts, named, Window.ever(), Tests.atLeast(1))));
        }
        return found;
    }

    private static <P, V> List<V> values(Field<P, V> field, Set<String> keys) {
        List<V> values = new ArrayList<>();
        for (String key : keys) {
            V value = value(field, key);
            if (value != null) {
                values.add(value);
            }
        }
        return values;
    }

    private static <V> @Nullable V value(Field<?, V> field, String key) {
        try {
            return field.type().parse(field.name(), key);
        } catch (Invalid e) {
            return null;
        }
    }

    private static <P> List<P> all(Unit unit, Class<P> type, Condition<P> condition) {
        List<P> found = new ArrayList<>();
        Query<P> query = Query.of(condition, unit.moment()).limit(AT_ONCE);
        Optional<Cursor> next = Optional.empty();
        do {
            Page<P> page =
                    unit.repositories().of(type).find(next.map(query::after).orElse(query));
            found.addAll(page.items());
            next = page.next();
        } while (next.isPresent());
        return found;
    }
}
