package org.sambandh.crm.store;

import java.util.List;
import java.util.Optional;

/**
 * Some of what matches, and how to go on.
 *
 * @param items in the order of the query
 * @param next behind the last row read; missing exactly when nothing is left
 * @param <T> the entity
 */
public record Page<T>(List<T> items, Optional<Cursor> next) {

    /**
     * Checks and copies what it is given.
     *
     * @param items in the order of the query
     * @param next behind the last row read; missing exactly when nothing is left
     */
    public Page {
        items = List.copyOf(items);
    }
}
