package org.sambandh.crm.jpa;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sambandh.crm.common.Entity;
import org.sambandh.crm.common.Id;
import org.sambandh.crm.common.Money;
import org.sambandh.crm.common.Text;
import org.sambandh.crm.condition.CompiledCondition;
import org.sambandh.crm.customer.Customer;
import org.sambandh.crm.field.Field;
import org.sambandh.crm.field.FieldType;
import org.sambandh.crm.store.GroupQuery;

/**
 * Groups and adds up in the database, where it decides the condition exactly and keeps every field that is asked for in a
 * column; a path is followed by a join for each of its references.
 */
final class JpaGroups<T extends Entity<I>, I extends Id> {

    private final JpaTransaction transaction;
    private final GroupQuery<T> query;
    private final EntityPlan<T, I> plan;
    private final Jpql joins = new Jpql();
    private final Map<String, String> joined = new LinkedHashMap<>();

    JpaGroups(JpaTransaction transaction, GroupQuery<T> query) {
        this.transaction = transaction;
        this.query = query;
        this.plan = transaction.planFor(query.subject());
    }

    /** A field as it stands in the query. */
    private record Selected(
            FieldType<?> type, String expression, @Nullable String currency) {}

    Optional<List<GroupQuery.Row>> run() {
        CompiledCondition.of(query.condition(), query.subject(), transaction.catalog());
        Pushdown.Pushed pushed = new Pushdown<>(transaction, plan, query.moment()).of(query.condition());
        if (!pushed.exact() || transaction.registry().isReplaced(query.subject())) {
            return Optional.empty();
        }
        List<Selected> keys = new ArrayList<>();
        for (Field<T, ?> field : query.keys()) {
            Selected key = selected(field);
            if (key == null || key.currency != null) {
                return Optional.empty();
            }
            keys.add(key);
        }
        List<Selected> measured = new ArrayList<>();
        List<Field<T, ?>> measures = new ArrayList<>(query.numbers());
        Field<T, Money> money = query.money();
        if (money != null) {
            measures.add(0, money);
        }
        for (Field<T, ?> field : measures) {
            Selected number = selected(field);
            if (number == null) {
                return Optional.empty();
            }
            measured.add(number);
        }
        return Optional.of(rows(pushed, keys, measured, money != null));
    }

    private List<GroupQuery.Row> rows(
            Pushdown.Pushed pushed, List<Selected> keys, List<Selected> measured, boolean hasMoney) {
        List<String> grouped = new ArrayList<>();
        keys.forEach(key -> grouped.add(key.expression));
        if (hasMoney) {
            grouped.add(Objects.requireNonNull(measured.get(0).currency));
        }
        List<String> select = new ArrayList<>(grouped);
        select.add("count(r.id)");
        for (Selected number : measured) {
            String value = number.expression;
            select.add("count(" + value + ")");
            if (number.type.kind() == FieldType.Kind.NUMBER || number.type.kind() == FieldType.Kind.MONEY) {
                select.add("sum(" + value + ")");
            }
            select.add("min(" + value + ")");
            select.add("max(" + value + ")");
        }
        // The count of the ids stands beside something in any case, so that every row is an array.
        select.add("max(r.revision)");
        Jpql jpql = new Jpql().add("select " + String.join(", ", select) + " from " + plan.entityName() + " r ");
        jpql.add(joins).add(" where r.tenant = ").bind(transaction.tenant().value());
        pushed.addTo(jpql, "r");
        if (!grouped.isEmpty()) {
            jpql.add(" group by " + String.join(", ", grouped));
        }
        Map<List<@Nullable Object>, GroupQuery.Row> found = new LinkedHashMap<>();
        for (Object[] values : jpql.list(transaction.em(), Object[].class)) {
            GroupQuery.Row row = new Values(values).row(keys, measured, hasMoney);
            List<@Nullable Object> place = new ArrayList<>(row.keys());
            place.add(row.currency());
            // Over no rows the database still answers one group of nothing.
            if (row.count() > 0) {
                found.merge(place, row, JpaGroups::together);
            }
        }
        return List.copyOf(found.values());
    }

    private @Nullable Selected selected(Field<T, ?> field) {
        return field instanceof Field.Path<T, ?> path
                ? along(plan, "r", path.hops(), path.target())
                : column(plan, "r", field);
    }

    private static <E extends Entity<?>> @Nullable Selected column(EntityPlan<E, ?> of, String row, Field<E, ?> field) {
        if (field.equals(of.type().id())) {
            return new Selected(field.type(), row + ".id", null);
        }
        FieldColumn<E, ?> column = of.column(field);
        if (column == null) {
            return null;
        }
        String currency = column.currency() == null ? null : row + "." + field.name() + "Currency";
        return new Selected(field.type(), row + "." + column.attribute(), currency);
    }

    @SuppressWarnings("unchecked") // a path's first reference starts at its subject, each next where the last one led
    private <E extends Entity<?>, R extends Entity<J>, J extends Id> @Nullable Selected along(
            EntityPlan<E, ?> of, String row, List<Field.Reference<?, ?, ?>> hops, Field<?, ?> target) {
        if (hops.isEmpty()) {
            return column(of, row, (Field<E, ?>) target);
        }
        Field.Reference<E, J, R> reference = (Field.Reference<E, J, R>) hops.get(0);
        FieldColumn<E, J> column = of.column(reference);
        if (column == null
                || transaction.registry().isReplaced(reference.target())
                || (reference.target() == Customer.class && transaction.hasRedirects())) {
            return null;
        }
        EntityPlan<R, J> there = transaction.planFor(reference.target());
        String from = row + "." + column.attribute();
        String alias = joined.get(from);
        if (alias == null) {
            alias = "j" + (joined.size() + 1);
            joined.put(from, alias);
            joins.add("left join " + there.entityName() + " " + alias + " on " + alias + ".tenant = " + row
                    + ".tenant and " + alias + ".id = " + from + " ");
        }
        return along(there, alias, hops.subList(1, hops.size()), target);
    }

    /** Two rows whose keys are the same to us: blank text is missing. */
    private static GroupQuery.Row together(GroupQuery.Row a, GroupQuery.Row b) {
        List<GroupQuery.Measured> numbers = new ArrayList<>();
        for (int i = 0; i < a.numbers().size(); i++) {
            numbers.add(together(a.numbers().get(i), b.numbers().get(i)));
        }
        GroupQuery.Measured amounts =
                a.amounts() == null || b.amounts() == null ? a.amounts() : together(a.amounts(), b.amounts());
        return new GroupQuery.Row(a.keys(), a.currency(), a.count() + b.count(), amounts, numbers);
    }

    private static GroupQuery.Measured together(GroupQuery.Measured a, GroupQuery.Measured b) {
        BigDecimal min =
                a.min() == null ? b.min() : b.min() == null ? a.min() : a.min().min(b.min());
        BigDecimal max =
                a.max() == null ? b.max() : b.max() == null ? a.max() : a.max().max(b.max());
        return new GroupQuery.Measured(a.count() + b.count(), a.sum().add(b.sum()), min, max);
    }

    /** The values of one row, taken from left to right. */
    private static final class Values {

        private final @Nullable Object[] values;
        private int next;

        Values(@Nullable Object[] values) {
            this.values = values;
        }

        GroupQuery.Row row(List<Selected> keys, List<Selected> measured, boolean hasMoney) {
            List<@Nullable Object> found = new ArrayList<>();
            keys.forEach(key -> found.add(key(key.type)));
            Object code = hasMoney ? values[next++] : null;
            Currency currency = code == null ? null : Currency.getInstance((String) code);
            long count = (Long) Objects.requireNonNull(values[next++]);
            List<GroupQuery.Measured> numbers = new ArrayList<>();
            measured.forEach(number -> numbers.add(measured(number.type)));
            GroupQuery.Measured amounts = hasMoney ? numbers.remove(0) : null;
            return new GroupQuery.Row(found, currency, count, currency == null ? null : amounts, numbers);
        }

        private <V> @Nullable Object key(FieldType<V> type) {
            Object value = values[next++];
            if (value instanceof String text) {
                return Text.isBlank(text) ? null : type.kind() == FieldType.Kind.TEXT ? text : type.parse("key", text);
            }
            return type.clean("key", value);
        }

        private GroupQuery.Measured measured(FieldType<?> type) {
            long count = (Long) Objects.requireNonNull(values[next++]);
            boolean adds = type.kind() == FieldType.Kind.NUMBER || type.kind() == FieldType.Kind.MONEY;
            BigDecimal sum = adds ? number(values[next++]) : null;
            BigDecimal min = number(values[next++]);
            BigDecimal max = number(values[next++]);
            return new GroupQuery.Measured(count, sum == null ? BigDecimal.ZERO : sum, min, max);
        }

        private static @Nullable BigDecimal number(@Nullable Object value) {
            if (value instanceof Instant instant) {
                return BigDecimal.valueOf(FieldType.INSTANT.toLong(instant));
            } else if (value instanceof LocalDate date) {
                return BigDecimal.valueOf(date.toEpochDay());
            }
            return (BigDecimal) value;
        }
    }
}
