package org.sambandh.crm.reporting;

import java.util.Currency;
import org.jspecify.annotations.Nullable;
import org.sambandh.crm.common.Invalid;

/**
 * One column of a result: what it is called and how its cells are read.
 *
 * @param name unique in its table and the same in every language: {@code stage}, {@code amount.INR}
 * @param label what it is called
 * @param role whether rows are told apart by it, or it was measured
 * @param unit what its cells are
 * @param currency the currency of a {@code MONEY} column, null for every other
 */
public record Column(
        String name,
        Label label,
        Role role,
        Unit unit,
        @Nullable Currency currency) {

    /** What a column is there for. */
    public enum Role {
        /** What a row is about: a stage, a month. */
        DIMENSION,
        /** What was measured of it: a count, an amount. */
        MEASURE
    }

    /** What the cells of a column are. {@link Cell.NoData} may stand in every column. */
    public enum Unit {
        /** Words: {@link Cell.Text}, or {@link Cell.Named} where there are words for a key. */
        TEXT,
        /** A whole number of things: {@link Cell.Numeric} without decimals. */
        COUNT,
        /** A plain decimal: {@link Cell.Numeric}. */
        NUMBER,
        /** Amounts in the currency of the column: {@link Cell.Amount}. */
        MONEY,
        /** A share of a whole: {@link Cell.Ratio}, where 1 is 100 %. */
        PERCENT,
        /** Days of 24 hours, or calendar days: {@link Cell.Numeric}, may have decimals. */
        DAYS,
        /** A day: {@link Cell.Day}. */
        DATE,
        /** An instant: {@link Cell.Time}. */
        INSTANT,
        /** A day, week, month, quarter or year: {@link Cell.Period}. */
        PERIOD,
        /** From one number to another: {@link Cell.Band}. */
        BAND
    }

    /**
     * Checks that a column has a currency exactly if it holds money.
     *
     * @param name unique in its table and the same in every language: {@code stage}, {@code amount.INR}
     * @param label what it is called
     * @param role whether rows are told apart by it, or it was measured
     * @param unit what its cells are
     * @param currency the currency of a {@code MONEY} column, null for every other
     * @throws Invalid if it has a currency and holds no money, or the other way round
     */
    public Column {
        if ((unit == Unit.MONEY) != (currency != null)) {
            throw new Invalid("column." + name, "a currency for money, and for nothing else");
        }
    }

    /**
     * Returns whether it is a measure.
     *
     * @return false for a dimension
     */
    public boolean isMeasure() {
        return role == Role.MEASURE;
    }
}
