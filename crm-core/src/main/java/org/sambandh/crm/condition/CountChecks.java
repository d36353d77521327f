package org.sambandh.crm.condition;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sambandh.crm.common.Moment;

/** Checks of how many facts count. Each stops looking as soon as further facts cannot change its answer. */
final class CountChecks {

    private CountChecks() {}

    /**
     * What a count must be.
     *
     * @param ranges the counts that pass
     * @param firstTurn up to which count the answer is that of none
     * @param lastTurn from which count on the answer stays
     */
    record Wanted(LongRanges ranges, long firstTurn, long lastTurn) {

        static Wanted of(LongRanges ranges) {
            long first = Long.MAX_VALUE;
            long last = 0;
            for (int i = 0; i < ranges.count(); i++) {
                for (long turn : new long[] {ranges.low(i), ranges.high(i) + 1}) {
                    // Behind the largest long there is nothing, and it overflows to less than nothing.
                    if (turn > 0) {
                        first = Math.min(first, turn);
                        last = Math.max(last, turn);
                    }
                }
            }
            return new Wanted(ranges, first, last);
        }

        boolean isConstant() {
            return lastTurn == 0;
        }

        boolean passes(long count) {
            return ranges.contains(count);
        }
    }

    /** Whether the number of facts that count is wanted. */
    record One<S, R>(Source<S, R> source, Counter<R> counter, Wanted wanted) implements Check<S> {

        @Override
        public boolean test(S subject, Moment moment, @Nullable Rows<S> rows) {
            List<R> facts = source.facts(subject, rows);
            int size = facts.size();
            if (size < wanted.firstTurn()) {
                return wanted.passes(0);
            }
            Ends.InstantRange seen = counter.ends().at(moment);
            Rows<R> behind = source.behind(rows);
            int count = 0;
            for (int i = 0; i < size; i++) {
                source.go(rows, behind, i);
                if (counter.counts(facts.get(i), seen, moment, behind) && ++count >= wanted.lastTurn()) {
                    return wanted.passes(count);
                }
            }
            return wanted.passes(count);
        }
    }

    /** Whether one, or both, of two numbers of facts are wanted, in one walk. */
    record Two<S, R>(
            Source<S, R> source,
            Counter<R> first,
            Wanted firstWanted,
            Counter<R> second,
            Wanted secondWanted,
            boolean any)
            implements Check<S> {

        @Override
        public boolean test(S subject, Moment moment, @Nullable Rows<S> rows) {
            List<R> facts = source.facts(subject, rows);
            Ends.InstantRange firstSeen = first.ends().at(moment);
            Ends.InstantRange secondSeen = second.ends().at(moment);
            Rows<R> behind = source.behind(rows);
            int one = 0;
            int two = 0;
            boolean oneOpen = true;
            boolean twoOpen = true;
            for (int i = 0; i < facts.size() && (oneOpen || twoOpen); i++) {
                source.go(rows, behind, i);
                R fact = facts.get(i);
                if (oneOpen && first.counts(fact, firstSeen, moment, behind) && ++one >= firstWanted.lastTurn()) {
                    if (firstWanted.passes(one) == any) {
                        return any;
                    }
                    oneOpen = false;
                }
                if (twoOpen && second.counts(fact, secondSeen, moment, behind) && ++two >= secondWanted.lastTurn()) {
                    if (secondWanted.passes(two) == any) {
                        return any;
                    }
                    twoOpen = false;
                }
            }
            return any
                    ? firstWanted.passes(one) || secondWanted.passes(two)
                    : firstWanted.passes(one) && secondWanted.passes(two);
        }
    }

    /** Whether any fact passes, or with {@code negated} none does: what a path to another entity asks. */
    record Exists<S, R>(Source<S, R> source, Check<R> check, boolean negated) implements Check<S> {

        @Override
        public boolean test(S subject, Moment moment, @Nullable Rows<S> rows) {
            List<R> facts = source.facts(subject, rows);
            Rows<R> behind = source.behind(rows);
            for (int i = 0; i < facts.size(); i++) {
                source.go(rows, behind, i);
                if (check.test(facts.get(i), moment, behind)) {
                    return !negated;
                }
            }
            return negated;
        }
    }
}
