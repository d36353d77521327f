package org.sambandh.crm.inmemory;

import java.util.Collections;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.sambandh.crm.common.Entity;
import org.sambandh.crm.store.SortKey;
import org.sambandh.crm.store.Sorting;

/**
 * The entities of each key of one field, in one order: a page of those of one party, newest first, is one range of it,
 * however many that party or any other has.
 */
final class KeyedOrder<T extends Entity<?>> {

    private final HashIndex<T> index;
    private final Sorting<T> sorting;
    private final Map<String, NavigableMap<SortKey, T>> rows = new HashMap<>();

    KeyedOrder(HashIndex<T> index, Sorting<T> sorting) {
        this.index = index;
        this.sorting = sorting;
    }

    /** Takes one entity out and puts another in. The readers of the fields run now, the change when it is run. */
    Runnable change(@Nullable T before, @Nullable T now) {
        List<String> old = before == null ? List.of() : index.keys(before);
        List<String> keys = now == null ? List.of() : index.keys(now);
        SortKey oldPlace = before == null ? null : sorting.key(before);
        SortKey place = now == null ? null : sorting.key(now);
        return () -> {
            if (oldPlace != null) {
                old.forEach(key -> remove(key, oldPlace));
            }
            if (place != null && now != null) {
                keys.forEach(key ->
                        rows.computeIfAbsent(key, k -> new TreeMap<>(sorting)).put(place, now));
            }
        };
    }

    /** The entities of a key behind a place; all of them where it is null. */
    Iterator<T> behind(String key, @Nullable SortKey place) {
        NavigableMap<SortKey, T> found = rows.get(key);
        if (found == null) {
            return Collections.emptyIterator();
        }
        return (place == null ? found : found.tailMap(place, false)).values().iterator();
    }

    private void remove(String key, SortKey place) {
        NavigableMap<SortKey, T> found = rows.get(key);
        if (found != null && found.remove(place) != null && found.isEmpty()) {
            rows.remove(key);
        }
    }
}
