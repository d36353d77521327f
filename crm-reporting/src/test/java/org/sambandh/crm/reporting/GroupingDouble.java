package org.sambandh.crm.reporting;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.sambandh.crm.CrmSession;
import org.sambandh.crm.common.Moment;
import org.sambandh.crm.common.Money;
import org.sambandh.crm.common.TenantId;
import org.sambandh.crm.condition.Facts;
import org.sambandh.crm.field.Catalog;
import org.sambandh.crm.field.Field;
import org.sambandh.crm.field.Relation;
import org.sambandh.crm.settings.DatedSettings;
import org.sambandh.crm.store.Cursor;
import org.sambandh.crm.store.GroupQuery;
import org.sambandh.crm.store.GroupedReads;
import org.sambandh.crm.store.Page;
import org.sambandh.crm.store.Query;
import org.sambandh.crm.store.Redirects;
import org.sambandh.crm.store.Repositories;
import org.sambandh.crm.store.Repository;
import org.sambandh.crm.store.Unit;
import org.sambandh.crm.store.Units;
import org.sambandh.crm.store.WriteWatch;

/** A store that groups, in the plainest way: one entity after the other, in decimals, as SQL would. */
final class GroupingDouble implements Repositories, GroupedReads {

    private final Repositories inner;
    private final boolean able;
    private int asked;

    private GroupingDouble(Repositories inner, boolean able) {
        this.inner = inner;
        this.able = able;
    }

    /** Returns units over the session's store that group, or, as a store may, refuse every second query. */
    static Units over(CrmSession crm, boolean able) {
        return new Units() {
            @Override
            public <R> R run(Function<Unit, R> work) {
                return crm.inUnit(unit -> work.apply(new Unit(
                        unit.tenant(),
                        unit.actor(),
                        unit.now(),
                        new GroupingDouble(unit.repositories(), able),
                        type -> () -> "none",
                        List.of())));
            }
        };
    }

    @Override
    public <T> Optional<List<GroupQuery.Row>> group(GroupQuery<T> query) {
        if (!able && asked++ % 2 == 1) {
            return Optional.empty();
        }
        Map<List<@Nullable Object>, List<T>> groups = new LinkedHashMap<>();
        for (T entity : all(query)) {
            List<@Nullable Object> key = new ArrayList<>();
            query.keys().forEach(field -> key.add(read(field, entity, query.moment())));
            Money money = query.money() == null ? null : (Money) read(query.money(), entity, query.moment());
            key.add(money == null ? null : money.currency());
            groups.computeIfAbsent(key, k -> new ArrayList<>()).add(entity);
        }
        List<GroupQuery.Row> rows = new ArrayList<>();
        groups.forEach((key, entities) -> {
            Currency currency = (Currency) key.get(key.size() - 1);
            List<GroupQuery.Measured> numbers = query.numbers().stream()
                    .map(field -> measured(field, entities, query.moment()))
                    .toList();
            GroupQuery.Measured amounts = currency == null || query.money() == null
                    ? null
                    : measured(query.money(), entities, query.moment());
            rows.add(new GroupQuery.Row(key.subList(0, key.size() - 1), currency, entities.size(), amounts, numbers));
        });
        return Optional.of(rows);
    }

    private <T> List<T> all(GroupQuery<T> query) {
        Query<T> all = Query.of(query.condition(), query.moment()).limit(7);
        List<T> found = new ArrayList<>();
        Optional<Cursor> next = Optional.empty();
        do {
            Page<T> page = of(query.subject()).find(next.map(all::after).orElse(all));
            found.addAll(page.items());
            next = page.next();
        } while (next.isPresent());
        return found;
    }

    private <T, V> GroupQuery.Measured measured(Field<T, V> field, List<T> entities, Moment moment) {
        List<BigDecimal> values = new ArrayList<>();
        for (T entity : entities) {
            Object value = read(field, entity, moment);
            if (value instanceof Money money) {
                values.add(money.amount());
            } else if (value instanceof BigDecimal number) {
                values.add(number);
            } else if (value != null) {
                values.add(BigDecimal.valueOf(
                        field.type().toLong(field.type().valueClass().cast(value))));
            }
        }
        return new GroupQuery.Measured(
                values.size(),
                values.stream().reduce(BigDecimal.ZERO, BigDecimal::add),
                values.stream().min(BigDecimal::compareTo).orElse(null),
                values.stream().max(BigDecimal::compareTo).orElse(null));
    }

    private <T> @Nullable Object read(Field<T, ?> field, T entity, Moment moment) {
        if (field instanceof Field.One<T, ?> one) {
            return one.get(entity);
        }
        Field.Path<T, ?> path = (Field.Path<T, ?>) field;
        Object holder = entity;
        for (Field.Reference<?, ?, ?> hop : path.hops()) {
            holder = holder == null ? null : follow(hop, holder, moment);
        }
        return holder == null ? null : get(path.target(), holder);
    }

    @SuppressWarnings("unchecked")
    private <Q, R> @Nullable Object follow(Field.Reference<Q, ?, R> hop, Object holder, Moment moment) {
        Relation<Q, R> relation = hop.relation();
        List<R> found = inner.facts()
                .related(relation, Arrays.asList((Q) holder), moment)
                .get(0);
        return found.isEmpty() ? null : found.get(0);
    }

    @SuppressWarnings("unchecked")
    private static <Q> @Nullable Object get(Field<Q, ?> field, Object holder) {
        return ((Field.One<Q, ?>) field).get((Q) holder);
    }

    @Override
    public <R extends Repository<?, ?>> R get(Class<R> type) {
        return inner.get(type);
    }

    @Override
    public <T> Repository<T, ?> of(Class<T> entity) {
        return inner.of(entity);
    }

    @Override
    public Facts facts() {
        return inner.facts();
    }

    @Override
    public Catalog catalog() {
        return inner.catalog();
    }

    @Override
    public DatedSettings settings() {
        return inner.settings();
    }

    @Override
    public Redirects redirects() {
        return inner.redirects();
    }

    @Override
    public void afterCommit(Runnable action) {
        inner.afterCommit(action);
    }

    @Override
    public void onRollback(Runnable action) {
        inner.onRollback(action);
    }

    @Override
    public void watch(WriteWatch watch) {
        inner.watch(watch);
    }

    @Override
    public void awaitTurn() {
        inner.awaitTurn();
    }

    @Override
    public TenantId tenant() {
        return inner.tenant();
    }
}
