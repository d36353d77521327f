package org.sambandh.crm.condition;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.sambandh.crm.common.Invalid;

/**
 * Which related facts are looked at, by the time they happened. Facts later than the moment are never seen. A fact
 * whose time is unknown lies in {@link Ever} only.
 */
public sealed interface Window {

    /** Whenever it happened, up to the moment. */
    record Ever() implements Window {}

    /**
     * From the moment back: [at - length, at], both ends in. A fact leaves one microsecond after its age is reached.
     *
     * @param length more than zero, at most 1,000 years
     */
    record Last(Duration length) implements Window {

        /**
         * Checks and copies what it is given.
         *
         * @param length more than zero, at most 1,000 years
         */
        public Last {
            if (length.isZero() || !Operands.isPlainSpan(length)) {
                throw new Invalid("window", "more than zero, at most 1,000 years, in microseconds, found " + length);
            }
        }
    }

    /**
     * Between two instants, both ends in.
     *
     * @param from the first instant
     * @param to the last instant, not before the first
     */
    record Fixed(Instant from, Instant to) implements Window {

        /**
         * Checks and copies what it is given.
         *
         * @param from the first instant
         * @param to the last instant, not before the first
         */
        public Fixed {
            from = from.truncatedTo(ChronoUnit.MICROS);
            to = to.truncatedTo(ChronoUnit.MICROS);
            if (from.isAfter(to)) {
                throw new Invalid("window", "is empty: " + from + " to " + to);
            }
        }
    }

    /**
     * Returns the window without a beginning.
     *
     * @return the window
     */
    static Window ever() {
        return new Ever();
    }

    /**
     * Returns the window that ends at the moment.
     *
     * @param length how far it reaches back
     * @return the window
     */
    static Window last(Duration length) {
        return new Last(length);
    }

    /**
     * Returns the window between two instants.
     *
     * @param from the first instant
     * @param to the last instant
     * @return the window
     */
    static Window fixed(Instant from, Instant to) {
        return new Fixed(from, to);
    }
}
