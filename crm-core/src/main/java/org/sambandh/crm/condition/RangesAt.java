package org.sambandh.crm.condition;

import java.time.Instant;
import java.time.temporal.TemporalAmount;
import org.jspecify.annotations.Nullable;
import org.sambandh.crm.common.Moment;
import org.sambandh.crm.field.FieldType;
import org.sambandh.crm.settings.FiscalCalendar;

/** The values that pass a test, as a function of the moment: the same meaning as {@link PreparedTest}, the other way. */
interface RangesAt {

    LongRanges at(Moment moment);

    static boolean isTimeless(ValueTest<?> test) {
        return !(test instanceof ValueTest.Age
                || test instanceof ValueTest.InPeriod
                || test instanceof ValueTest.AnniversaryWithin);
    }

    /** Returns the ranges of a test that suits a type with a {@code long} form. */
    static <V> RangesAt of(ValueTest<V> test, FieldType<V> type, FiscalCalendar calendar) {
        boolean isDate = type.kind() == FieldType.Kind.DATE;
        if (test instanceof ValueTest.Age<V> age && !isDate) {
            TemporalAmount length = age.age();
            return new Cached(
                    age.atLeast() ? moment -> Ages.atLeast(length, moment) : moment -> Ages.atMost(length, moment));
        } else if (!isTimeless(test)) {
            return new Cached(new DayRanges.Daily(() -> DayRanges.of(test, calendar), isDate));
        }
        LongRanges ranges = TimelessRanges.of(test, type);
        return moment -> ranges;
    }

    /** Returns when a fact must have happened to be seen. */
    static RangesAt of(Window window) {
        if (window instanceof Window.Last last) {
            return new Cached(moment -> Ages.atMost(last.length(), moment));
        } else if (window instanceof Window.Fixed fixed) {
            return new Cached(
                    moment -> InstantRanges.between(fixed.from(), LocalDays.earlier(fixed.to(), moment.at())));
        }
        return new Cached(moment -> InstantRanges.between(Instant.MIN, moment.at()));
    }

    /**
     * Remembers the ranges of the last moment. A race costs a second computation and nothing else: what is remembered never
     * changes, and is seen whole or not at all.
     */
    final class Cached implements RangesAt {

        private record Known(Moment moment, LongRanges ranges) {

            @SuppressWarnings("ReferenceEquality") // mostly it is the very same one, and that is asked for every value
            boolean isOf(Moment other) {
                return moment == other || moment.equals(other);
            }
        }

        private final RangesAt computed;
        private @Nullable Known last;

        Cached(RangesAt computed) {
            this.computed = computed;
        }

        @Override
        public LongRanges at(Moment moment) {
            Known known = last;
            if (known == null || !known.isOf(moment)) {
                known = new Known(moment, computed.at(moment));
                last = known;
            }
            return known.ranges;
        }
    }
}
