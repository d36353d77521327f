package org.sambandh.crm.scoring;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import org.sambandh.crm.common.Moment;
import org.sambandh.crm.field.FieldType;

/** What is left at one moment of points of many ages, scaled by {@link Decay#FACTOR_SCALE}. Not safe for concurrent use. */
interface Shares {

    /** What is left of a fact that happened not later than the moment, in microseconds since 1970. */
    long left(long happened);

    static Shares of(Decay decay, Moment moment) {
        return decay.kind() == Decay.Kind.HALF_LIFE ? new ByHalves(decay, moment) : new InALine(decay, moment);
    }

    /** By whole days, each computed once. */
    final class ByHalves implements Shares {

        /** After so many half-lives less is left than half a unit of the last decimal. */
        private static final long GONE = 41;

        private static final long UNKNOWN = -1;
        private static final long DAY = 86_400_000_000L;

        private final Decay decay;
        private final long at;
        private final long gone;
        private long[] known = {};

        ByHalves(Decay decay, Moment moment) {
            this.decay = decay;
            this.at = FieldType.INSTANT.toLong(moment.at());
            this.gone = GONE * decay.amount().longValueExact();
        }

        @Override
        public long left(long happened) {
            // The distance may be twice what a long holds, but it is never negative.
            long days = Long.divideUnsigned(at - happened, DAY);
            if (days >= gone) {
                return 0;
            }
            int day = (int) days;
            if (day >= known.length) {
                int size = known.length;
                known = Arrays.copyOf(known, day + day / 2 + 1);
                Arrays.fill(known, size, known.length, UNKNOWN);
            }
            if (known[day] == UNKNOWN) {
                known[day] = decay.shareAfter(day);
            }
            return known[day];
        }
    }

    /**
     * By calendar months.
     *
     * @param decay the decay
     * @param moment the moment
     */
    record InALine(Decay decay, Moment moment) implements Shares {

        @Override
        public long left(long happened) {
            Instant event = Instant.EPOCH.plus(happened, ChronoUnit.MICROS);
            return decay.factor(event, moment)
                    .setScale(Decay.FACTOR_SCALE)
                    .unscaledValue()
                    .longValueExact();
        }
    }
}
