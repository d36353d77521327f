package org.sambandh.crm.condition;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.sambandh.crm.common.Moment;
import org.sambandh.crm.field.Field;
import org.sambandh.crm.field.FieldType;

/**
 * Checks of dates, instants and numbers that a subject holds as objects: where those that pass are one range, comparing an
 * object with its ends is cheaper than working out its {@code long} form. Whatever that does not decide, the check on
 * {@code long} forms does.
 */
final class OrderedChecks {

    private OrderedChecks() {}

    /** Returns a check that compares objects, or null where these are not the better way. */
    @SuppressWarnings("unchecked") // the type of a field says of what class its values are
    static <S, V> @Nullable Check<S> of(Field.One<S, V> field, ValueFold<V> test, boolean missing, Check<S> otherwise) {
        FieldType.Kind kind = field.type().kind();
        LongRanges fixed = test.fixed();
        if (field.isReadAsLong() || (fixed != null && fixed.count() != 1)) {
            return null;
        } else if (kind == FieldType.Kind.DATE) {
            return new Dates<>(
                    (Function<? super S, ? extends @Nullable LocalDate>) field.reader(),
                    new Ends.OfDates(test.ranges()),
                    missing,
                    otherwise);
        } else if (kind == FieldType.Kind.INSTANT) {
            return new Instants<>(
                    (Function<? super S, ? extends @Nullable Instant>) field.reader(),
                    new Ends.OfInstants(test.ranges()),
                    missing,
                    otherwise);
        } else if (kind == FieldType.Kind.NUMBER && fixed != null) {
            int scale = field.type().scale();
            return new Numbers<>(
                    (Function<? super S, ? extends @Nullable BigDecimal>) field.reader(),
                    BigDecimal.valueOf(fixed.low(0), scale),
                    BigDecimal.valueOf(fixed.high(0), scale),
                    missing,
                    otherwise);
        }
        return null;
    }

    private record Dates<S>(
            Function<? super S, ? extends @Nullable LocalDate> reader,
            Ends.OfDates ends,
            boolean missing,
            Check<S> otherwise)
            implements Check<S> {

        @Override
        public boolean test(S subject, Moment moment, @Nullable Rows<S> rows) {
            LocalDate value = reader.apply(subject);
            if (value == null) {
                return missing;
            }
            Ends.DateRange range = ends.at(moment);
            return range.isWhole()
                    ? !value.isBefore(range.low()) && !value.isAfter(range.high())
                    : otherwise.test(subject, moment, rows);
        }
    }

    private record Instants<S>(
            Function<? super S, ? extends @Nullable Instant> reader,
            Ends.OfInstants ends,
            boolean missing,
            Check<S> otherwise)
            implements Check<S> {

        @Override
        public boolean test(S subject, Moment moment, @Nullable Rows<S> rows) {
            Instant value = reader.apply(subject);
            if (value == null) {
                return missing;
            }
            Ends.InstantRange range = ends.at(moment);
            if (range.isWhole() && Ends.isNear(value)) {
                return range.contains(value);
            }
            return otherwise.test(subject, moment, rows);
        }
    }

    /** Numbers of the field's own scale; others, and those with too many digits, have to be looked at. */
    private record Numbers<S>(
            Function<? super S, ? extends @Nullable BigDecimal> reader,
            BigDecimal low,
            BigDecimal high,
            boolean missing,
            Check<S> otherwise)
            implements Check<S> {

        @Override
        public boolean test(S subject, Moment moment, @Nullable Rows<S> rows) {
            BigDecimal value = reader.apply(subject);
            if (value == null) {
                return missing;
            } else if (value.scale() != low.scale()) {
                return otherwise.test(subject, moment, rows);
            }
            return (value.compareTo(low) >= 0 && value.compareTo(high) <= 0 && value.precision() <= 18)
                    || (value.precision() > 18 && otherwise.test(subject, moment, rows));
        }
    }
}
