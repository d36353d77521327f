package org.sambandh.crm.jpa;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Gives events their positions. The counter of the tenant stays locked until the unit commits, and units save their
 * events last, so positions grow in the order of the commits: who reads on from a position misses nothing.
 */
final class Outbox {

    private final JpaTransaction transaction;
    private final List<Object> touched;

    Outbox(JpaTransaction transaction, List<Object> touched) {
        this.transaction = transaction;
        this.touched = touched;
    }

    /** Numbers the rows if they are events: those of one call by id, which is how a unit made them. */
    void number(List<Row> added) {
        if (added.isEmpty() || !(added.get(0) instanceof EventRow)) {
            return;
        }
        long position = last(added.size()) - added.size();
        List<Row> byId = new ArrayList<>(added);
        byId.sort(Comparator.comparing(row -> row.id));
        for (Row row : byId) {
            position++;
            ((EventRow) row).position = position;
        }
    }

    /** Locks the counter without moving it: until the commit no other unit can save an event. */
    void awaitTurn() {
        last(0);
    }

    private long last(int more) {
        String tenant = transaction.tenant().value();
        int updated = new Jpql()
                .add("update SambandhOutboxCounter c set c.last = c.last + ")
                .bind((long) more)
                .add(" where c.tenant = ")
                .bind(tenant)
                .execute(transaction.em());
        if (updated == 0) {
            OutboxCounterRow first = new OutboxCounterRow();
            first.tenant = tenant;
            first.last = more;
            transaction.em().persist(first);
            touched.add(first);
            transaction.em().flush();
            return more;
        }
        return new Jpql()
                .add("select c.last from SambandhOutboxCounter c where c.tenant = ")
                .bind(tenant)
                .list(transaction.em(), Long.class)
                .get(0);
    }
}
