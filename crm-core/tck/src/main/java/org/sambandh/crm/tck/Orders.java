package org.sambandh.crm.tck;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.sambandh.crm.common.Entity;
import org.sambandh.crm.common.Id;
import org.sambandh.crm.field.Field;
import org.sambandh.crm.field.FieldType;
import org.sambandh.crm.store.Order;

/** What may be said of rows that are sorted, without knowing how the store sorts text. */
final class Orders {

    private Orders() {}

    /** Every field of the kind by which entities can be sorted. */
    static <T extends Entity<I>, I extends Id> List<Field.One<T, ?>> sortable(Bench<T, I> bench) {
        List<Field.One<T, ?>> fields = new ArrayList<>();
        for (Field<T, ?> field : fields(bench)) {
            if (field instanceof Field.One<T, ?> one && field.type().kind() != FieldType.Kind.MONEY) {
                fields.add(one);
            }
        }
        return fields;
    }

    private static <T extends Entity<I>, I extends Id> Iterable<Field<T, ?>> fields(Bench<T, I> bench) {
        return bench.schema()
                .catalog(bench.tenant())
                .subject(bench.type().type())
                .fields();
    }

    @SuppressWarnings("unchecked") // equal types have values of one class
    static <T extends Entity<I>, I extends Id, V> Optional<Field.One<T, V>> ofType(
            Bench<T, I> bench, FieldType<V> type) {
        for (Field.One<T, ?> field : sortable(bench)) {
            if (field.type().equals(type)) {
                return Optional.of((Field.One<T, V>) field);
            }
        }
        return Optional.empty();
    }

    static <T extends Entity<?>> void assertSorted(
            Field.One<T, ?> field, List<T> ascending, List<T> descending, int size) {
        assertThat(ascending).as("by " + field).hasSize(size).doesNotHaveDuplicates();
        assertThat(descending).as("by " + field + ", descending").hasSize(size).doesNotHaveDuplicates();
        List<Object> up = groups(field, ascending);
        List<Object> down = groups(field, descending);
        for (int i = 0; i < up.size(); i++) {
            assertThat(down.get(up.size() - 1 - i))
                    .as("descending is the reverse of " + field)
                    .isEqualTo(up.get(i));
        }
        if (field.type().isLong()) {
            for (int i = 1; i < up.size(); i++) {
                assertThat((Long) up.get(i - 1)).as("by " + field).isLessThan((Long) up.get(i));
            }
        }
    }

    /** Checks two orders at once: within equal values of the first, the second counts, then the id. */
    static <T extends Entity<?>> void assertSorted(Order<T> first, Order<T> second, List<T> rows) {
        List<Object> seen = groupsOf(first.field(), rows);
        assertThat(seen).as("by " + first).doesNotHaveDuplicates();
        for (int from = 0; from < rows.size(); ) {
            int to = from + 1;
            while (to < rows.size() && same(first.field(), rows.get(from), rows.get(to))) {
                to++;
            }
            groups(second.field(), rows.subList(from, to));
            from = to;
        }
    }

    private static <T> boolean same(Field.One<T, ?> field, T one, T other) {
        Object left = value(field, one);
        Object right = value(field, other);
        return left == null ? right == null : left.equals(right);
    }

    /** The values that are there, each once, in order; fails if they do not stand together or ids are out of order. */
    private static <T extends Entity<?>> List<Object> groups(Field.One<T, ?> field, List<T> rows) {
        List<Object> groups = groupsOf(field, rows);
        assertThat(groups).as("equal values of " + field + " stand together").doesNotHaveDuplicates();
        for (int i = 1; i < rows.size(); i++) {
            if (value(field, rows.get(i - 1)) == null) {
                assertThat(value(field, rows.get(i)))
                        .as("missing values of " + field + " come last")
                        .isNull();
            }
            if (same(field, rows.get(i - 1), rows.get(i))) {
                assertThat(rows.get(i - 1).id().value())
                        .as("ties of " + field + " break by id")
                        .isLessThan(rows.get(i).id().value());
            }
        }
        return groups;
    }

    private static <T> List<Object> groupsOf(Field.One<T, ?> field, List<T> rows) {
        List<Object> groups = new ArrayList<>();
        Set<Object> last = new LinkedHashSet<>();
        for (T row : rows) {
            Object value = value(field, row);
            if (value != null && !last.contains(value)) {
                groups.add(value);
                last = Set.of(value);
            }
        }
        return groups;
    }

    private static <T, V> @Nullable Object value(Field.One<T, V> field, T row) {
        V value = field.get(row);
        if (value == null) {
            return null;
        }
        return field.type().isLong()
                ? (Object) field.type().toLong(value)
                : field.type().toText(value);
    }
}
