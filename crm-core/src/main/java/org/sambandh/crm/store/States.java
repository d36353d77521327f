package org.sambandh.crm.store;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sambandh.crm.common.Entity;
import org.sambandh.crm.common.Revision;

/**
 * The entities that a transaction read or wrote, so that the state before a write need not be read a second time. Bounded:
 * what does not fit is read again. Used by one thread.
 */
final class States {

    private static final int MOST = 2_000;

    private final Map<Object, Entity<?>> known = new HashMap<>();

    private record Key(Class<?> type, Object id) {}

    void see(Class<?> type, Entity<?> entity) {
        Key key = new Key(type, entity.id());
        if (known.size() < MOST || known.containsKey(key)) {
            known.put(key, entity);
        }
    }

    void forget(Class<?> type, Object id) {
        known.remove(new Key(type, id));
    }

    /** Returns the entity if it was seen in just this state. */
    <T> @Nullable T known(Class<T> type, Object id, Revision revision) {
        Entity<?> entity = known.get(new Key(type, id));
        return entity != null && entity.revision().equals(revision) ? type.cast(entity) : null;
    }
}
