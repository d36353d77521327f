package org.sambandh.crm.jpa;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.sambandh.crm.common.DuplicateKey;
import org.sambandh.crm.common.Entity;
import org.sambandh.crm.common.Id;
import org.sambandh.crm.field.Field;
import org.sambandh.crm.store.Keys;

/**
 * The keys that no two entities share. One row for each key says whose it is: two entities that swap their keys change
 * two rows, and no key is free in between.
 */
final class UniqueKeys<T extends Entity<I>, I extends Id> {

    private final JpaTransaction transaction;
    private final EntityPlan<T, I> plan;
    private final List<Object> touched;
    private final Map<UniqueKeyRow.Key, UniqueKeyRow> stored = new HashMap<>();
    private final Map<UniqueKeyRow.Key, String> wanted = new LinkedHashMap<>();

    UniqueKeys(JpaTransaction transaction, EntityPlan<T, I> plan, List<Object> touched) {
        this.transaction = transaction;
        this.plan = plan;
        this.touched = touched;
    }

    /** Finds out what is to be written; throws {@link DuplicateKey} for what is taken. */
    void prepare(Map<String, T> given) {
        for (Field<T, ?> field : plan.type().unique()) {
            prepare(field, given);
        }
        List<String> updated = given.values().stream()
                .filter(entity -> !entity.revision().isNew())
                .map(entity -> entity.id().value())
                .toList();
        if (!plan.type().unique().isEmpty()) {
            for (List<String> owners : Reader.chunks(updated)) {
                load(select().add(" and k.owner in ").bind(owners));
            }
        }
    }

    private void prepare(Field<T, ?> field, Map<String, T> given) {
        Map<UniqueKeyRow.Key, T> claims = new LinkedHashMap<>();
        given.forEach((id, entity) -> {
            for (String key : Keys.of(field, entity)) {
                UniqueKeyRow.Key name = name(field.name(), ItemKey.of(key));
                T other = claims.putIfAbsent(name, entity);
                if (other != null && other != entity) {
                    throw new DuplicateKey(plan.type().ref(entity), field.name());
                }
                wanted.put(name, id);
            }
        });
        List<String> keys = new ArrayList<>();
        claims.keySet().forEach(name -> keys.add(name.itemKey));
        for (List<String> some : Reader.chunks(keys)) {
            load(select().add(" and k.field = ")
                    .bind(field.name())
                    .add(" and k.itemKey in ")
                    .bind(some));
        }
        claims.forEach((name, entity) -> {
            UniqueKeyRow row = stored.get(name);
            if (row != null && !given.containsKey(row.owner)) {
                throw new DuplicateKey(plan.type().ref(entity), field.name());
            }
        });
    }

    /** Writes what was prepared, with the next flush. */
    void write() {
        wanted.forEach((name, owner) -> {
            UniqueKeyRow row = stored.remove(name);
            if (row == null) {
                row = new UniqueKeyRow();
                row.tenant = name.tenant;
                row.kind = name.kind;
                row.field = name.field;
                row.itemKey = name.itemKey;
                row.owner = owner;
                transaction.em().persist(row);
                touched.add(row);
            } else {
                row.owner = owner;
            }
        });
        stored.values().forEach(transaction.em()::remove);
    }

    private Jpql select() {
        return new Jpql()
                .add("select k from SambandhUniqueKey k where k.tenant = ")
                .bind(transaction.tenant().value())
                .add(" and k.kind = ")
                .bind(plan.kind());
    }

    private void load(Jpql query) {
        for (UniqueKeyRow row : query.list(transaction.em(), UniqueKeyRow.class)) {
            stored.put(name(row.field, row.itemKey), row);
            touched.add(row);
        }
    }

    private UniqueKeyRow.Key name(String field, String itemKey) {
        UniqueKeyRow.Key name = new UniqueKeyRow.Key();
        name.tenant = transaction.tenant().value();
        name.kind = plan.kind();
        name.field = field;
        name.itemKey = itemKey;
        return name;
    }
}
