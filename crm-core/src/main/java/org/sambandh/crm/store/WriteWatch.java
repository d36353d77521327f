package org.sambandh.crm.store;

import org.jspecify.annotations.Nullable;
import org.sambandh.crm.common.Entity;

/** Sees every write of a transaction, through whichever repository, replaced ones included. */
public interface WriteWatch {

    /** Called once, before the first write of the transaction. May itself read and write. */
    void beforeFirst();

    /**
     * Called behind every write, for each entity.
     *
     * @param type the class of the entity
     * @param before what was stored before; null for a new one
     * @param after what is stored now; null for one that is gone
     * @param <T> the entity
     */
    <T extends Entity<?>> void wrote(Class<T> type, @Nullable T before, @Nullable T after);
}
