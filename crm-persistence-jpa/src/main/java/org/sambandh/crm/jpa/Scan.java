package org.sambandh.crm.jpa;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sambandh.crm.store.SortKey;

/** Rows in an order, read piece by piece. */
interface Scan<T> {

    /**
     * Returns the next rows.
     *
     * @param place behind which they stand; null for the first
     * @param most how many at most; fewer are returned only where there are no more
     */
    List<T> behind(@Nullable SortKey place, int most);
}
