package org.sambandh.crm.jpa;

import java.util.ArrayList;
import java.util.List;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;
import org.sambandh.crm.common.Entity;
import org.sambandh.crm.store.SortKey;
import org.sambandh.crm.store.Sorting;

/**
 * Rows in an order that the database cannot make, such as by a host's own attribute: all of them are read, by id, and no
 * more are kept than are asked for.
 */
final class HeapScan<T extends Entity<?>> implements Scan<T> {

    private final Scan<T> byId;
    private final Sorting<T> sorting;

    HeapScan(Scan<T> byId, Sorting<T> sorting) {
        this.byId = byId;
        this.sorting = sorting;
    }

    private record Placed<T>(SortKey key, T row) {}

    @Override
    public List<T> behind(@Nullable SortKey place, int most) {
        PriorityQueue<Placed<T>> first = new PriorityQueue<>((a, b) -> sorting.compare(b.key(), a.key()));
        SortKey last = null;
        List<T> rows;
        do {
            rows = byId.behind(last, Reader.AT_ONCE);
            for (T row : rows) {
                SortKey key = sorting.key(row);
                if (place == null || sorting.compare(key, place) > 0) {
                    first.add(new Placed<>(key, row));
                    if (first.size() > most) {
                        first.remove();
                    }
                }
                last = new SortKey(List.of(), row.id().value());
            }
        } while (rows.size() == Reader.AT_ONCE);
        List<T> found = new ArrayList<>(first.size());
        while (!first.isEmpty()) {
            found.add(0, first.remove().row());
        }
        return found;
    }
}
