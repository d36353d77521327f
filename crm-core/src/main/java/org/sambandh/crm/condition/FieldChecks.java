package org.sambandh.crm.condition;

import java.util.Collection;
import java.util.List;
import java.util.RandomAccess;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;
import org.sambandh.crm.common.Moment;
import org.sambandh.crm.common.Text;
import org.sambandh.crm.field.Field;
import org.sambandh.crm.field.FieldType;

/** Checks of one field of a subject. */
final class FieldChecks {

    private FieldChecks() {}

    /** Whether a value lies between two others at every moment. */
    record Between<S>(ToLongFunction<? super S> form, long low, long high, boolean missing) implements Check<S> {

        @Override
        public boolean test(S subject, Moment moment, @Nullable Rows<S> rows) {
            long value = form.applyAsLong(subject);
            return (value >= low && value <= high) || (missing && value == FieldType.MISSING);
        }
    }

    /** Whether a value is in some ranges at every moment. */
    record Within<S>(ToLongFunction<? super S> form, LongRanges ranges, boolean missing) implements Check<S> {

        @Override
        public boolean test(S subject, Moment moment, @Nullable Rows<S> rows) {
            long value = form.applyAsLong(subject);
            return ranges.contains(value) || (missing && value == FieldType.MISSING);
        }
    }

    /** Whether a value is in the ranges of the moment; values about which those say nothing are put to the test itself. */
    record WithinAt<S, V>(Field.One<S, V> field, ToLongFunction<? super S> form, ValueFold<V> test, boolean missing)
            implements Check<S> {

        @Override
        public boolean test(S subject, Moment moment, @Nullable Rows<S> rows) {
            long value = form.applyAsLong(subject);
            LongRanges ranges = test.rangesAt(moment);
            return ranges.decides(value) ? ranges.contains(value) : isUndecided(subject, value, moment);
        }

        private boolean isUndecided(S subject, long form, Moment moment) {
            V value = form == FieldType.MISSING ? null : field.type().clean(field.name(), field.get(subject));
            return value == null ? missing : test.exact().passes(value, moment);
        }
    }

    /** Whether a value equals another, or with {@code wanted} false does not. */
    record Equal<S>(
            Function<? super S, ? extends @Nullable Object> reader, Object operand, boolean wanted, boolean missing)
            implements Check<S> {

        @Override
        public boolean test(S subject, Moment moment, @Nullable Rows<S> rows) {
            Object value = reader.apply(subject);
            return value == null ? missing : operand.equals(value) == wanted;
        }
    }

    /** Whether a constant of an enum is one of some. */
    record OneOf<S>(Function<? super S, ? extends @Nullable Object> reader, long ordinals, boolean missing)
            implements Check<S> {

        @SuppressWarnings("EnumOrdinal") // never kept beyond the process
        static long bit(Object constant) {
            return 1L << ((Enum<?>) constant).ordinal();
        }

        @Override
        public boolean test(S subject, Moment moment, @Nullable Rows<S> rows) {
            Object value = reader.apply(subject);
            return value == null ? missing : (ordinals & bit(value)) != 0;
        }
    }

    /** Whether a value passes a test that has no ranges. */
    record Passes<S, V>(Function<? super S, ? extends @Nullable V> reader, PreparedTest<V> test, boolean missing)
            implements Check<S> {

        @Override
        public boolean test(S subject, Moment moment, @Nullable Rows<S> rows) {
            V value = reader.apply(subject);
            return value == null ? missing : test.passes(value, moment);
        }
    }

    /** Whether any of several values passes, or with {@code negated} none does. */
    record AnyPasses<S, V>(Field.Many<S, V> field, ValueFold<V> test, boolean negated) implements Check<S> {

        @Override
        public boolean test(S subject, Moment moment, @Nullable Rows<S> rows) {
            return any(field.get(subject), moment) != negated;
        }

        private boolean any(Collection<V> values, Moment moment) {
            if (values instanceof List<V> list && values instanceof RandomAccess) {
                for (int i = 0; i < list.size(); i++) {
                    if (passes(list.get(i), moment)) {
                        return true;
                    }
                }
                return false;
            }
            for (V value : values) {
                if (passes(value, moment)) {
                    return true;
                }
            }
            return false;
        }

        private boolean passes(@Nullable V value, Moment moment) {
            FieldType<V> type = field.type();
            if (value == null || (value instanceof String text && Text.isBlank(text))) {
                return false;
            } else if (!type.isLong()) {
                return test.exact().passes(value, moment);
            }
            long form = type.toLong(field.name(), value);
            LongRanges ranges = test.rangesAt(moment);
            if (ranges.decides(form)) {
                return ranges.contains(form);
            }
            V kept = type.clean(field.name(), value);
            return kept != null && test.exact().passes(kept, moment);
        }
    }
}
