package org.sambandh.crm.benchmark;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.LongSummaryStatistics;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
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
import org.sambandh.crm.table.FactTable;
import org.sambandh.crm.table.TableGroup;
import org.sambandh.crm.table.TableKey;
import org.sambandh.crm.table.TableMeasure;
import org.sambandh.crm.table.TableView;

/** All prospects by two texts, with a number's sum, least and most: by hand into a map, and over columns. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(value = 1, jvmArgsAppend = "-Xmx6g")
@Warmup(iterations = 4, time = 1)
@Measurement(iterations = 5, time = 1)
public class ManyGroupsBenchmark {

    private static final List<TableKey<Prospect>> KEYS =
            List.of(TableKey.of(Prospects.INDUSTRY), TableKey.of(Prospects.SOURCE));
    private static final List<TableMeasure<Prospect>> MEASURES = List.of(
            TableMeasure.of(TableMeasure.Kind.SUM, Prospects.EMPLOYEES),
            TableMeasure.of(TableMeasure.Kind.MIN, Prospects.EMPLOYEES),
            TableMeasure.of(TableMeasure.Kind.MAX, Prospects.EMPLOYEES));

    /**
     * What the groups are told apart by.
     *
     * @param industry the industry, or null
     * @param source the source, or null
     */
    public record Key(@Nullable String industry, @Nullable String source) {}

    /** Ten times the data tells how the time grows. */
    @Param({"100000", "1000000"})
    public int prospects;

    private List<Prospect> rows = List.of();
    private FactTable<Prospect> table;

    /** Nobody is measured who answers otherwise. */
    @Setup(Level.Trial)
    public void check() {
        rows = Prospects.some(prospects);
        table = FactTable.builder(Prospects.catalog(), Prospect.class)
                .fields(Prospects.INDUSTRY, Prospects.SOURCE, Prospects.EMPLOYEES)
                .build(rows, Facts.NONE, Prospects.MOMENT);
        Map<Key, LongSummaryStatistics> expected = hand();
        for (TableGroup group : columns()) {
            Key key =
                    new Key((String) group.keys().get(0), (String) group.keys().get(1));
            LongSummaryStatistics hand = expected.remove(key);
            if (hand == null
                    || group.count() != hand.getCount()
                    || isOther(group, 0, hand.getSum())
                    || isOther(group, 1, hand.getMin())
                    || isOther(group, 2, hand.getMax())) {
                throw new IllegalStateException(key + ": by hand " + hand + ", columns " + group);
            }
        }
        if (!expected.isEmpty()) {
            throw new IllegalStateException("by hand only " + expected.keySet());
        }
    }

    private static boolean isOther(TableGroup group, int measure, long hand) {
        return !(group.values().get(measure) instanceof BigDecimal found
                && found.compareTo(BigDecimal.valueOf(hand)) == 0);
    }

    @Benchmark
    public Map<Key, LongSummaryStatistics> hand() {
        Map<Key, LongSummaryStatistics> groups = new HashMap<>();
        for (Prospect p : rows) {
            groups.computeIfAbsent(new Key(p.getIndustry(), p.getSource()), key -> new LongSummaryStatistics())
                    .accept(p.getEmployees());
        }
        return groups;
    }

    @Benchmark
    public List<TableGroup> columns() {
        TableView<Prospect> view = table.view();
        return view.group(view.all(), KEYS, MEASURES, Prospects.MOMENT);
    }
}
