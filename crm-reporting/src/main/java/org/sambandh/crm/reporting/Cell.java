package org.sambandh.crm.reporting;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.sambandh.crm.common.Invalid;
import org.sambandh.crm.common.Money;

/** One value of a result, typed, so that a renderer formats it for its reader and a sheet can calculate with it. */
public sealed interface Cell {

    /**
     * Text as it is stored: a source, a code of the tenant's own. It may come from outside: a renderer must escape it.
     *
     * @param text not blank
     */
    record Text(String text) implements Cell {}

    /**
     * A value that has words beside its key: a stage, an outcome, a colleague, the total, the rest of a list. The words may
     * come from outside: a renderer must escape them.
     *
     * @param key the value as it is stored, the same in every language; {@code #other} and {@code #total} for our own
     * @param label what it is called
     */
    record Named(String key, Label label) implements Cell {

        /** The key of the row that holds what a list of the first few left out. */
        public static final String OTHER = "#other";

        /** The key of the row of totals. */
        public static final String TOTAL = "#total";
    }

    /**
     * A number: a count where the unit of the column is {@code COUNT}, days where it is {@code DAYS}.
     *
     * @param value exact for counts and sums; averages have six decimals at most
     */
    record Numeric(BigDecimal value) implements Cell {}

    /**
     * An amount, in the currency of its column.
     *
     * @param money in the decimals of the currency; the rows of a sum add up to its total exactly
     */
    record Amount(Money money) implements Cell {}

    /**
     * A share: part / whole.
     *
     * @param value six decimals, half up; 0.631501 is 63.1501 %
     * @param part what was counted or added up
     * @param whole of what; not zero
     * @param interval where the true share lies, for shares of counts; null for shares of amounts
     */
    record Ratio(
            BigDecimal value,
            BigDecimal part,
            BigDecimal whole,
            @Nullable Interval interval) implements Cell {

        /**
         * Refuses a division by nothing: that is {@link NoData}.
         *
         * @param value six decimals, half up; 0.631501 is 63.1501 %
         * @param part what was counted or added up
         * @param whole of what; not zero
         * @param interval where the true share lies, for shares of counts; null for shares of amounts
         * @throws Invalid if the whole is zero
         */
        public Ratio {
            if (whole.signum() == 0) {
                throw new Invalid("ratio.whole", "not zero; a share of nothing is no data");
            }
        }
    }

    /**
     * Where a share lies with 95 % confidence.
     *
     * @param low from 0, six decimals
     * @param high to 1, six decimals
     */
    record Interval(BigDecimal low, BigDecimal high) {}

    /**
     * A day, week, month, quarter or year.
     *
     * @param bucket which of them; tells a renderer how to name it
     * @param first its first day
     * @param last its last day, still inside
     * @param name a name that is the same in every language: {@code 2017-03-05}, {@code 2017-W09}, {@code 2017-03},
     *     {@code 2017-Q1}, {@code 2017}, and for fiscal units as the tenant's calendar names them, {@code FY 2016-17 Q4}
     */
    record Period(TimeBucket bucket, LocalDate first, LocalDate last, String name) implements Cell {}

    /**
     * A day.
     *
     * @param date the day
     */
    record Day(LocalDate date) implements Cell {}

    /**
     * An instant, to be shown in the zone of the table.
     *
     * @param at the instant
     */
    record Time(Instant at) implements Cell {}

    /**
     * Numbers from one to below another.
     *
     * @param from the least number inside; null for no lower end
     * @param below the least number above it; null for no upper end
     */
    record Band(@Nullable BigDecimal from, @Nullable BigDecimal below) implements Cell {}

    /**
     * There is no value, and no number stands for it.
     *
     * @param why what is missing
     */
    record NoData(Reason why) implements Cell {

        /** What is missing. */
        public enum Reason {
            /** The subjects of this row have no value in this dimension. */
            NO_VALUE,
            /** Nothing was there to be averaged, compared or divided by. */
            NOTHING_MEASURED,
            /** It has no meaning for this row: an average in a column of another kind. */
            NOT_APPLICABLE
        }

        /** No value in a dimension. */
        public static final NoData NO_VALUE = new NoData(Reason.NO_VALUE);

        /** A measure over nothing. */
        public static final NoData NOTHING_MEASURED = new NoData(Reason.NOTHING_MEASURED);

        /** No meaning in this row. */
        public static final NoData NOT_APPLICABLE = new NoData(Reason.NOT_APPLICABLE);
    }
}
