package org.sambandh.crm.pipeline;

import java.time.LocalDate;
import java.time.Period;
import org.sambandh.crm.common.Invalid;

/** How often a line is paid. */
public sealed interface Billing permits Billing.OneTime, Billing.Recurring {

    /** {@return how many times the price is paid: 1 for one time, else the term} */
    int times();

    /** {@return paid once} */
    static Billing oneTime() {
        return new OneTime();
    }

    /**
     * Returns paid again and again.
     *
     * @param period how often, for example each month
     * @param term how many periods were agreed
     * @return the billing
     */
    static Billing recurring(Period period, int term) {
        return new Recurring(period, term);
    }

    /** Paid once. */
    record OneTime() implements Billing {
        @Override
        public int times() {
            return 1;
        }
    }

    /**
     * Paid again and again. The unit price is the price of one period; the line counts all periods of the term.
     *
     * @param period how often: longer than zero, at most ten years
     * @param term how many periods were agreed, 1 to 1,200
     */
    record Recurring(Period period, int term) implements Billing {

        /**
         * Checks period and term.
         *
         * @param period how often: longer than zero, at most ten years
         * @param term how many periods were agreed, 1 to 1,200
         */
        public Recurring {
            LocalDate start = LocalDate.EPOCH;
            boolean tooLong = period.toTotalMonths() > 120 || start.plus(period).isAfter(start.plusYears(10));
            if (period.isZero() || period.isNegative() || tooLong) {
                throw new Invalid("billing.period", "longer than zero, at most ten years, found " + period);
            }
            if (term < 1 || term > 1_200) {
                throw new Invalid("billing.term", "1 to 1200 periods, found " + term);
            }
        }

        @Override
        public int times() {
            return term;
        }
    }
}
