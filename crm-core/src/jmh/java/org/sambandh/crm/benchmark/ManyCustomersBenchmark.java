package org.sambandh.crm.benchmark;

import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.sambandh.crm.condition.CompiledCondition;
import org.sambandh.crm.condition.Engine;
import org.sambandh.crm.condition.Facts;
import org.sambandh.crm.field.Catalog;
import org.sambandh.crm.table.FactTable;

/** The segment of six leaves over all customers: by hand over objects, and over columns. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(value = 1, jvmArgsAppend = "-Xmx6g")
@Warmup(iterations = 4, time = 1)
@Measurement(iterations = 5, time = 1)
public class ManyCustomersBenchmark {

    /** Ten times the data tells how the time grows. */
    @Param({"100000", "1000000"})
    public int customers;

    private List<Prospect> prospects = List.of();
    private FactTable<Prospect> table;
    private CompiledCondition<Prospect> compiled;

    /** Nobody is measured who answers otherwise. */
    @Setup(Level.Trial)
    public void check() {
        Catalog catalog = Prospects.catalog();
        prospects = Prospects.some(customers);
        compiled = CompiledCondition.of(Buyers.CONDITION, Prospect.class, catalog, Engine.HANDLES);
        table = FactTable.builder(catalog, Prospect.class)
                .needing(Buyers.CONDITION)
                .build(prospects, Facts.NONE, Prospects.MOMENT);
        int expected = hand();
        if (expected != columns() || expected != rows() || expected < customers / 100) {
            throw new IllegalStateException("by hand " + expected + ", columns " + columns() + ", compiled " + rows());
        }
        System.out.printf(
                "%,d customers with %,d touches: %.1f bytes a customer in the table%n",
                customers,
                prospects.stream().mapToLong(p -> p.touches().size()).sum(),
                (double) table.view().bytes() / customers);
    }

    @Benchmark
    public int hand() {
        int matching = 0;
        for (Prospect p : prospects) {
            if (Buyers.hand(p)) {
                matching++;
            }
        }
        return matching;
    }

    @Benchmark
    public int columns() {
        return table.select(Buyers.CONDITION, Prospects.MOMENT).size();
    }

    @Benchmark
    public int rows() {
        int matching = 0;
        for (Prospect p : prospects) {
            if (compiled.test(p, Facts.NONE, Prospects.MOMENT)) {
                matching++;
            }
        }
        return matching;
    }
}
