package org.sambandh.crm.ticket;

import java.time.Duration;
import org.sambandh.crm.common.Invalid;

/** When a step is to be taken, counted in the working time of the clock it belongs to. Holds move it like the deadline. */
public sealed interface EscalationPoint {

    /**
     * When a share of the target is used up.
     *
     * @param percent 1 to 1,000; 100 is the deadline
     */
    record AtPercent(int percent) implements EscalationPoint {

        /**
         * Checks and copies what it is given.
         *
         * @param percent 1 to 1,000; 100 is the deadline
         */
        public AtPercent {
            if (percent < 1 || percent > 1_000) {
                throw new Invalid("escalation.percent", "1 to 1000, found " + percent);
            }
        }

        @Override
        public Duration of(Duration target) {
            return target.multipliedBy(percent).dividedBy(100);
        }
    }

    /**
     * Some working time before the deadline; at the start where the target is shorter.
     *
     * @param time not negative
     */
    record Before(Duration time) implements EscalationPoint {

        /**
         * Checks and copies what it is given.
         *
         * @param time not negative
         */
        public Before {
            refuseNegative(time);
        }

        @Override
        public Duration of(Duration target) {
            return target.compareTo(time) <= 0 ? Duration.ZERO : target.minus(time);
        }
    }

    /**
     * Some working time after the deadline.
     *
     * @param time not negative
     */
    record After(Duration time) implements EscalationPoint {

        /**
         * Checks and copies what it is given.
         *
         * @param time not negative
         */
        public After {
            refuseNegative(time);
        }

        @Override
        public Duration of(Duration target) {
            return target.plus(time);
        }
    }

    /**
     * Returns how much working time is used up when the step is to be taken.
     *
     * @param target working time until the deadline
     * @return working time, not negative
     */
    Duration of(Duration target);

    private static void refuseNegative(Duration time) {
        if (time.isNegative() || time.compareTo(Duration.ofDays(3_650)) > 0) {
            throw new Invalid("escalation.time", "0 to 3650 days, found " + time);
        }
    }
}
