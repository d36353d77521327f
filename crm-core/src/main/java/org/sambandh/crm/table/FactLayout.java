package org.sambandh.crm.table;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sambandh.crm.field.Field;
import org.sambandh.crm.field.Relation;

/**
 * What a table keeps of the facts of one relation.
 *
 * @param relation the relation
 * @param layout the columns, that of the time among them where there is one
 * @param <T> the subject
 * @param <R> one fact
 */
record FactLayout<T, R>(Relation<T, R> relation, Layout<R> layout) {

    /** A fact with its time, which is asked for once. */
    private record Timed<R>(R fact, @Nullable Instant at) {}

    /** {@return the place of the column of the time; -1 where facts have none} */
    int time() {
        return relation.time().map(layout::place).orElse(-1);
    }

    FactRows read(Values<T> rows) {
        List<List<R>> lists = rows.related(relation);
        int[] offsets = new int[lists.size() + 1];
        List<R> all = new ArrayList<>();
        for (int i = 0; i < lists.size(); i++) {
            all.addAll(sorted(lists.get(i)));
            offsets[i + 1] = all.size();
        }
        return new FactRows(offsets, layout.read(rows.of(all), all.size()));
    }

    /** By time, those without one first. */
    private List<R> sorted(List<R> facts) {
        Field.One<R, Instant> time = relation.time().orElse(null);
        if (time == null || facts.size() < 2) {
            return facts;
        }
        List<Timed<R>> timed = new ArrayList<>(facts.size());
        facts.forEach(fact -> timed.add(new Timed<>(fact, Values.kept(time, time.get(fact)))));
        timed.sort(Comparator.comparing(Timed::at, Comparator.nullsFirst(Comparator.naturalOrder())));
        List<R> sorted = new ArrayList<>(facts.size());
        timed.forEach(fact -> sorted.add(fact.fact()));
        return sorted;
    }
}
