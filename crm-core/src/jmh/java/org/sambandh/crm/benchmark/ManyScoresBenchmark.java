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
import org.sambandh.crm.condition.Facts;
import org.sambandh.crm.field.Catalog;
import org.sambandh.crm.scoring.Scorer;
import org.sambandh.crm.table.FactTable;

/** The model of twenty criteria over all prospects: by hand over objects, and over columns. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(value = 1, jvmArgsAppend = "-Xmx6g")
@Warmup(iterations = 4, time = 1)
@Measurement(iterations = 5, time = 1)
public class ManyScoresBenchmark {

    private static final long POINT = 1_000_000_000;

    /** Ten times the data tells how the time grows. */
    @Param({"100000", "1000000"})
    public int prospects;

    private List<Prospect> rows = List.of();
    private FactTable<Prospect> table;
    private Scorer<Prospect> scorer;

    /** Nobody is measured who answers otherwise. */
    @Setup(Level.Trial)
    public void check() {
        Catalog catalog = Prospects.catalog();
        rows = Prospects.some(prospects);
        scorer = Scorer.of(Lead20.model(), catalog);
        table = FactTable.builder(catalog, Prospect.class)
                .needing(scorer.conditions())
                .build(rows, Facts.NONE, Prospects.MOMENT);
        long[] hand = hand();
        long[] columns = columns();
        long[] folded = rows();
        for (int row = 0; row < prospects; row++) {
            if (columns[row] != hand[row] * POINT || folded[row] != columns[row]) {
                throw new IllegalStateException(
                        row + ": by hand " + hand[row] + ", columns " + columns[row] + ", rows " + folded[row]);
            }
        }
        System.out.printf(
                "%,d prospects: %.1f bytes a prospect in the table%n",
                prospects, (double) table.view().bytes() / prospects);
    }

    @Benchmark
    public long[] hand() {
        long[] points = new long[rows.size()];
        for (int row = 0; row < points.length; row++) {
            points[row] = Lead20.hand(rows.get(row));
        }
        return points;
    }

    @Benchmark
    public long[] columns() {
        return scorer.points(table.view(), Prospects.MOMENT);
    }

    @Benchmark
    public long[] rows() {
        long[] points = new long[rows.size()];
        for (int row = 0; row < points.length; row++) {
            points[row] = scorer.points(rows.get(row), Facts.NONE, Prospects.MOMENT);
        }
        return points;
    }
}
