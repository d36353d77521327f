package org.sambandh.crm.benchmark;

import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.ToIntFunction;
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
import org.sambandh.crm.condition.Facts;
import org.sambandh.crm.scoring.Score;
import org.sambandh.crm.scoring.ScoreMarks;
import org.sambandh.crm.scoring.Scorer;

/** A points model of twenty criteria, for one lead after another; a different one each time. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(1)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
public class OneScoreBenchmark {

    private static final int PROSPECTS = 1_024;
    private static final long SCALE = 1_000_000_000;

    private final Prospect[] prospects = Prospects.some(PROSPECTS).toArray(Prospect[]::new);
    private final Scorer<Prospect> scorer = Scorer.of(Lead20.model(), Prospects.catalog());
    private final Spel<Integer> spel = new Spel<>(Lead20.spel(), Integer.class, prospects);
    private final Cel<Long> cel = new Cel<>(Lead20.cel(), Long.class);
    private final Drools drools = new Drools(Lead20.drl(), Lead20::points);
    private int next;

    /** Nobody is measured who answers otherwise. */
    @Setup
    public void check() {
        for (Prospect p : prospects) {
            int expected = Lead20.hand(p);
            List<ToIntFunction<Prospect>> engines = List.of(
                    q -> scored(q).value().intValueExact(),
                    q -> Math.toIntExact(points(q) / SCALE),
                    q -> Math.toIntExact(marks(q).value() / SCALE),
                    spel::run,
                    q -> Math.toIntExact(cel.run(q)),
                    drools::run);
            for (int i = 0; i < engines.size(); i++) {
                int found = engines.get(i).applyAsInt(p);
                if (found != expected) {
                    throw new IllegalStateException("engine " + i + " gives prospect " + p.getNumber() + " " + found
                            + " points, by hand " + expected);
                }
            }
        }
    }

    private Prospect prospect() {
        return prospects[next++ & PROSPECTS - 1];
    }

    private Score scored(Prospect prospect) {
        return scorer.score(prospect, Facts.NONE, Prospects.MOMENT);
    }

    private long points(Prospect prospect) {
        return scorer.points(prospect, Facts.NONE, Prospects.MOMENT);
    }

    private ScoreMarks<Prospect> marks(Prospect prospect) {
        return scorer.marks(prospect, Facts.NONE, Prospects.MOMENT);
    }

    @Benchmark
    public int hand() {
        return Lead20.hand(prospect());
    }

    @Benchmark
    public long sambandhPoints() {
        return points(prospect());
    }

    @Benchmark
    public ScoreMarks<Prospect> sambandhMarks() {
        return marks(prospect());
    }

    @Benchmark
    public Score sambandhScore() {
        return scored(prospect());
    }

    @Benchmark
    public int spel() {
        return spel.run(prospect());
    }

    @Benchmark
    public long cel() {
        return cel.run(prospect());
    }

    @Benchmark
    public int drools() {
        return drools.run(prospect());
    }
}
