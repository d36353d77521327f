package org.sambandh.crm.reporting;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sambandh.crm.common.Moment;
import org.sambandh.crm.condition.Condition;
import org.sambandh.crm.condition.Conditions;
import org.sambandh.crm.field.Field;
import org.sambandh.crm.field.FieldType;
import org.sambandh.crm.store.GroupQuery;
import org.sambandh.crm.store.GroupedReads;

/**
 * Measures by one grouped query for each part. Whatever must be known of single subjects, the day of a rate, the factor of
 * an amount, a value that is counted once, is a further key of the query and put together here.
 */
final class Pushed<S> {

    private final Plan<S> plan;
    private final List<Coder> coders;
    private final GroupedReads store;
    private final Moment moment;
    private final Groups groups;
    private final RateDays<S> rateDays;

    Pushed(Plan<S> plan, List<Coder> coders, GroupedReads store, Moment moment) {
        this.plan = plan;
        this.coders = coders;
        this.store = store;
        this.moment = moment;
        this.groups = new Groups(coders.size(), plan.parts().size());
        this.rateDays = new RateDays<>(plan.report().currency(), moment);
    }

    /** Returns the groups, or nothing as soon as the store cannot answer one of the queries. */
    Optional<Groups> run() {
        for (int i = 0; i < plan.parts().size(); i++) {
            Part<S> part = plan.part(i);
            Optional<List<GroupQuery.Row>> rows = store.group(query(part));
            if (rows.isEmpty()) {
                return Optional.empty();
            }
            for (GroupQuery.Row row : rows.get()) {
                add(part, row, groups.tally(groups.place(key(row)), i));
            }
        }
        return Optional.of(groups);
    }

    private GroupQuery<S> query(Part<S> part) {
        Report<S> report = plan.report();
        List<Field<S, ?>> keys = new ArrayList<>();
        report.dimensions().forEach(dimension -> keys.add(dimension.field()));
        List<Field<S, ?>> numbers = new ArrayList<>();
        Field<S, ?> value = part.value();
        if (part.different() != null) {
            keys.add(part.different());
        } else if (part.isMoney()) {
            keys.addAll(rateDays.fields());
            if (part.factor() != null) {
                keys.add(part.factor());
            }
        } else if (value != null) {
            numbers.add(value);
        }
        Condition<S> condition = part.ofEverything() ? report.filter() : Conditions.all(report.filter(), part.where());
        return new GroupQuery<>(report.subject(), condition, moment, keys, part.money(), numbers, days(part));
    }

    /** Returns the keys of which nothing but the day is looked at. */
    private List<Field<S, ?>> days(Part<S> part) {
        List<Field<S, ?>> days = new ArrayList<>(rateDays.fields());
        List<Field<S, ?>> whole = new ArrayList<>();
        for (int i = 0; i < coders.size(); i++) {
            Field<S, ?> field = plan.report().dimensions().get(i).field();
            (coders.get(i) instanceof TimeCoder ? days : whole).add(field);
        }
        if (part.different() != null) {
            whole.add(part.different());
        }
        days.removeAll(whole);
        return days;
    }

    private long key(GroupQuery.Row row) {
        long key = 0;
        List<Dimension<S>> dimensions = plan.report().dimensions();
        for (int d = 0; d < dimensions.size(); d++) {
            FieldType<?> type = dimensions.get(d).field().type();
            Object value = row.keys().get(d);
            Coder coder = coders.get(d);
            int code = type.isLong() ? coder.codeOf(Streaming.reduced(coder, form(type, value))) : coder.codeOf(value);
            key = Groups.key(key, code);
        }
        return key;
    }

    private void add(Part<S> part, GroupQuery.Row row, Tally tally) {
        tally.count += row.count();
        Field<S, ?> value = part.value();
        Field<S, ?> different = part.different();
        if (different != null) {
            Object found = row.keys().get(coders.size());
            Object kept = different.type().isLong() ? Streaming.boxed(form(different.type(), found)) : found;
            if (kept != null) {
                tally.addDifferent(kept);
            }
        } else if (part.isMoney()) {
            addMoney(part, row, tally);
        } else if (value != null) {
            GroupQuery.Measured measured = row.numbers().get(0);
            tally.present += measured.count();
            add(tally, measured, value.type().scale(), BigInteger.ONE);
        }
    }

    private void addMoney(Part<S> part, GroupQuery.Row row, Tally tally) {
        Currency currency = row.currency();
        GroupQuery.Measured amounts = row.amounts();
        int place = coders.size();
        long day = rateDays.fixed();
        boolean found = false;
        for (int i = 0; i < rateDays.fields().size(); i++) {
            long form = form(rateDays.fields().get(i).type(), row.keys().get(place++));
            if (!found && form != FieldType.MISSING) {
                day = rateDays.day(i, form);
                found = true;
            }
        }
        long factor = part.factor() == null
                ? 1
                : form(part.factor().type(), row.keys().get(place));
        if (currency == null || amounts == null || factor == FieldType.MISSING) {
            return;
        }
        tally.present += amounts.count();
        Tally money = tally.money(currency, rateDays.orToday(day), rateDays.isAssumed(day));
        money.present += amounts.count();
        add(money, amounts, Math.max(0, currency.getDefaultFractionDigits()), BigInteger.valueOf(factor));
    }

    private static void add(Tally tally, GroupQuery.Measured measured, int scale, BigInteger factor) {
        tally.sum.add(minor(measured.sum(), scale).multiply(factor));
        BigDecimal min = measured.min();
        BigDecimal max = measured.max();
        if (min != null && max != null) {
            tally.min = Math.min(tally.min, minor(min, scale).longValueExact());
            tally.max = Math.max(tally.max, minor(max, scale).longValueExact());
        }
    }

    private static BigInteger minor(BigDecimal value, int scale) {
        return value.setScale(scale).unscaledValue();
    }

    private static <V> long form(FieldType<V> type, @Nullable Object value) {
        return value == null ? FieldType.MISSING : type.toLong(type.valueClass().cast(value));
    }
}
