package org.sambandh.crm.inmemory;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import org.sambandh.crm.common.Entity;
import org.sambandh.crm.common.Id;
import org.sambandh.crm.store.EntityType;

/** Everything of one tenant, and the lock that guards it. */
final class TenantData {

    private final ReentrantLock lock = new ReentrantLock();
    private final Map<Class<?>, Table<?, ?>> tables = new HashMap<>();
    private final RedirectTable redirects = new RedirectTable();
    private boolean discarded;

    /** Takes the lock; false if this object was thrown away in the meantime and another one must be taken. */
    boolean enter() {
        lock.lock();
        if (discarded) {
            lock.unlock();
            return false;
        }
        return true;
    }

    /** Gives the lock back. */
    void leave() {
        lock.unlock();
    }

    /** Marks this object as thrown away if there is nothing in it. Called with the lock held. */
    boolean discardIfEmpty() {
        discarded = redirects.isEmpty() && tables.values().stream().allMatch(table -> table.size() == 0);
        return discarded;
    }

    RedirectTable redirects() {
        return redirects;
    }

    @SuppressWarnings("unchecked") // a table is put under the class of its entities
    <T extends Entity<I>, I extends Id> Table<T, I> table(EntityType<T, I, ?> type) {
        return (Table<T, I>) tables.computeIfAbsent(type.type(), t -> new Table<>(type));
    }
}
