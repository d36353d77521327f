package org.sambandh.crm.reporting;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.sambandh.crm.common.Moment;
import org.sambandh.crm.common.Money;
import org.sambandh.crm.condition.CompiledCondition;
import org.sambandh.crm.condition.Condition;
import org.sambandh.crm.field.Field;
import org.sambandh.crm.field.FieldType;
import org.sambandh.crm.field.Relation;
import org.sambandh.crm.store.Cursor;
import org.sambandh.crm.store.Page;
import org.sambandh.crm.store.Query;
import org.sambandh.crm.store.Repositories;

/** Measures by reading every subject once, page by page, and each field column by column. */
final class Streaming<S> {

    /** As many subjects as related facts are asked for at once. */
    private static final int PAGE = 4_000;

    /** As many entities at once as have their parts taken out: each may hold thousands. */
    private static final int OWNERS = 500;

    private final Plan<S> plan;
    private final List<Coder> coders;
    private final Repositories repositories;
    private final Moment moment;
    private final Map<Field<S, ?>, Function<S, Optional<Money>>> rules;
    private final Groups groups;
    private final Map<Condition<S>, CompiledCondition<S>> compiled = new HashMap<>();
    private final RateDays<S> rateDays;

    Streaming(
            Plan<S> plan,
            List<Coder> coders,
            Repositories repositories,
            Moment moment,
            Map<Field<S, ?>, Function<S, Optional<Money>>> rules) {
        this.plan = plan;
        this.coders = coders;
        this.repositories = repositories;
        this.moment = moment;
        this.rules = rules;
        this.groups = new Groups(coders.size(), plan.parts().size());
        this.rateDays = new RateDays<>(plan.report().currency(), moment);
    }

    Groups run() {
        Report<S> report = plan.report();
        each(report.subject(), report.filter(), PAGE, this::take);
        return groups;
    }

    /** Measures what stands inside the entities of which a condition holds. */
    <P> Groups run(Relation.Parts<P, S> parts, Condition<P> within) {
        List<S> found = new ArrayList<>();
        each(parts.subject(), within, OWNERS, owners -> {
            for (P owner : owners) {
                found.addAll(parts.reader().apply(owner));
                if (found.size() >= PAGE) {
                    takePassing(found);
                    found.clear();
                }
            }
        });
        takePassing(found);
        return groups;
    }

    private void takePassing(List<S> parts) {
        Condition<S> filter = plan.report().filter();
        if (filter instanceof Condition.Always || parts.isEmpty()) {
            take(parts);
        } else {
            take(test(filter, parts).stream().mapToObj(parts::get).toList());
        }
    }

    private <T> void each(Class<T> type, Condition<T> condition, int limit, Consumer<List<T>> chunk) {
        Query<T> query = Query.of(condition, moment).limit(limit);
        Optional<Cursor> next = Optional.empty();
        do {
            Page<T> page = repositories.of(type).find(next.map(query::after).orElse(query));
            chunk.accept(page.items());
            next = page.next();
        } while (next.isPresent());
    }

    private void take(List<S> subjects) {
        if (subjects.isEmpty()) {
            return;
        }
        Holders<S> holders = new Holders<>(subjects, repositories.facts(), moment);
        int[] places = places(subjects.size(), holders);
        Map<Condition<S>, BitSet> passing = new HashMap<>();
        for (int i = 0; i < plan.parts().size(); i++) {
            Part<S> part = plan.part(i);
            BitSet rows = part.ofEverything() ? null : passing.computeIfAbsent(part.where(), c -> test(c, subjects));
            add(i, part, places, rows, holders, subjects);
        }
    }

    private BitSet test(Condition<S> condition, List<S> subjects) {
        return compiled.computeIfAbsent(
                        condition, c -> CompiledCondition.of(c, plan.report().subject(), repositories.catalog()))
                .testAll(subjects, repositories.facts(), moment);
    }

    private int[] places(int size, Holders<S> holders) {
        long[] keys = new long[size];
        List<Dimension<S>> dimensions = plan.report().dimensions();
        for (int d = 0; d < dimensions.size(); d++) {
            Field<S, ?> field = dimensions.get(d).field();
            Holders.Values values = holders.of(field);
            Coder coder = coders.get(d);
            boolean isLong = field.type().isLong();
            for (int row = 0; row < size; row++) {
                int code = isLong ? coder.codeOf(reduced(coder, values.form(row))) : coder.codeOf(values.value(row));
                keys[row] = Groups.key(keys[row], code);
            }
        }
        int[] places = new int[size];
        for (int row = 0; row < size; row++) {
            places[row] = groups.place(keys[row]);
        }
        return places;
    }

    static long reduced(Coder coder, long form) {
        return coder instanceof TimeCoder time ? time.day(form) : form;
    }

    private void add(
            int place, Part<S> part, int[] places, @Nullable BitSet rows, Holders<S> holders, List<S> subjects) {
        Field<S, ?> different = part.different();
        if (part.isMoney()) {
            addMoney(place, part, places, rows, holders, subjects);
            return;
        }
        Holders.Values values = part.value() == null ? null : holders.of(part.value());
        Holders.Values others = different == null ? null : holders.of(different);
        boolean isLong = different != null && different.type().isLong();
        for (int row = 0; row < places.length; row++) {
            if (rows != null && !rows.get(row)) {
                continue;
            }
            Tally tally = groups.tally(places[row], place);
            tally.count++;
            if (values != null) {
                long form = values.form(row);
                if (form != FieldType.MISSING) {
                    tally.add(form);
                }
            } else if (others != null) {
                Object value = isLong ? boxed(others.form(row)) : others.value(row);
                if (value != null) {
                    tally.addDifferent(value);
                }
            }
        }
    }

    static @Nullable Object boxed(long form) {
        return form == FieldType.MISSING ? null : form;
    }

    private void addMoney(
            int place, Part<S> part, int[] places, @Nullable BitSet rows, Holders<S> holders, List<S> subjects) {
        Field<S, ?> field = part.value();
        if (field == null) {
            return;
        }
        Holders.Values amounts = holders.of(field);
        Holders.Values factors = part.factor() == null ? null : holders.of(part.factor());
        Function<S, Optional<Money>> rule = rules.get(field);
        List<Holders.Values> days = new ArrayList<>();
        rateDays.fields().forEach(day -> days.add(holders.of(day)));
        for (int row = 0; row < places.length; row++) {
            if (rows != null && !rows.get(row)) {
                continue;
            }
            Tally tally = groups.tally(places[row], place);
            tally.count++;
            Money amount = (Money) amounts.value(row);
            boolean byRule = false;
            if (amount == null && rule != null) {
                byRule = true;
                amount = rule.apply(subjects.get(row)).orElse(null);
            }
            long factor = factors == null ? 1 : factors.form(row);
            if (amount == null || factor == FieldType.MISSING) {
                continue;
            }
            tally.present++;
            tally.byRule += byRule ? 1 : 0;
            long day = rateDays.day(days, row);
            addTo(tally.money(amount.currency(), rateDays.orToday(day), rateDays.isAssumed(day)), amount, factor);
        }
    }

    private static void addTo(Tally tally, Money amount, long factor) {
        long minor = amount.amount().unscaledValue().longValueExact();
        tally.present++;
        tally.sum.addProduct(minor, factor);
        tally.min = Math.min(tally.min, minor);
        tally.max = Math.max(tally.max, minor);
    }
}
