package org.sambandh.crm.jpa;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sambandh.crm.common.Entity;
import org.sambandh.crm.common.Id;
import org.sambandh.crm.store.SortKey;

/** Events in the order of their positions, which is that of the commits. A place is still named by an event's id. */
final class OutboxScan<T extends Entity<I>, I extends Id> implements Scan<T> {

    private final JpaTransaction transaction;
    private final Reader<T, I> reader;
    private final SortedScan.Beginning beginning;

    OutboxScan(JpaTransaction transaction, Reader<T, I> reader, SortedScan.Beginning beginning) {
        this.transaction = transaction;
        this.reader = reader;
        this.beginning = beginning;
    }

    @Override
    public List<T> behind(@Nullable SortKey place, int most) {
        Jpql query = beginning.begin();
        if (place != null) {
            query.add(" and r.position > ").bind(position(place.id()));
        }
        return reader.list(query.add(" order by r.position"), most);
    }

    /** The position of an event; of one that is gone, that before the first one made later, else the last one. */
    private long position(String id) {
        List<Long> exact = positions("select e.position from SambandhEvent e where e.tenant = ", " and e.id = ", id);
        if (!exact.isEmpty()) {
            return exact.get(0);
        }
        long later = positions(
                        "select coalesce(min(e.position), 0) from SambandhEvent e where e.tenant = ",
                        " and e.id > ",
                        id)
                .get(0);
        return later > 0
                ? later - 1
                : positions(
                                "select coalesce(max(e.position), 0) from SambandhEvent e where e.tenant = ",
                                " and e.id < ",
                                id)
                        .get(0);
    }

    private List<Long> positions(String select, String test, String id) {
        return new Jpql()
                .add(select)
                .bind(transaction.tenant().value())
                .add(test)
                .bind(id)
                .list(transaction.em(), Long.class);
    }
}
