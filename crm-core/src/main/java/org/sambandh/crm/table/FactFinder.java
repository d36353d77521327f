package org.sambandh.crm.table;

import java.time.Instant;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.sambandh.crm.common.Moment;
import org.sambandh.crm.condition.CompiledTest;
import org.sambandh.crm.condition.LongRanges;
import org.sambandh.crm.field.FieldType;

/** Finds the facts of each subject that lie in a window and pass a filter. */
final class FactFinder {

    /** One in so many of the subjects of a block, and all facts are looked at. */
    private static final int MANY = 3;

    private final int place;
    private final int time;
    private final Filter where;
    private final CompiledTest<Instant> window;
    private final LongRanges seen;
    private final Moment moment;

    /**
     * A finder.
     *
     * @param place the place of the relation
     * @param time the place of the column of the time; -1 where facts have none
     * @param where what must hold of a fact
     * @param window when it must have happened
     * @param moment the moment
     */
    FactFinder(int place, int time, Filter where, CompiledTest<Instant> window, Moment moment) {
        this.place = place;
        this.time = time;
        this.where = where;
        this.window = window;
        this.moment = moment;
        this.seen = window.rangesAt(moment);
    }

    /** Facts of some subjects, one subject's behind another's. */
    static final class Found {

        private final int[] firsts;
        private final int[] ends;
        private final int @Nullable [] list;

        /**
         * Facts of some subjects.
         *
         * @param firsts where the facts of each subject begin: in the list, or in the block where there is no list
         * @param ends where they end
         * @param list the facts of all; null where each has a stretch of the block
         */
        private Found(int[] firsts, int[] ends, int @Nullable [] list) {
            this.firsts = firsts;
            this.ends = ends;
            this.list = list;
        }

        int first(int subject) {
            return firsts[subject];
        }

        int end(int subject) {
            return ends[subject];
        }

        int count(int subject) {
            return ends[subject] - firsts[subject];
        }

        /** {@return the place in the block of the fact at a place between first and end} */
        int fact(int i) {
            return list == null ? i : list[i];
        }

        void giveTo(Scratch scratch) {
            scratch.give(firsts);
            scratch.give(ends);
            if (list != null) {
                scratch.give(list);
            }
        }
    }

    int place() {
        return place;
    }

    double cost() {
        return 5 * where.cost();
    }

    Found find(Block block, int[] in, int count, Scratch scratch) {
        FactRows facts = block.facts(place);
        if (where != Filter.ALL && MANY * count >= block.size() && isCutByTime(facts)) {
            return findAll(facts, block.size(), in, count, scratch);
        }
        int[] firsts = scratch.take(count);
        int[] ends = scratch.take(count);
        boolean stretches = stretches(facts, in, count, firsts, ends);
        if (stretches && where == Filter.ALL) {
            return new Found(firsts, ends, null);
        }
        int[] list = scratch.take(facts.size());
        int size = 0;
        for (int i = 0; i < count; i++) {
            for (int fact = firsts[i]; fact < ends[i]; fact++) {
                list[size++] = fact;
            }
        }
        if (!stretches) {
            size = keepSeen(facts.block(), list, size);
        }
        size = where.keep(facts.block(), list, size, list, scratch);
        int next = 0;
        for (int i = 0; i < count; i++) {
            int end = ends[i];
            firsts[i] = next;
            while (next < size && list[next] < end) {
                next++;
            }
            ends[i] = next;
        }
        return new Found(firsts, ends, list);
    }

    /** Whether the window is one range of the forms of all times, so that facts can be taken as one list. */
    private boolean isCutByTime(FactRows facts) {
        if (time < 0) {
            return true;
        }
        Cells.Longs times = (Cells.Longs) facts.block().column(time);
        return isDecided(times)
                && seen.count() == 1
                && (!window.passesMissing() || times.forms().high() <= seen.high(0));
    }

    /**
     * Finds the facts of most subjects of a block: all facts as one list, which costs less for each than to look for where a
     * subject's window begins.
     */
    private Found findAll(FactRows facts, int rows, int[] in, int count, Scratch scratch) {
        int all = facts.size();
        int[] list = scratch.take(all);
        for (int fact = 0; fact < all; fact++) {
            list[fact] = fact;
        }
        int size = all;
        if (time >= 0 && !window.passesMissing()) {
            LongBlock times = ((Cells.Longs) facts.block().column(time)).forms();
            size = times.keep(seen, list, size, list, scratch);
        }
        size = where.keep(facts.block(), list, size, list, scratch);
        int[] owners = scratch.take(all);
        int[] offsets = facts.offsets();
        for (int row = 0; row < rows; row++) {
            Arrays.fill(owners, offsets[row], offsets[row + 1], row + 1);
        }
        int[] starts = scratch.take(rows + 1);
        Arrays.fill(starts, 0, rows + 1, 0);
        for (int i = 0; i < size; i++) {
            starts[owners[list[i]]]++;
        }
        for (int row = 0; row < rows; row++) {
            starts[row + 1] += starts[row];
        }
        int[] firsts = scratch.take(count);
        int[] ends = scratch.take(count);
        for (int i = 0; i < count; i++) {
            firsts[i] = starts[in[i]];
            ends[i] = starts[in[i] + 1];
        }
        scratch.give(starts);
        scratch.give(owners);
        return new Found(firsts, ends, list);
    }

    /** {@return whether the stretches are exactly what the window sees; else they are all facts, still to be asked} */
    private boolean stretches(FactRows facts, int[] in, int count, int[] firsts, int[] ends) {
        int[] offsets = facts.offsets();
        Cells.Longs times = time < 0 ? null : (Cells.Longs) facts.block().column(time);
        boolean plain = times != null && isDecided(times) && seen.count() == 1;
        if (times != null && plain) {
            long earliest = window.passesMissing() ? FieldType.MISSING : seen.low(0);
            times.forms().windows(earliest, seen.high(0), offsets, in, count, firsts, ends);
            return true;
        }
        for (int i = 0; i < count; i++) {
            firsts[i] = offsets[in[i]];
            ends[i] = offsets[in[i] + 1];
        }
        return times == null;
    }

    private boolean isDecided(Cells.Longs times) {
        LongBlock forms = times.forms();
        boolean none = forms.low() > forms.high();
        return times.beyond().isEmpty()
                && (none || (forms.low() >= seen.decidedFrom() && forms.high() <= seen.decidedTo()));
    }

    private int keepSeen(Block facts, int[] list, int size) {
        Cells.Longs times = (Cells.Longs) facts.column(time);
        int kept = 0;
        for (int i = 0; i < size; i++) {
            int fact = list[i];
            Instant exact = times.beyond().get(fact);
            long form = times.forms().get(fact);
            boolean passes = exact == null ? window.passesLong(form, moment) : window.passes(exact, moment);
            list[kept] = fact;
            kept += passes ? 1 : 0;
        }
        return kept;
    }
}
