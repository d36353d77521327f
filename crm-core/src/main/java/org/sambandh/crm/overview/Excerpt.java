package org.sambandh.crm.overview;

import java.util.List;

/**
 * The first of a list that may be long.
 *
 * @param items the first ones
 * @param more whether there are others, which the feature's own service lists
 * @param <T> one item
 */
public record Excerpt<T>(List<T> items, boolean more) {

    /**
     * Checks and copies what it is given.
     *
     * @param items the first ones
     * @param more whether there are others, which the feature's own service lists
     */
    public Excerpt {
        items = List.copyOf(items);
    }
}
