package org.sambandh.crm.store;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Keeps the 1,000 values asked for last. Safe for concurrent use. */
final class Recent<K, V> {

    static final int CAPACITY = 1_000;

    private final Map<K, V> values = new LinkedHashMap<>(16, 0.75f, true);

    synchronized @Nullable V get(K key) {
        return values.get(key);
    }

    /** Returns the value that is kept: the one given, or one that was there before. */
    synchronized V putIfAbsent(K key, V value) {
        V known = values.putIfAbsent(key, value);
        if (values.size() > CAPACITY) {
            values.remove(values.keySet().iterator().next());
        }
        return known == null ? value : known;
    }

    synchronized void remove(K key) {
        values.remove(key);
    }
}
