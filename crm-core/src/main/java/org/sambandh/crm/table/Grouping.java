package org.sambandh.crm.table;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sambandh.crm.common.Moment;

/** Puts a selection into groups and measures them, chunk by chunk and column by column. */
final class Grouping<S> {

    private final Selection<S> selection;
    private final Layout<S> layout;
    private final Moment moment;
    private final GroupNumbers numbers;
    private final List<Measured<S>> measures = new ArrayList<>();
    private long[] counts = new long[16];

    Grouping(Selection<S> selection, List<TableKey<S>> keys, List<TableMeasure<S>> measured, Moment moment) {
        this.selection = selection;
        this.layout = selection.view().layout();
        this.moment = moment;
        List<KeyCodes> codes = new ArrayList<>();
        keys.forEach(key -> codes.add(codes(key)));
        this.numbers = new GroupNumbers(codes);
        measured.forEach(measure -> measures.add(new Measured<>(measure, layout, keys)));
    }

    private KeyCodes codes(TableKey<S> key) {
        Column<S, ?> column = layout.column(key.field());
        int place = layout.place(key.field());
        if (key instanceof TableKey.Calendar<S> calendar) {
            return new KeyCodes.Units(
                    place,
                    column.type(),
                    calendar.unit(),
                    selection.view().catalog().fiscalCalendar(),
                    moment);
        } else if (column.isMoney()) {
            return new KeyCodes.Currencies(place, column.currencies());
        } else if (column.isCoded()) {
            return new KeyCodes.Coded<>(place, column.values());
        }
        return new KeyCodes.Longs<>(place, column.type());
    }

    Grouping<S> run() {
        Scratch scratch = new Scratch();
        int[] rows = new int[Chunk.ROWS];
        int[] groups = new int[Chunk.ROWS];
        long[] forms = new long[Chunk.ROWS];
        Chunks chunks = selection.view().chunks();
        for (int c = 0; c < chunks.size(); c++) {
            Block block = chunks.get(c).block();
            int count = selection.rowsOf(c, rows);
            if (count > 0) {
                numbers.group(block, rows, count, groups, scratch);
                if (numbers.size() > counts.length) {
                    counts = Arrays.copyOf(counts, 2 * numbers.size());
                }
                for (int i = 0; i < count; i++) {
                    counts[groups[i]]++;
                }
                for (Measured<S> measure : measures) {
                    measure.add(block, rows, count, groups, numbers.size(), forms, scratch);
                }
            }
        }
        measures.forEach(measure -> measure.end(size()));
        return this;
    }

    /** {@return how many groups have a subject} */
    int size() {
        return selection.size() == 0 ? 0 : numbers.size();
    }

    long count(int group) {
        return counts[group];
    }

    List<@Nullable Object> keys(int group) {
        return numbers.keys(group);
    }

    Sums sums(int measure) {
        return measures.get(measure).sums();
    }

    List<TableGroup> groups() {
        List<TableGroup> groups = new ArrayList<>();
        for (int group = 0; group < size(); group++) {
            List<@Nullable Object> keys = keys(group);
            List<@Nullable Object> values = new ArrayList<>();
            for (Measured<S> measure : measures) {
                values.add(measure.value(group, keys));
            }
            groups.add(new TableGroup(keys, count(group), values));
        }
        return groups;
    }
}
