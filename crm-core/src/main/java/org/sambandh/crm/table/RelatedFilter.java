package org.sambandh.crm.table;

import org.jspecify.annotations.Nullable;
import org.sambandh.crm.condition.LongRanges;

/**
 * A measure over related facts. Facts stand by time within each subject, so those in a window are a stretch of them, found
 * from its end; the rest of the condition runs over the stretches of all subjects at once.
 */
final class RelatedFilter implements Filter {

    private final FactFinder finder;
    private final @Nullable Column<?, ?> numbers;
    private final int place;
    private final MeasureTest test;

    /**
     * A measure.
     *
     * @param finder finds the facts
     * @param numbers the column that is measured; null for a count
     * @param place its place
     * @param test the test of the measure
     */
    RelatedFilter(FactFinder finder, @Nullable Column<?, ?> numbers, int place, MeasureTest test) {
        this.finder = finder;
        this.numbers = numbers;
        this.place = place;
        this.test = test;
    }

    @Override
    public int keep(Block block, int[] in, int count, int[] out, Scratch scratch) {
        FactFinder.Found found = finder.find(block, in, count, scratch);
        int kept = 0;
        if (numbers == null) {
            LongRanges counts = test.totals();
            long low = counts.count() == 1 ? counts.low(0) : 0;
            long high = counts.count() == 1 ? counts.high(0) : -1;
            for (int i = 0; i < count; i++) {
                int facts = found.count(i);
                boolean passes = counts.count() == 1 ? facts >= low && facts <= high : counts.contains(facts);
                out[kept] = in[i];
                kept += passes ? 1 : 0;
            }
        } else {
            Cells cells = block.facts(finder.place()).block().column(place);
            MeasureTest.Running running = new MeasureTest.Running();
            for (int i = 0; i < count; i++) {
                running.clear();
                measure(cells, found, i, running);
                out[kept] = in[i];
                kept += test.passes(running) ? 1 : 0;
            }
        }
        found.giveTo(scratch);
        return kept;
    }

    private static void measure(Cells cells, FactFinder.Found found, int subject, MeasureTest.Running running) {
        for (int i = found.first(subject); i < found.end(subject); i++) {
            int fact = found.fact(i);
            if (cells instanceof Cells.Many many) {
                LongBlock elements = ((Cells.Longs) many.elements()).forms();
                for (int element = many.start(fact); element < many.end(fact); element++) {
                    running.add(elements.get(element));
                }
            } else {
                running.add(((Cells.Longs) cells).forms().get(fact));
            }
        }
    }

    @Override
    public double cost() {
        return 10 + finder.cost() + (numbers == null ? 0 : 10);
    }
}
