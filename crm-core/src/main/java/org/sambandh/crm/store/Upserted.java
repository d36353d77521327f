package org.sambandh.crm.store;

/**
 * What became of an entity that was brought in under the key of another system.
 *
 * @param <T> the entity
 */
public sealed interface Upserted<T> permits Upserted.Created, Upserted.Updated, Upserted.Unchanged {

    /** {@return the entity as it is stored now} */
    T entity();

    /**
     * It was not known: it was stored for the first time.
     *
     * @param entity the entity as it is stored now
     * @param <T> the entity
     */
    record Created<T>(T entity) implements Upserted<T> {}

    /**
     * It was known with other content: it was changed.
     *
     * @param entity the entity as it is stored now
     * @param <T> the entity
     */
    record Updated<T>(T entity) implements Upserted<T> {}

    /**
     * It was known with the same content: nothing was written and no event recorded.
     *
     * @param entity the entity as it was and is stored
     * @param <T> the entity
     */
    record Unchanged<T>(T entity) implements Upserted<T> {}
}
