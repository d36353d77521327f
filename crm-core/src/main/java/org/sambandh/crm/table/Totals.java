package org.sambandh.crm.table;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sambandh.crm.common.Moment;
import org.sambandh.crm.condition.CompiledTest;
import org.sambandh.crm.condition.Condition;
import org.sambandh.crm.condition.Measure;
import org.sambandh.crm.field.FieldType;

/**
 * Amounts by condition, folded: what holds of everybody is a constant, all tests of one column are one look-up, counts over
 * the facts of one relation are walks of four together, and whatever is left is selected and added by itself.
 */
final class Totals<S> {

    private final TableView<S> view;
    private final Layout<S> layout;
    private final Planner planner;
    private final Map<Integer, CodedAmounts> coded = new LinkedHashMap<>();
    private final Map<Integer, LongAmounts> longs = new LinkedHashMap<>();
    private final Map<Walk, List<FactAmounts.Lane>> walks = new LinkedHashMap<>();
    private final List<Adder> adders = new ArrayList<>();
    private long constant;
    private long most;

    /**
     * Facts that are walked over together.
     *
     * @param place the place of the relation
     * @param time the place of the column of their time; -1 for none
     * @param key the place of the column that tells them apart; -1 where all count
     * @param codes one more than the largest code of the key
     */
    private record Walk(int place, int time, int key, int codes) {}

    Totals(TableView<S> view, Moment moment) {
        this.view = view;
        this.layout = view.layout();
        this.planner = new Planner(view.catalog(), moment);
    }

    void include(Condition<S> condition, long amount) {
        Filter filter = view.filter(condition, planner.moment());
        most = Math.addExact(most, Math.max(amount, Math.negateExact(amount)));
        fold(condition, amount, filter);
    }

    private void fold(Condition<S> condition, long amount, Filter filter) {
        if (condition instanceof Condition.Always<S>) {
            constant += amount;
        } else if (condition instanceof Condition.Not<S> not && foldsAway(not.condition())) {
            constant += amount;
            fold(not.condition(), -amount, planner.filter(not.condition(), layout));
        } else if (!(condition instanceof Condition.FieldTest<S, ?> test && field(test, amount))
                && !(condition instanceof Condition.RelatedTest<S, ?> related && counted(related, amount, filter))) {
            adders.add(new Adder.OfFilter(filter, amount));
        }
    }

    private static boolean foldsAway(Condition<?> condition) {
        return condition instanceof Condition.Always<?>
                || condition instanceof Condition.FieldTest<?, ?>
                || condition instanceof Condition.RelatedTest<?, ?>
                || condition instanceof Condition.Not<?>;
    }

    private <V> boolean field(Condition.FieldTest<S, V> condition, long amount) {
        Column<S, V> column = layout.column(condition.field());
        int place = layout.place(condition.field());
        if (column.isMoney() || column.field().isMany()) {
            return false;
        }
        CompiledTest<V> test =
                CompiledTest.of(condition.test(), column.type(), view.catalog().fiscalCalendar());
        if (column.isCoded()) {
            Dictionary<V> values = column.values();
            coded.computeIfAbsent(place, p -> new CodedAmounts(p, values.size()))
                    .include(test, values, planner.moment(), amount);
        } else {
            longs.computeIfAbsent(place, LongAmounts::new).include(CellTests.Longs.of(test, planner.moment()), amount);
        }
        return true;
    }

    private <R> boolean counted(Condition.RelatedTest<S, R> condition, long amount, Filter filter) {
        FactLayout<S, R> facts = layout.facts(condition.relation());
        int place = layout.place(condition.relation());
        if (condition.measure().kind() != Measure.Kind.COUNT
                || condition.measure().field() != null) {
            return false;
        }
        if (condition.where() instanceof Condition.Always<R>) {
            Walk walk = new Walk(place, facts.time(), -1, 1);
            lanes(walk).add(lane(condition, null, new Adder.OfFilter(filter, amount)));
            return true;
        }
        return condition.where() instanceof Condition.FieldTest<R, ?> where
                && keyed(condition, where, facts, new Adder.OfFilter(filter, amount));
    }

    private <R, V> boolean keyed(
            Condition.RelatedTest<S, R> condition,
            Condition.FieldTest<R, V> where,
            FactLayout<S, R> facts,
            Adder.OfFilter alone) {
        Column<R, V> column = facts.layout().column(where.field());
        if (!column.isCoded() || column.field().isMany()) {
            return false;
        }
        CompiledTest<V> test =
                CompiledTest.of(where.test(), column.type(), view.catalog().fiscalCalendar());
        int key = facts.layout().place(where.field());
        int place = layout.place(condition.relation());
        Walk walk = walks.keySet().stream()
                .filter(known -> known.place() == place && known.key() == key)
                .findFirst()
                .orElseGet(
                        () -> new Walk(place, facts.time(), key, column.values().size()));
        byte[] keys = new byte[walk.codes()];
        for (int code = 1; code < keys.length; code++) {
            keys[code] = (byte) (test.passes(column.values().value(code), planner.moment()) ? 1 : 0);
        }
        lanes(walk).add(lane(condition, keys, alone));
        return true;
    }

    private List<FactAmounts.Lane> lanes(Walk walk) {
        return walks.computeIfAbsent(walk, w -> new ArrayList<>());
    }

    private FactAmounts.Lane lane(Condition.RelatedTest<S, ?> condition, byte @Nullable [] keys, Adder.OfFilter alone) {
        CompiledTest<?> window = CompiledTest.of(condition.window());
        CompiledTest<?> counts = CompiledTest.of(
                condition.test(), FieldType.number(0), view.catalog().fiscalCalendar());
        return new FactAmounts.Lane(
                keys,
                window.rangesAt(planner.moment()),
                window.passesMissing(),
                counts.rangesAt(planner.moment()),
                alone);
    }

    /** {@return the totals of all rows; 0 for deleted ones} */
    long[] run() {
        adders.addAll(coded.values());
        longs.values().forEach(LongAmounts::fold);
        adders.addAll(longs.values());
        walks.forEach((walk, lanes) -> {
            for (int from = 0; from < lanes.size(); from += FactAmounts.LANES) {
                List<FactAmounts.Lane> some = lanes.subList(from, Math.min(lanes.size(), from + FactAmounts.LANES));
                adders.add(new FactAmounts(walk.place(), walk.key(), walk.time(), walk.codes(), some));
            }
        });
        long[] totals = new long[view.rows()];
        Scratch scratch = new Scratch();
        for (int i = 0; i < view.chunks().size(); i++) {
            Chunk chunk = view.chunks().get(i);
            int first = i * Chunk.ROWS;
            Arrays.fill(totals, first, first + chunk.size(), constant);
            for (Adder adder : adders) {
                adder.add(chunk.block(), totals, first, scratch);
            }
            chunk.clearDeleted(totals, first);
        }
        return totals;
    }
}
