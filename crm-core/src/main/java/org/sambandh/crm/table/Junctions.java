package org.sambandh.crm.table;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** All, any and none of some filters. What order they run in is found out on the first rows: it changes no answer. */
final class Junctions {

    private Junctions() {}

    static Filter all(List<Filter> parts) {
        List<Filter> real = new ArrayList<>(parts);
        real.remove(Filter.ALL);
        return real.isEmpty() ? Filter.ALL : real.size() == 1 ? real.get(0) : new All(real);
    }

    /** A part with the share of rows it lets pass. */
    private record Rated(Filter filter, double rate) {}

    /** Puts the parts in order that decide most for what they cost. */
    private static List<Filter> ordered(
            List<Filter> parts, boolean passingDecides, Block block, int[] in, int count, Scratch scratch) {
        List<Rated> rated = new ArrayList<>();
        int[] out = scratch.take(count);
        for (Filter part : parts) {
            double passing = part.keep(block, in, count, out, scratch) / (double) count;
            double decided = passingDecides ? passing : 1 - passing;
            rated.add(new Rated(part, (decided + 0.001) / part.cost()));
        }
        scratch.give(out);
        rated.sort(Comparator.comparingDouble(Rated::rate).reversed());
        return rated.stream().map(Rated::filter).toList();
    }

    private static double cost(List<Filter> parts) {
        return parts.stream().mapToDouble(Filter::cost).sum();
    }

    private static final class All implements Filter {

        private List<Filter> parts;
        private boolean ordered;

        All(List<Filter> parts) {
            this.parts = parts;
        }

        @Override
        public int keep(Block block, int[] in, int count, int[] out, Scratch scratch) {
            if (!ordered && count > 0) {
                parts = ordered(parts, false, block, in, count, scratch);
                ordered = true;
            }
            int[] from = in;
            int kept = count;
            for (Filter part : parts) {
                if (kept == 0) {
                    return 0;
                }
                kept = part.keep(block, from, kept, out, scratch);
                from = out;
            }
            return kept;
        }

        @Override
        public double cost() {
            return Junctions.cost(parts);
        }
    }

    /** Rows that pass any of some filters. */
    static final class Any implements Filter {

        private List<Filter> parts;
        private boolean ordered;

        Any(List<Filter> parts) {
            this.parts = parts;
        }

        @Override
        public int keep(Block block, int[] in, int count, int[] out, Scratch scratch) {
            if (!ordered && count > 0) {
                parts = ordered(parts, true, block, in, count, scratch);
                ordered = true;
            }
            int[] rest = scratch.take(count);
            int[] hits = scratch.take(count);
            Marks marks = scratch.marks(block.size());
            Codes.all(in, count, rest);
            int left = count;
            for (Filter part : parts) {
                if (left > 0) {
                    int found = part.keep(block, rest, left, hits, scratch);
                    marks.add(hits, found);
                    left = marks.others(rest, left, rest);
                }
            }
            int kept = marks.these(in, count, out);
            scratch.give(marks);
            scratch.give(hits);
            scratch.give(rest);
            return kept;
        }

        @Override
        public double cost() {
            return Junctions.cost(parts);
        }
    }

    /**
     * Rows that do not pass.
     *
     * @param part what they do not pass
     */
    record Not(Filter part) implements Filter {

        @Override
        public int keep(Block block, int[] in, int count, int[] out, Scratch scratch) {
            int[] hits = scratch.take(count);
            Marks marks = scratch.marks(block.size());
            marks.add(hits, part.keep(block, in, count, hits, scratch));
            int kept = marks.others(in, count, out);
            scratch.give(marks);
            scratch.give(hits);
            return kept;
        }

        @Override
        public double cost() {
            return part.cost() + 1;
        }
    }
}
