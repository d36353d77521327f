package org.sambandh.crm.benchmark;

import static org.sambandh.crm.condition.Conditions.all;
import static org.sambandh.crm.condition.Conditions.count;
import static org.sambandh.crm.condition.Conditions.where;
import static org.sambandh.crm.condition.Tests.atLeast;
import static org.sambandh.crm.condition.Tests.in;
import static org.sambandh.crm.condition.Tests.is;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.sambandh.crm.common.SegmentId;
import org.sambandh.crm.condition.Condition;
import org.sambandh.crm.condition.Facts;
import org.sambandh.crm.condition.Window;
import org.sambandh.crm.segment.LiveSegments;

/**
 * One field of one customer changes; of a hundred segments ten name it. The customers follow each other without an order, so
 * that their rows are seldom in a cache.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(value = 1, jvmArgsAppend = "-Xmx6g")
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
public class OneChangeBenchmark {

    private static final int SEGMENTS = 100;
    private static final int NAMING = 10;
    /** Coprime to the numbers of customers: every customer comes once before any comes again. */
    private static final int STRIDE = 7_919;

    /** Ten times the data tells how the time grows. */
    @Param({"10000", "100000", "1000000"})
    public int customers;

    private Prospect[] before = new Prospect[0];
    private Prospect[] after = new Prospect[0];
    private long[] bits = new long[0];
    private LiveSegments<Prospect> segments;
    private long flips;
    private int at;

    /** Nobody is measured who answers otherwise: both tell the same number of flips of every customer there and back. */
    @Setup(Level.Trial)
    public void check() {
        before = Prospects.some(customers).toArray(Prospect[]::new);
        after = new Prospect[customers];
        bits = new long[customers];
        segments = new LiveSegments<>(Prospects.catalog(), Prospect.class, rules());
        for (int i = 0; i < customers; i++) {
            after[i] = before[i].withSeniority(before[i].getSeniority().equals("manager") ? "director" : "manager");
            bits[i] = named(before[i]);
            segments.changed(null, before[i], Facts.NONE, Prospects.MOMENT, (s, id, entered) -> {});
        }
        long counted = 0;
        for (int i = 0; i < customers; i++) {
            flips = 0;
            byHand(i, after[i]);
            byHand(i, before[i]);
            long hand = flips;
            flips = 0;
            live(before[i], after[i]);
            live(after[i], before[i]);
            if (hand != flips) {
                throw new IllegalStateException("customer " + i + ": by hand " + hand + " flips, found " + flips);
            }
            counted += hand;
        }
        if (counted < customers / 10) {
            throw new IllegalStateException("only " + counted + " flips");
        }
    }

    @Benchmark
    @OperationsPerInvocation(2)
    public long hand() {
        byHand(at, after[at]);
        byHand(at, before[at]);
        step();
        return flips;
    }

    @Benchmark
    @OperationsPerInvocation(2)
    public long sambandh() {
        live(before[at], after[at]);
        live(after[at], before[at]);
        step();
        return flips;
    }

    private void step() {
        at = (at + STRIDE) % customers;
    }

    private void live(Prospect from, Prospect to) {
        segments.changed(from, to, Facts.NONE, Prospects.MOMENT, (segment, id, entered) -> flips++);
    }

    private void byHand(int row, Prospect now) {
        long found = named(now);
        flips += Long.bitCount(found ^ bits[row]);
        bits[row] = found;
    }

    private static Map<SegmentId, Condition<Prospect>> rules() {
        Map<SegmentId, Condition<Prospect>> rules = new LinkedHashMap<>();
        for (int i = 0; i < SEGMENTS; i++) {
            rules.put(new SegmentId("s" + i), i < NAMING ? naming(i) : other(i));
        }
        return rules;
    }

    private static Condition<Prospect> naming(int i) {
        return all(
                where(Prospects.SENIORITY, i % 2 == 0 ? is("manager") : in("owner", "director")),
                where(Prospects.COUNTRY, in("IN", Prospects.COUNTRIES.get(i % 8))),
                where(Prospects.EMPLOYEES, atLeast(i * 20L)),
                count(
                        Prospects.TOUCHES,
                        where(Prospects.KIND, is("open")),
                        Window.last(Duration.ofDays(90)),
                        atLeast(1)));
    }

    private static Condition<Prospect> other(int i) {
        return all(
                where(Prospects.INDUSTRY, is(Prospects.INDUSTRIES.get(i % 12))),
                where(Prospects.COUNTRY, is(Prospects.COUNTRIES.get(i % 8))),
                where(Prospects.EMPLOYEES, atLeast(i)));
    }

    private static long named(Prospect p) {
        String seniority = p.getSeniority();
        boolean manager = seniority.equals("manager");
        boolean senior = seniority.equals("owner") || seniority.equals("director");
        String country = p.getCountry();
        boolean opened = p.touched("open", 90) >= 1;
        long found = 0;
        for (int i = 0; i < NAMING; i++) {
            if ((i % 2 == 0 ? manager : senior)
                    && (country.equals("IN") || country.equals(Prospects.COUNTRIES.get(i % 8)))
                    && p.getEmployees() >= i * 20L
                    && opened) {
                found |= 1L << i;
            }
        }
        return found;
    }
}
