package org.sambandh.crm.inmemory;

import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.sambandh.crm.common.Entity;
import org.sambandh.crm.field.Field;
import org.sambandh.crm.store.Keys;

/**
 * Finds entities by the elements of one field. Under each key they are sorted by id, so that a page behind an id is read
 * without the ones before it.
 */
final class HashIndex<T extends Entity<?>> {

    private final Field<T, ?> field;
    private final Map<String, Posting<T>> postings = new HashMap<>();

    HashIndex(Field<T, ?> field) {
        this.field = field;
    }

    /** Most keys have one entity, for which a map of its own would be six times as large. */
    private static final class Posting<T extends Entity<?>> {
        private @Nullable T only;
        private @Nullable NavigableMap<String, T> several;
    }

    List<String> keys(T entity) {
        return Keys.of(field, entity);
    }

    void add(List<String> keys, T entity) {
        for (String key : keys) {
            Posting<T> posting = postings.computeIfAbsent(key, k -> new Posting<>());
            String id = entity.id().value();
            if (posting.several != null) {
                posting.several.put(id, entity);
            } else if (posting.only == null || posting.only.id().value().equals(id)) {
                posting.only = entity;
            } else {
                posting.several = new TreeMap<>();
                posting.several.put(posting.only.id().value(), posting.only);
                posting.several.put(id, entity);
                posting.only = null;
            }
        }
    }

    void remove(List<String> keys, String id) {
        for (String key : keys) {
            Posting<T> posting = postings.get(key);
            if (posting == null) {
                continue;
            }
            if (posting.several != null) {
                posting.several.remove(id);
            }
            if (posting.several == null || posting.several.isEmpty()) {
                postings.remove(key);
            }
        }
    }

    int size(String key) {
        Posting<T> posting = postings.get(key);
        if (posting == null) {
            return 0;
        }
        return posting.several == null ? 1 : posting.several.size();
    }

    Collection<T> get(String key) {
        Posting<T> posting = postings.get(key);
        if (posting == null) {
            return List.of();
        }
        if (posting.several != null) {
            return Collections.unmodifiableCollection(posting.several.values());
        }
        return posting.only == null ? List.of() : List.of(posting.only);
    }

    /** The entities of a key behind an id, by id; all of them where it is null. */
    Iterator<T> behind(String key, @Nullable String id) {
        Posting<T> posting = postings.get(key);
        if (posting != null && posting.several != null && id != null) {
            return posting.several.tailMap(id, false).values().iterator();
        }
        Collection<T> all = get(key);
        boolean skipped = posting != null
                && posting.only != null
                && id != null
                && posting.only.id().value().compareTo(id) <= 0;
        return skipped ? Collections.emptyIterator() : all.iterator();
    }
}
