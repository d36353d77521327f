package org.sambandh.crm.table;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.sambandh.crm.condition.LongRanges;

/** All tests of one column of numbers, days, instants or truths: sorted bounds, and what is got between two of them. */
final class LongAmounts implements Adder {

    private record Part(CellTests.Longs<?> test, long amount) {}

    private final int place;
    private final List<Part> parts = new ArrayList<>();
    private final Bounds bounds = new Bounds();
    private long[] sorted = {};
    private long[] byPiece = {0};

    LongAmounts(int place) {
        this.place = place;
    }

    void include(CellTests.Longs<?> test, long amount) {
        parts.add(new Part(test, amount));
        bounds.add(test.ranges());
    }

    /** Called when all tests are known. */
    void fold() {
        sorted = bounds.sorted();
        byPiece = new long[sorted.length + 1];
        for (Part part : parts) {
            LongRanges ranges = part.test().ranges();
            for (int i = 0; i < sorted.length; i++) {
                byPiece[i + 1] += ranges.contains(sorted[i]) ? part.amount() : 0;
            }
        }
    }

    @Override
    public void add(Block block, long[] totals, int first, Scratch scratch) {
        Cells.Longs cells = (Cells.Longs) block.column(place);
        if (!bounds.decide(cells)) {
            parts.forEach(part -> new Adder.OfFilter(new CellTest.OfColumn(place, part.test()), part.amount())
                    .add(block, totals, first, scratch));
            return;
        }
        int size = block.size();
        int[] pieces = scratch.take(size);
        Arrays.fill(pieces, 0, size, 0);
        int all = cells.forms().addReached(sorted, pieces, scratch);
        for (int row = 0; row < size; row++) {
            totals[first + row] += byPiece[pieces[row] + all];
        }
        scratch.give(pieces);
    }
}
