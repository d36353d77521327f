package org.sambandh.crm.store;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.sambandh.crm.common.StoreFailure;

/**
 * Lets a thread into a store once at a time: a store that is called from inside its own transaction would wait for
 * itself, or write what the outer one does not see. Safe for concurrent use.
 */
public final class Entrance {

    private final Set<Thread> inside = ConcurrentHashMap.newKeySet();

    /** Makes the entrance of one store. */
    public Entrance() {}

    /**
     * Runs work while this thread counts as inside.
     *
     * @param work the work
     * @param <R> what it returns
     * @return what it returned
     * @throws StoreFailure if this thread is inside already
     */
    public <R> R run(Supplier<R> work) {
        Thread thread = Thread.currentThread();
        if (!inside.add(thread)) {
            throw new StoreFailure("The store was called from inside its own transaction. Use the repositories that the"
                    + " running function was given, or call the store from an action after the commit.");
        }
        try {
            return work.get();
        } finally {
            inside.remove(thread);
        }
    }
}
