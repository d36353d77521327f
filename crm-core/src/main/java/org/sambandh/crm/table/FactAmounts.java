package org.sambandh.crm.table;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sambandh.crm.condition.LongRanges;

/**
 * Up to four counts of facts of one relation, told apart by one text or code and by time: one walk over the facts of a
 * block. The four share a {@code long} that runs on from fact to fact; what it grew by between the first and the last fact
 * of a subject are the subject's counts.
 */
final class FactAmounts implements Adder {

    static final int LANES = 4;

    private static final int BITS = 16;
    private static final int MOST = (1 << BITS) - 1;

    /**
     * One count.
     *
     * @param keys has a 1 for each code of the key that counts; null where all facts do
     * @param seen when a fact must have happened
     * @param unknown whether facts of unknown time count
     * @param counts the counts that get the amount
     * @param alone the same for itself
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Lane(byte @Nullable [] keys, LongRanges seen, boolean unknown, LongRanges counts, Adder.OfFilter alone) {}

    private final int place;
    private final int key;
    private final int time;
    private final List<Lane> lanes;
    private final Bounds bounds = new Bounds();
    private final long[] sorted;
    /** By the code of the key: where the row of its lanes begins in {@link #steps}. */
    private final int[] byCode;
    /** What a fact adds, by its lanes and the piece of time it lies in. */
    private final long[] steps;

    private final long[] counts = new long[Chunk.ROWS];
    private long[] running = new long[Chunk.ROWS];

    /**
     * Counts over the facts of a relation.
     *
     * @param place the place of the relation
     * @param key the place of the column of the key; -1 for none
     * @param time the place of the column of the time; -1 where facts have none
     * @param codes one more than the largest code of the key
     * @param lanes at most four
     */
    FactAmounts(int place, int key, int time, int codes, List<Lane> lanes) {
        this.place = place;
        this.key = key;
        this.time = time;
        this.lanes = List.copyOf(lanes);
        lanes.forEach(lane -> bounds.add(lane.seen()));
        this.sorted = time < 0 ? new long[0] : bounds.sorted();
        int pieces = sorted.length + 1;
        this.steps = new long[pieces << LANES];
        for (int among = 0; among < 1 << LANES; among++) {
            for (int piece = 0; piece < pieces; piece++) {
                steps[among * pieces + piece] = step(among, piece);
            }
        }
        this.byCode = new int[Math.max(1, codes)];
        for (int code = 0; code < byCode.length; code++) {
            byCode[code] = among(code) * pieces;
        }
    }

    private int among(int code) {
        int among = 0;
        for (int i = 0; i < lanes.size(); i++) {
            byte[] keys = lanes.get(i).keys();
            among |= keys == null || keys[code] == 1 ? 1 << i : 0;
        }
        return among;
    }

    private long step(int among, int piece) {
        long step = 0;
        for (int i = 0; i < lanes.size(); i++) {
            Lane lane = lanes.get(i);
            boolean seen =
                    time < 0 || (piece == 0 ? lane.unknown() : lane.seen().contains(sorted[piece - 1]));
            step += seen && (among >>> i & 1) == 1 ? 1L << (i * BITS) : 0;
        }
        return step;
    }

    @Override
    public void add(Block block, long[] totals, int first, Scratch scratch) {
        FactRows facts = block.facts(place);
        if (!isShort(facts)
                || (time >= 0 && !bounds.decide((Cells.Longs) facts.block().column(time)))) {
            lanes.forEach(lane -> lane.alone().add(block, totals, first, scratch));
            return;
        }
        walk(facts, scratch);
        int[] offsets = facts.offsets();
        for (int row = 0; row < block.size(); row++) {
            counts[row] = running[offsets[row + 1]] - running[offsets[row]];
        }
        for (int i = 0; i < lanes.size(); i++) {
            pay(lanes.get(i), i * BITS, block.size(), totals, first);
        }
    }

    private void pay(Lane lane, int shift, int rows, long[] totals, int first) {
        LongRanges paid = lane.counts();
        long amount = lane.alone().amount();
        if (paid.count() == 1) {
            int low = (int) Math.max(0, Math.min(paid.low(0), MOST + 1));
            int high = (int) Math.max(-1, Math.min(paid.high(0), MOST));
            for (int row = 0; row < rows; row++) {
                int count = (int) (counts[row] >>> shift) & MOST;
                // All ones where low <= count <= high: neither difference is negative then.
                totals[first + row] += amount & ~(long) (((count - low) | (high - count)) >> (Integer.SIZE - 1));
            }
        } else if (paid.count() > 1) {
            for (int row = 0; row < rows; row++) {
                totals[first + row] += paid.contains(counts[row] >>> shift & MOST) ? amount : 0;
            }
        }
    }

    private boolean isShort(FactRows facts) {
        if (facts.size() <= MOST) {
            return true;
        }
        int[] offsets = facts.offsets();
        int most = 0;
        for (int row = 1; row < offsets.length; row++) {
            most = Math.max(most, offsets[row] - offsets[row - 1]);
        }
        return most <= MOST;
    }

    private void walk(FactRows facts, Scratch scratch) {
        int size = facts.size();
        int[] places = scratch.take(size);
        if (key < 0) {
            Arrays.fill(places, 0, size, byCode[0]);
        } else {
            ((Cells.Coded) facts.block().column(key)).codes().lookUp(byCode, places);
        }
        int all = time < 0
                ? 0
                : ((Cells.Longs) facts.block().column(time)).forms().addReached(sorted, places, scratch);
        if (running.length <= size) {
            running = new long[size + size / 4 + 1];
        }
        long sum = 0;
        running[0] = 0;
        for (int fact = 0; fact < size; fact++) {
            sum += steps[places[fact] + all];
            running[fact + 1] = sum;
        }
        scratch.give(places);
    }
}
