package org.sambandh.crm.benchmark;

import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.sambandh.crm.condition.CompiledCondition;
import org.sambandh.crm.condition.Engine;
import org.sambandh.crm.condition.Facts;
import org.sambandh.crm.field.Catalog;

/** A segment of six leaves, asked for one customer after another; a different one each time, as in real life. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(1)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
public class OneCustomerBenchmark {

    private static final int PROSPECTS = 1_024;

    private final Prospect[] prospects = Prospects.some(PROSPECTS).toArray(Prospect[]::new);
    private final Catalog catalog = Prospects.catalog();
    private final CompiledCondition<Prospect> plain = with(Engine.PLAIN);
    private final CompiledCondition<Prospect> closures = with(Engine.CLOSURES);
    private final CompiledCondition<Prospect> handles = with(Engine.HANDLES);
    private final Spel<Boolean> spel = new Spel<>(Buyers.SPEL, Boolean.class, prospects);
    private final Cel<Boolean> cel = new Cel<>(Buyers.CEL, Boolean.class);
    private final Drools drools = new Drools(Buyers.DRL, i -> 1);
    private int next;

    /** Nobody is measured who answers otherwise. */
    @Setup
    public void check() {
        int matching = 0;
        for (Prospect p : prospects) {
            boolean expected = Buyers.hand(p);
            matching += expected ? 1 : 0;
            List<Predicate<Prospect>> engines = List.of(
                    q -> plain.test(q, Facts.NONE, Prospects.MOMENT), spel::run, cel::run, q -> drools.run(q) == 1);
            for (int i = 0; i < engines.size(); i++) {
                if (engines.get(i).test(p) != expected) {
                    throw new IllegalStateException("engine " + i + " differs on prospect " + p.getNumber());
                }
            }
        }
        if (matching < 10) {
            throw new IllegalStateException("only " + matching + " match");
        }
    }

    private CompiledCondition<Prospect> with(Engine engine) {
        return CompiledCondition.of(Buyers.CONDITION, Prospect.class, catalog, engine);
    }

    private Prospect prospect() {
        return prospects[next++ & PROSPECTS - 1];
    }

    @Benchmark
    public boolean hand() {
        return Buyers.hand(prospect());
    }

    @Benchmark
    public boolean sambandhPlain() {
        return plain.test(prospect(), Facts.NONE, Prospects.MOMENT);
    }

    @Benchmark
    public boolean sambandhClosures() {
        return closures.test(prospect(), Facts.NONE, Prospects.MOMENT);
    }

    @Benchmark
    public boolean sambandhHandles() {
        return handles.test(prospect(), Facts.NONE, Prospects.MOMENT);
    }

    @Benchmark
    public boolean spel() {
        return spel.run(prospect());
    }

    @Benchmark
    public boolean cel() {
        return cel.run(prospect());
    }

    @Benchmark
    public boolean drools() {
        return drools.run(prospect()) == 1;
    }
}
