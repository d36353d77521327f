package org.sambandh.crm.store;

import org.jspecify.annotations.Nullable;

/**
 * An entity that a unit wrote: its state before the unit, and its state now, however often it was saved in between.
 *
 * @param type the class of the entity
 * @param before its state before the unit; null if it is new
 * @param after its state now; null if it is gone. One of the two is there
 * @param <T> the entity
 */
public record Written<T>(
        Class<T> type, @Nullable T before, @Nullable T after) {

    /**
     * Checks what it is given.
     *
     * @param type the class of the entity
     * @param before its state before the unit; null if it is new
     * @param after its state now; null if it is gone. One of the two is there
     */
    public Written {
        if (before == null && after == null) {
            throw new IllegalArgumentException("a write needs a state before or after");
        }
    }

    /** {@return the state after, or the one before of an entity that is gone} */
    public T either() {
        T either = after != null ? after : before;
        if (either == null) {
            throw new IllegalStateException("a write needs a state before or after");
        }
        return either;
    }

    /** {@return the class only: the states may be personal} */
    @Override
    public String toString() {
        return "Written[" + type.getSimpleName() + "]";
    }
}
