package org.sambandh.crm.condition;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sambandh.crm.common.Moment;

/**
 * A condition, folded: no negations but in the leaves, no constants but alone, all tests of one field in one leaf, and
 * cheap and telling parts first. Every way of running it that is not the plain one starts here.
 *
 * @param <S> the subject
 */
interface Plan<S> {

    /** Returns what asking costs, in comparisons, as a guess. */
    double cost();

    /** Returns how likely a subject is to pass, as a guess. */
    double chance();

    /** Returns whether time cannot turn the answer. */
    boolean isTimeless();

    /** Returns this plan ready to run. */
    Check<S> check(Assembly assembly);

    /** Returns this plan and another as one, any or all of which must pass; null where they stay two. */
    default @Nullable Plan<S> join(Plan<S> other, boolean any) {
        return null;
    }

    /** How the parts of a plan are put together: what the back ends differ in. */
    interface Assembly {

        <S> Check<S> join(List<Check<S>> parts, boolean any);
    }

    /** Always the same answer. */
    record Fixed<S>(boolean answer) implements Plan<S>, Check<S> {

        @Override
        public double cost() {
            return 0;
        }

        @Override
        public double chance() {
            return answer ? 1 : 0;
        }

        @Override
        public boolean isTimeless() {
            return true;
        }

        @Override
        public Check<S> check(Assembly assembly) {
            return this;
        }

        @Override
        public boolean test(S subject, Moment moment, @Nullable Rows<S> rows) {
            return answer;
        }
    }
}
