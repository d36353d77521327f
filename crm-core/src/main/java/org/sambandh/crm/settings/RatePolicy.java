package org.sambandh.crm.settings;

import java.time.LocalDate;

/**
 * On which day's rates an amount is converted. A converted figure always names its policy ({@code toString}), because two
 * policies give two right answers.
 */
public sealed interface RatePolicy {

    /** The rates of the day the deal was closed: what it was worth when it was won. */
    RatePolicy ON_CLOSE = new OnClose();

    /** The rates of the day the amount was booked: what the books say. */
    RatePolicy ON_BOOKING = new OnBooking();

    /**
     * Returns the rates of one day for every amount: figures of different days can be compared.
     *
     * @param date the day
     * @return the policy
     */
    static RatePolicy asOf(LocalDate date) {
        return new AsOf(date);
    }

    /**
     * Returns the day whose rates count.
     *
     * @param closed when the deal was closed, or is expected to be
     * @param booked when the amount was booked
     * @return one of the two, or the fixed day
     */
    LocalDate day(LocalDate closed, LocalDate booked);

    /** The rates of the day of the close. */
    record OnClose() implements RatePolicy {
        @Override
        public LocalDate day(LocalDate closed, LocalDate booked) {
            return closed;
        }

        /** Returns {@code ON_CLOSE}. */
        @Override
        public String toString() {
            return "ON_CLOSE";
        }
    }

    /** The rates of the day of the booking. */
    record OnBooking() implements RatePolicy {
        @Override
        public LocalDate day(LocalDate closed, LocalDate booked) {
            return booked;
        }

        /** Returns {@code ON_BOOKING}. */
        @Override
        public String toString() {
            return "ON_BOOKING";
        }
    }

    /**
     * The rates of one day.
     *
     * @param date the day
     */
    record AsOf(LocalDate date) implements RatePolicy {
        @Override
        public LocalDate day(LocalDate closed, LocalDate booked) {
            return date;
        }

        /** Returns {@code AS_OF} and the day: {@code AS_OF 2026-03-31}. */
        @Override
        public String toString() {
            return "AS_OF " + date;
        }
    }
}
