package org.sambandh.crm.condition;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.sambandh.crm.common.Moment;
import org.sambandh.crm.field.FieldType;

/** The ends of ranges at a moment, as objects. */
final class Ends {

    private static final Instant FIRST = Objects.requireNonNull(FieldType.INSTANT.ofLong(FieldType.MIN_MICROS));
    private static final Instant LAST = Objects.requireNonNull(FieldType.INSTANT.ofLong(FieldType.MAX_MICROS));
    private static final long FIRST_DAY = LocalDate.MIN.toEpochDay();
    private static final long LAST_DAY = LocalDate.MAX.toEpochDay();

    private Ends() {}

    /** Returns whether an instant has a long form of its own. */
    static boolean isNear(Instant value) {
        return value.getEpochSecond() >= FIRST.getEpochSecond() && value.getEpochSecond() <= LAST.getEpochSecond();
    }

    /**
     * One range of dates.
     *
     * @param isWhole whether it says all there is to say
     */
    record DateRange(Moment moment, boolean isWhole, LocalDate low, LocalDate high) {}

    /**
     * One range of instants: up to the last that has no smaller microsecond than the upper end.
     *
     * @param isWhole whether it says all there is to say of instants that are near
     */
    record InstantRange(Moment moment, boolean isWhole, Instant low, Instant before) {

        boolean contains(Instant value) {
            return !value.isBefore(low) && value.isBefore(before);
        }
    }

    /** Remembers the range of the last moment; a race costs a second computation and nothing else. */
    static final class OfDates {

        private final @Nullable RangesAt ranges;
        private @Nullable DateRange last;

        OfDates(@Nullable RangesAt ranges) {
            this.ranges = ranges;
        }

        DateRange at(Moment moment) {
            DateRange known = last;
            return known != null && isSame(known.moment, moment) ? known : other(moment);
        }

        private DateRange other(Moment moment) {
            LongRanges now = Objects.requireNonNull(ranges).at(moment);
            boolean whole = now.decidesAll() && now.count() == 1 && now.low(0) <= LAST_DAY && now.high(0) >= FIRST_DAY;
            DateRange range = new DateRange(
                    moment,
                    whole,
                    whole ? LocalDate.ofEpochDay(Math.max(FIRST_DAY, now.low(0))) : LocalDate.MAX,
                    whole ? LocalDate.ofEpochDay(Math.min(LAST_DAY, now.high(0))) : LocalDate.MIN);
            last = range;
            return range;
        }
    }

    /** Remembers the range of the last moment; a race costs a second computation and nothing else. */
    static final class OfInstants {

        private final @Nullable RangesAt ranges;
        private @Nullable InstantRange last;

        OfInstants(@Nullable RangesAt ranges) {
            this.ranges = ranges;
        }

        InstantRange at(Moment moment) {
            InstantRange known = last;
            return known != null && isSame(known.moment, moment) ? known : other(moment);
        }

        private InstantRange other(Moment moment) {
            LongRanges now = Objects.requireNonNull(ranges).at(moment);
            boolean decided = now.decidedFrom() <= FieldType.MIN_MICROS && now.decidedTo() >= FieldType.MAX_MICROS;
            InstantRange instants = new InstantRange(moment, decided && now.count() < 2, LAST, FIRST);
            // A range of nothing but the form that far instants share holds no instant that is near.
            if (instants.isWhole
                    && now.count() == 1
                    && now.low(0) <= FieldType.MAX_MICROS
                    && now.high(0) >= FieldType.MIN_MICROS) {
                instants = new InstantRange(
                        moment, true, instant(now.low(0)), instant(now.high(0)).plusNanos(1_000));
            }
            last = instants;
            return instants;
        }

        private static Instant instant(long form) {
            long near = Math.max(FieldType.MIN_MICROS, Math.min(FieldType.MAX_MICROS, form));
            return Objects.requireNonNull(FieldType.INSTANT.ofLong(near));
        }
    }

    @SuppressWarnings("ReferenceEquality") // mostly it is the very same one, and that is asked for every value
    private static boolean isSame(Moment known, Moment asked) {
        return known == asked || known.equals(asked);
    }
}
