package org.sambandh.crm.jpa;

import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;
import org.sambandh.crm.common.DuplicateKey;
import org.sambandh.crm.common.Entity;
import org.sambandh.crm.common.EntityRef;
import org.sambandh.crm.common.Id;
import org.sambandh.crm.common.Invalid;
import org.sambandh.crm.common.NotFound;
import org.sambandh.crm.common.Revision;
import org.sambandh.crm.common.StaleRevision;
import org.sambandh.crm.store.EntityType;

/**
 * Writes entities of one kind. What is there already is read and judged first, so that errors name what they are about.
 * Then the revisions are set by a conditional update, which locks the rows and shows whether another transaction came in
 * between; only then the rows themselves are written, in batches where the provider is set to.
 */
final class Writer<T extends Entity<I>, I extends Id> {

    private final JpaTransaction transaction;
    private final EntityManager em;
    private final EntityPlan<T, I> plan;
    private final EntityType<T, I, ?> type;
    private final String tenant;

    Writer(JpaTransaction transaction, EntityPlan<T, I> plan) {
        this.transaction = transaction;
        this.em = transaction.em();
        this.plan = plan;
        this.type = plan.type();
        this.tenant = transaction.tenant().value();
    }

    List<T> save(Collection<T> entities) {
        Map<String, T> given = new LinkedHashMap<>();
        for (T entity : entities) {
            if (given.put(entity.id().value(), entity) != null) {
                throw new Invalid(
                        type.name(), "saved twice in one call: " + type.ref(entity) + "; save its last state only");
            }
        }
        if (given.isEmpty()) {
            return List.of();
        }
        return Failures.translated(() -> write(given));
    }

    private List<T> write(Map<String, T> given) {
        List<Object> touched = new ArrayList<>();
        Map<String, Row> rows = rows(given, touched);
        try {
            judge(given, rows);
            UniqueKeys<T, I> keys = new UniqueKeys<>(transaction, plan, touched);
            keys.prepare(given);
            Revision next = nextRevision();
            claim(given, rows, next);
            List<T> stored = new ArrayList<>(given.size());
            List<Row> added = new ArrayList<>();
            for (T entity : given.values()) {
                T stamped = type.stamp().apply(entity, next);
                stored.add(stamped);
                Row row = rows.get(entity.id().value());
                if (row == null) {
                    row = plan.newRow(transaction.tenant(), entity.id().value());
                    plan.copy(stamped, row);
                    added.add(row);
                } else {
                    plan.copy(stamped, row);
                }
            }
            new Outbox(transaction, touched).number(added);
            added.forEach(em::persist);
            touched.addAll(added);
            keys.write();
            writeElements(stored, rows.keySet(), touched);
            flush(given.values().iterator().next());
            return stored;
        } finally {
            touched.forEach(em::detach);
        }
    }

    private Map<String, Row> rows(Map<String, T> given, List<Object> touched) {
        Map<String, Row> rows = new HashMap<>();
        for (List<String> ids : Reader.chunks(given.keySet())) {
            for (Row row : new Jpql()
                    .add("select r from " + plan.entityName() + " r where r.tenant = ")
                    .bind(tenant)
                    .add(" and r.id in ")
                    .bind(ids)
                    .list(em, plan.row())) {
                rows.put(row.id, row);
                touched.add(row);
            }
        }
        return rows;
    }

    private void judge(Map<String, T> given, Map<String, Row> rows) {
        List<EntityRef> stale = new ArrayList<>();
        T taken = null;
        for (T entity : given.values()) {
            Row row = rows.get(entity.id().value());
            if (entity.revision().isNew()) {
                taken = taken == null && row != null ? entity : taken;
            } else if (row == null || row.revision != entity.revision().value()) {
                stale.add(type.ref(entity));
            }
        }
        if (!stale.isEmpty()) {
            throw stale(stale, given);
        }
        if (taken != null) {
            throw new DuplicateKey(type.ref(taken), "id");
        }
    }

    private StaleRevision stale(List<EntityRef> stale, Map<String, T> given) {
        Set<Overtaken.State> states = new HashSet<>();
        for (EntityRef ref : stale) {
            T entity = given.get(ref.id());
            if (entity != null) {
                states.add(new Overtaken.State(ref, entity.revision()));
            }
        }
        return transaction.stale(stale, states);
    }

    /** Locks the rows under their new revision; throws if one of them is no longer what was judged. */
    private void claim(Map<String, T> given, Map<String, Row> rows, Revision next) {
        for (List<Row> some : Reader.chunks(rows.values())) {
            int claimed = new Jpql()
                    .add("update " + plan.entityName() + " r set r.revision = ")
                    .bind(next.value())
                    .add(" where r.tenant = ")
                    .bind(tenant)
                    .add(" and r.id in ")
                    .bind(some.stream().map(row -> row.id).toList())
                    .add(" and r.revision in ")
                    .bind(some.stream().map(row -> row.revision).distinct().toList())
                    .execute(em);
            if (claimed != some.size()) {
                throw stale(overtaken(given, rows.keySet(), next), given);
            }
        }
    }

    private List<EntityRef> overtaken(Map<String, T> given, Set<String> ids, Revision next) {
        Map<String, Long> now = new HashMap<>();
        for (List<String> some : Reader.chunks(ids)) {
            for (Object[] row : new Jpql()
                    .add("select r.id, r.revision from " + plan.entityName() + " r where r.tenant = ")
                    .bind(tenant)
                    .add(" and r.id in ")
                    .bind(some)
                    .list(em, Object[].class)) {
                now.put((String) row[0], (Long) row[1]);
            }
        }
        List<EntityRef> stale = new ArrayList<>();
        for (T entity : given.values()) {
            Long found = now.get(entity.id().value());
            boolean claimed = found != null && found == next.value();
            boolean asRead = found != null && found == entity.revision().value();
            if (ids.contains(entity.id().value()) && !claimed && !asRead) {
                stale.add(type.ref(entity));
            }
        }
        return stale;
    }

    private void writeElements(List<T> stored, Set<String> updated, List<Object> touched) {
        Map<ValueRow.Key, ValueRow> before = new HashMap<>();
        for (List<String> ids : Reader.chunks(updated)) {
            for (ValueRow row : new Jpql()
                    .add("select v from SambandhValue v where v.tenant = ")
                    .bind(tenant)
                    .add(" and v.kind = ")
                    .bind(plan.kind())
                    .add(" and v.owner in ")
                    .bind(ids)
                    .list(em, ValueRow.class)) {
                before.put(row.key(), row);
                touched.add(row);
            }
        }
        for (T entity : stored) {
            for (ValueRow wanted : plan.elements(transaction.tenant(), entity)) {
                @Nullable ValueRow known = before.remove(wanted.key());
                if (known == null) {
                    em.persist(wanted);
                    touched.add(wanted);
                } else {
                    known.text = wanted.text;
                    known.number = sameNumber(known, wanted) ? known.number : wanted.number;
                    known.happenedAt = wanted.happenedAt;
                }
            }
        }
        before.values().forEach(em::remove);
    }

    private static boolean sameNumber(ValueRow left, ValueRow right) {
        return left.number != null && right.number != null && left.number.compareTo(right.number) == 0;
    }

    // Another transaction may have taken an id or key since we looked: the first entity stands for all of them. An
    // owning store runs the unit once more and then names the right one.
    private void flush(T first) {
        try {
            em.flush();
        } catch (PersistenceException e) {
            if (!Failures.isTaken(e)) {
                throw e;
            }
            DuplicateKey duplicate = new DuplicateKey(type.ref(first), "id");
            duplicate.initCause(e);
            throw duplicate;
        }
    }

    void delete(String id, Revision revision) {
        Failures.translated(() -> {
            int deleted = new Jpql()
                    .add("delete from " + plan.entityName() + " r where r.tenant = ")
                    .bind(tenant)
                    .add(" and r.id = ")
                    .bind(id)
                    .add(" and r.revision = ")
                    .bind(revision.value())
                    .execute(em);
            if (deleted == 0) {
                EntityRef ref = new EntityRef(type.name(), id);
                if (new Reader<>(transaction, plan).byId(List.of(id)).isEmpty()) {
                    throw new NotFound(ref);
                }
                throw transaction.stale(List.of(ref), Set.of(new Overtaken.State(ref, revision)));
            }
            deleteOwned("SambandhValue", id);
            deleteOwned("SambandhUniqueKey", id);
            return true;
        });
    }

    private void deleteOwned(String entityName, String owner) {
        new Jpql()
                .add("delete from " + entityName + " v where v.tenant = ")
                .bind(tenant)
                .add(" and v.kind = ")
                .bind(plan.kind())
                .add(" and v.owner = ")
                .bind(owner)
                .execute(em);
    }

    // Random, so that an entity which is deleted and made anew never gets an old one back.
    private static Revision nextRevision() {
        Revision next;
        do {
            next = new Revision(ThreadLocalRandom.current().nextLong());
        } while (next.isNew());
        return next;
    }
}
