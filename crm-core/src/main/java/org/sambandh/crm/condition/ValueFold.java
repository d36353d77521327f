package org.sambandh.crm.condition;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.sambandh.crm.common.Moment;

/**
 * Any number of tests of one value, folded into one: ranges are united and intersected, lists of texts and codes too, and
 * what cannot be folded is asked one after another.
 *
 * @param exact the tests, to be asked of any value that is there
 * @param ranges the values that pass at a moment; null for types without a {@code long} form
 * @param fixed the same where they are known for all moments and decide everything
 * @param chance how likely a value is to pass, as a guess
 * @param cost what asking costs, in comparisons, as a guess
 */
record ValueFold<V>(
        PreparedTest<V> exact,
        @Nullable RangesAt ranges,
        @Nullable LongRanges fixed,
        double chance,
        double cost) {

    /** Ranges are folded up to here; beyond it, two look-ups are better than one long list made at every moment. */
    private static final int MAX_FOLDED = 4_096;

    /** Tests of time that are folded into one: their ranges are united again at every moment. */
    private static final int MAX_TEMPORAL = 16;

    static <V> ValueFold<V> of(ValueTest<V> source, CompiledTest<V> test) {
        double chance = Guess.chance(source);
        if (!test.type().isLong()) {
            return new ValueFold<>(listed(test.exact()), null, null, chance, Guess.cost(source));
        }
        LongRanges ranges = test.isTimeless() ? test.rangesAt(Guess.ANY_MOMENT) : null;
        LongRanges fixed = ranges != null && ranges.decidesAll() ? ranges : null;
        return new ValueFold<>(test.exact(), test.ranges(), fixed, chance, fixed != null && fixed.count() < 2 ? 1 : 3);
    }

    LongRanges rangesAt(Moment moment) {
        if (ranges == null) {
            throw new IllegalStateException("no long form");
        }
        return ranges.at(moment);
    }

    boolean isTimeless() {
        return fixed != null || ranges == null;
    }

    boolean isNever() {
        return fixed != null ? fixed.count() == 0 : exact instanceof Listed<V> list && list.in() && list.isEmpty();
    }

    boolean isAlways() {
        return fixed != null
                ? fixed.equals(LongRanges.ALL)
                : exact instanceof Listed<V> list && !list.in() && list.isEmpty();
    }

    ValueFold<V> not() {
        PreparedTest<V> opposite =
                exact instanceof Listed<V> list ? new Listed<>(list.values(), !list.in()) : new Opposite<>(exact);
        LongRanges complement = fixed == null ? null : fixed.complement();
        RangesAt others = ranges;
        if (complement != null) {
            others = moment -> complement;
        } else if (ranges != null) {
            RangesAt positive = ranges;
            others = new RangesAt.Cached(moment -> positive.at(moment).complement());
        }
        return new ValueFold<>(opposite, others, complement, 1 - chance, cost);
    }

    /** Returns both tests as one, any or all of which must be passed; null where they are better asked one by one. */
    @Nullable
    ValueFold<V> join(ValueFold<V> other, boolean any) {
        double together = any ? 1 - (1 - chance) * (1 - other.chance) : chance * other.chance;
        if (exact instanceof Listed<V> a && other.exact instanceof Listed<V> b) {
            return new ValueFold<>(a.join(b, any), null, null, together, Math.max(cost, other.cost));
        } else if (ranges == null || other.ranges == null) {
            return new ValueFold<>(Joined.of(exact, other.exact, any), null, null, together, cost + other.cost);
        } else if (fixed != null && other.fixed != null) {
            if (fixed.count() + other.fixed.count() > MAX_FOLDED) {
                return null;
            }
            LongRanges both = any ? fixed.or(other.fixed) : fixed.and(other.fixed);
            return new ValueFold<>(
                    Joined.of(exact, other.exact, any), m -> both, both, together, both.count() < 2 ? 1 : 3);
        }
        Joined<V> joined = Joined.of(exact, other.exact, any);
        if (joined.parts().size() > MAX_TEMPORAL) {
            return null;
        }
        RangesAt mine = ranges;
        RangesAt others = other.ranges;
        RangesAt both = new RangesAt.Cached(moment ->
                any ? mine.at(moment).or(others.at(moment)) : mine.at(moment).and(others.at(moment)));
        return new ValueFold<>(joined, both, null, together, Math.max(cost, other.cost));
    }

    private static <V> PreparedTest<V> listed(PreparedTest<V> test) {
        if (test instanceof TimelessTests.Equal<V> equal) {
            return new Listed<>(Set.of(equal.operand()), true);
        } else if (test instanceof TimelessTests.OneOf<V> oneOf) {
            return new Listed<>(oneOf.operands(), true);
        } else if (test instanceof TimelessTests.Anything<V>) {
            return new Listed<>(Set.of(), false);
        }
        return test;
    }

    /**
     * Equal to one of some values, or to none of them.
     *
     * @param values the values
     * @param in whether a value must be one of them
     */
    record Listed<V>(Set<Object> values, boolean in) implements PreparedTest<V> {

        boolean isEmpty() {
            return values.isEmpty();
        }

        @Override
        public boolean passes(V value, Moment moment) {
            return values.contains(value) == in;
        }

        Listed<V> join(Listed<V> other, boolean any) {
            // Neither of both lists is any of their opposites: one rule serves both ways.
            boolean mine = in == any;
            boolean others = other.in == any;
            Set<Object> joined = new HashSet<>(values);
            if (mine == others) {
                if (mine) {
                    joined.addAll(other.values);
                } else {
                    joined.retainAll(other.values);
                }
                return new Listed<>(joined, in);
            }
            // All of a list and of the complement of another: the list without the other. Any: its complement.
            Set<Object> kept = new HashSet<>(mine ? other.values : values);
            kept.removeAll(mine ? values : other.values);
            return new Listed<>(kept, !any);
        }
    }

    private record Opposite<V>(PreparedTest<V> test) implements PreparedTest<V> {

        @Override
        public boolean passes(V value, Moment moment) {
            return !test.passes(value, moment);
        }
    }

    /** All or any of some tests, cheap ones as they come. */
    record Joined<V>(List<PreparedTest<V>> parts, boolean any) implements PreparedTest<V> {

        static <V> Joined<V> of(PreparedTest<V> a, PreparedTest<V> b, boolean any) {
            List<PreparedTest<V>> parts = new ArrayList<>();
            for (PreparedTest<V> test : List.of(a, b)) {
                if (test instanceof Joined<V> joined && joined.any == any) {
                    parts.addAll(joined.parts);
                } else {
                    parts.add(test);
                }
            }
            return new Joined<>(List.copyOf(parts), any);
        }

        @Override
        public boolean passes(V value, Moment moment) {
            for (int i = 0; i < parts.size(); i++) {
                if (parts.get(i).passes(value, moment) == any) {
                    return any;
                }
            }
            return !any;
        }
    }
}
