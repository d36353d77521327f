package org.sambandh.crm.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.sambandh.crm.table.Shopper.CATALOG;
import static org.sambandh.crm.table.Shopper.NOW;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.sambandh.crm.condition.Facts;

class TableBytesTest {

    private static final int SHOPPERS = 200_000;

    @Test
    void twelveAttributesTakeLessThanAHundredBytesACustomerAndTheFigureIsTheTruth() {
        // What letting it go gives back: classes and caches that building loads are there before and after.
        List<FactTable<Shopper>> only = new ArrayList<>();
        only.add(
                FactTable.builder(CATALOG, Shopper.class).allFields().build(TableBytesTest::shoppers, Facts.NONE, NOW));
        long told = only.get(0).view().bytes();
        long measured = used();
        only.clear();
        measured -= used();

        assertThat(CATALOG.subject(Shopper.class).fields()).hasSize(12 + 1);
        assertThat(told / (double) SHOPPERS).isLessThan(100);
        assertThat(measured / (double) SHOPPERS).isLessThan(100);
        // A collector that keeps large arrays in whole regions counts them as larger than they are.
        assertThat(told / (double) measured).isCloseTo(1, within(0.2));
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
