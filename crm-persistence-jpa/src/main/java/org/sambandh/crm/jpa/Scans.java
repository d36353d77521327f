package org.sambandh.crm.jpa;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sambandh.crm.common.Entity;
import org.sambandh.crm.common.Id;
import org.sambandh.crm.condition.Condition;
import org.sambandh.crm.condition.ValueTest;
import org.sambandh.crm.field.Field;
import org.sambandh.crm.store.Keys;
import org.sambandh.crm.store.Order;
import org.sambandh.crm.store.Sorting;

/** Chooses how the rows of a query are read. */
final class Scans<T extends Entity<I>, I extends Id> {

    private final JpaTransaction transaction;
    private final EntityPlan<T, I> plan;
    private final Reader<T, I> reader;

    Scans(JpaTransaction transaction, EntityPlan<T, I> plan, Reader<T, I> reader) {
        this.transaction = transaction;
        this.plan = plan;
        this.reader = reader;
    }

    /** Reads the rows that may satisfy a condition. */
    Scan<T> of(Condition<T> condition, Pushdown.Pushed pushed, List<Order<T>> orders) {
        if (orders.isEmpty() && plan.row() == EventRow.class) {
            return new OutboxScan<>(transaction, reader, () -> rows(pushed));
        }
        Scan<T> timeline = timeline(condition, pushed, orders);
        if (timeline != null) {
            return timeline;
        }
        List<String> values = new ArrayList<>();
        for (Order<T> order : orders) {
            FieldColumn<T, ?> column = plan.column(order.field());
            if (order.field().equals(plan.type().id())) {
                values.add("r.id");
            } else if (column != null) {
                values.add("r." + column.attribute());
            } else {
                return new HeapScan<>(byId(pushed), Sorting.of(orders));
            }
        }
        return new SortedScan<>(reader, () -> rows(pushed), orders, values, "r.id");
    }

    /** Reads the rows by id. */
    Scan<T> byId(Pushdown.Pushed pushed) {
        return new SortedScan<>(reader, () -> rows(pushed), List.of(), List.of(), "r.id");
    }

    private Jpql rows(Pushdown.Pushed pushed) {
        Jpql query = reader.select();
        pushed.addTo(query, "r");
        return query;
    }

    /** What happened with one party, by time: one range of the index on elements, however much there is. */
    private @Nullable Scan<T> timeline(Condition<T> condition, Pushdown.Pushed pushed, List<Order<T>> orders) {
        if (orders.size() != 1) {
            return null;
        }
        List<Condition<T>> parts = condition instanceof Condition.All<T> all ? all.conditions() : List.of(condition);
        for (Condition<T> part : parts) {
            Optional<String> key = part instanceof Condition.FieldTest<T, ?> test
                    ? timelineKey(test, orders.get(0).field())
                    : Optional.empty();
            if (key.isPresent()) {
                String field = ((Condition.FieldTest<T, ?>) part).field().name();
                return new SortedScan<>(
                        reader, () -> elements(field, key.get(), pushed), orders, List.of("v.happenedAt"), "v.owner");
            }
        }
        return null;
    }

    private <V> Optional<String> timelineKey(Condition.FieldTest<T, V> test, Field.One<T, ?> order) {
        if (test.field().isMany()
                && test.test() instanceof ValueTest.Is<V> is
                && plan.timeOf(test.field()).filter(order::equals).isPresent()) {
            return Optional.of(Keys.of(test.field().type(), is.value()));
        }
        return Optional.empty();
    }

    private Jpql elements(String field, String key, Pushdown.Pushed pushed) {
        Jpql query = new Jpql()
                .add("select r.revision, r.body from SambandhValue v, " + plan.entityName() + " r where v.tenant = ")
                .bind(transaction.tenant().value())
                .add(" and v.kind = ")
                .bind(plan.kind())
                .add(" and v.field = ")
                .bind(field)
                .add(" and v.itemKey = ")
                .bind(ItemKey.of(key))
                .add(" and r.tenant = v.tenant and r.id = v.owner");
        pushed.addTo(query, "r");
        return query;
    }
}
