package org.sambandh.crm.condition;

import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;
import org.sambandh.crm.field.Field;

/** Plans of tests of one field of the subject itself. */
final class FieldPlans {

    private FieldPlans() {}

    /**
     * A field with at most one value.
     *
     * @param field the field
     * @param test what a value that is there must pass
     * @param missing whether a missing one passes: the complement of a test lets it
     */
    record One<S, V>(Field.One<S, V> field, ValueFold<V> test, boolean missing) implements Plan<S> {

        static <S, V> Plan<S> of(Field.One<S, V> field, ValueFold<V> test, boolean missing) {
            if (missing ? test.isAlways() : test.isNever()) {
                return new Fixed<>(missing);
            }
            return new One<>(field, test, missing);
        }

        @Override
        public double cost() {
            return 1 + test.cost();
        }

        @Override
        public double chance() {
            return (1 - Guess.MISSING) * test.chance() + (missing ? Guess.MISSING : 0);
        }

        @Override
        @SuppressWarnings("unchecked") // equal fields have values of one class
        public @Nullable Plan<S> join(Plan<S> other, boolean any) {
            if (!(other instanceof One<S, ?> one) || !one.field.equals(field)) {
                return null;
            }
            ValueFold<V> both = test.join((ValueFold<V>) one.test, any);
            return both == null ? null : of(field, both, any ? missing || one.missing : missing && one.missing);
        }

        @Override
        public boolean isTimeless() {
            return test.isTimeless();
        }

        @Override
        public Check<S> check(Assembly assembly) {
            if (test.ranges() == null) {
                return object();
            }
            Check<S> byForm = byForm(field.longReader());
            Check<S> ordered = OrderedChecks.of(field, test, missing, byForm);
            return ordered == null ? byForm : ordered;
        }

        private Check<S> byForm(ToLongFunction<? super S> form) {
            LongRanges fixed = test.fixed();
            if (fixed == null) {
                return new FieldChecks.WithinAt<>(field, form, test, missing);
            } else if (fixed.count() == 0) {
                return new FieldChecks.Between<>(form, 1, 0, missing);
            }
            return fixed.count() == 1
                    ? new FieldChecks.Between<>(form, fixed.low(0), fixed.high(0), missing)
                    : new FieldChecks.Within<>(form, fixed, missing);
        }

        private Check<S> object() {
            if (test.exact() instanceof ValueFold.Listed<V> list
                    && list.values().size() == 1) {
                Object only = list.values().iterator().next();
                return new FieldChecks.Equal<>(field.reader(), only, list.in(), missing);
            }
            if (test.exact() instanceof ValueFold.Listed<V> list
                    && field.type().valueClass().isEnum()
                    && field.type().codes().size() <= Long.SIZE) {
                long ordinals = 0;
                for (Object value : list.values()) {
                    ordinals |= FieldChecks.OneOf.bit(value);
                }
                return new FieldChecks.OneOf<>(field.reader(), list.in() ? ordinals : ~ordinals, missing);
            }
            return new FieldChecks.Passes<>(field.reader(), test.exact(), missing);
        }
    }

    /**
     * A field with any number of values.
     *
     * @param field the field
     * @param test what one of them must pass
     * @param negated whether none of them must
     */
    record Many<S, V>(Field.Many<S, V> field, ValueFold<V> test, boolean negated) implements Plan<S> {

        @Override
        public double cost() {
            return 2 + 3 * test.cost();
        }

        @Override
        public double chance() {
            return negated ? 1 - test.chance() : test.chance();
        }

        /** That one value passes either test may be asked in one go; that each test is passed by some value may not. */
        @Override
        @SuppressWarnings("unchecked") // equal fields have values of one class
        public @Nullable Plan<S> join(Plan<S> other, boolean any) {
            if (!(other instanceof Many<S, ?> many)
                    || !many.field.equals(field)
                    || many.negated != negated
                    || negated == any) {
                return null;
            }
            ValueFold<V> both = test.join((ValueFold<V>) many.test, true);
            return both == null ? null : new Many<>(field, both, negated);
        }

        @Override
        public boolean isTimeless() {
            return test.isTimeless();
        }

        @Override
        public Check<S> check(Assembly assembly) {
            return new FieldChecks.AnyPasses<>(field, test, negated);
        }
    }
}
