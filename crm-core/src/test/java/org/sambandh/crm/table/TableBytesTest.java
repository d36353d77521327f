package org.sambandh.crm.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.sambandh.crm.table.Shopper.CATALOG;
import static org.sambandh.crm.table.Shopper.NOW;

import java.lang.ref.Reference;
import java.util.Iterator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.sambandh.crm.condition.Facts;

class TableBytesTest {

    private static final int SHOPPERS = 100_000;

    @Test
    void twelveAttributesTakeLessThanAHundredBytesACustomerAndTheFigureIsTheTruth() {
        long before = used();
        FactTable<Shopper> table =
                FactTable.builder(CATALOG, Shopper.class).allFields().build(TableBytesTest::shoppers, Facts.NONE, NOW);
        long measured = used() - before;
        long told = table.view().bytes();
        Reference.reachabilityFence(table);

        assertThat(CATALOG.subject(Shopper.class).fields()).hasSize(12 + 1);
        assertThat(told / (double) SHOPPERS).isLessThan(100);
        assertThat(measured / (double) SHOPPERS).isLessThan(100);
        assertThat(told / (double) measured).isCloseTo(1, within(0.15));
    }

    private static Iterator<Shopper> shoppers() {
        return IntStream.range(0, SHOPPERS).mapToObj(Shopper::of).iterator();
    }

    /** The least of some tries: a collection may not have found everything at once. */
    private static long used() {
        long least = Long.MAX_VALUE;
        for (int i = 0; i < 5; i++) {
            System.gc();
            Runtime runtime = Runtime.getRuntime();
            least = Math.min(least, runtime.totalMemory() - runtime.freeMemory());
        }
        return least;
    }
}
