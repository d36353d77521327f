package org.sambandh.crm.table;

import java.math.BigDecimal;
import org.sambandh.crm.common.Invalid;
import org.sambandh.crm.field.Field;
import org.sambandh.crm.field.FieldType;

/**
 * What the values of one field come to in each group. Exact: sums are of any size, and missing values take no part. Money
 * is measured where its currency is a key ({@link TableKey#currencyOf}).
 *
 * @param kind how
 * @param field a field with one value at most
 * @param share which quantile, from 0 (the smallest) to 1 (the largest); 0 for other kinds
 * @param <S> the subject
 */
public record TableMeasure<S>(Kind kind, Field<S, ?> field, BigDecimal share) {

    private static final int MOST_DECIMALS = 18;

    /** The kinds of measures. */
    public enum Kind {
        /** How many subjects have a value: a {@code Long}. */
        PRESENT,
        /** The sum of numbers or amounts: a {@code BigDecimal}, 0 over none. */
        SUM,
        /** The smallest value, of the field's own class, amounts as {@code BigDecimal}; null over none. */
        MIN,
        /** The largest value; null over none. */
        MAX,
        /**
         * The arithmetic mean of numbers or amounts: a {@code BigDecimal} with nine decimals, rounded half to even; null over
         * none.
         */
        AVERAGE,
        /**
         * The smallest value that at least the share of all values does not exceed (nearest rank): always one that occurs, so
         * that days and instants have quantiles too; null over none.
         */
        QUANTILE,
        /** How many different values: a {@code Long}. */
        DISTINCT
    }

    /**
     * Checks what it is given.
     *
     * @param kind how
     * @param field a field with one value at most
     * @param share which quantile, from 0 (the smallest) to 1 (the largest); 0 for other kinds
     */
    public TableMeasure {
        checkOne(field);
        FieldType.Kind type = field.type().kind();
        boolean adds = type == FieldType.Kind.NUMBER || type == FieldType.Kind.MONEY;
        boolean fits = switch (kind) {
            case PRESENT, DISTINCT -> true;
            case SUM, AVERAGE -> adds;
            case MIN, MAX, QUANTILE -> field.type().isOrdered();
        };
        if (!fits) {
            throw new Invalid(field.name(), "a " + field.type() + " has no " + kind);
        }
        if (share.signum() < 0
                || Math.abs((long) share.scale()) > MOST_DECIMALS
                || share.compareTo(BigDecimal.ONE) > 0) {
            throw noShare(field);
        }
    }

    /**
     * Returns a measure that is no quantile.
     *
     * @param kind how
     * @param field a field with one value at most
     * @param <S> the subject
     * @return the measure
     */
    public static <S> TableMeasure<S> of(Kind kind, Field<S, ?> field) {
        return new TableMeasure<>(kind, field, BigDecimal.ZERO);
    }

    /**
     * Returns a quantile by nearest rank.
     *
     * @param field a field with one value at most
     * @param share from 0 to 1, at most 18 decimals; 0.5 is the median
     * @param <S> the subject
     * @return the measure
     * @throws Invalid if the share is no such number, or the field has no order
     */
    public static <S> TableMeasure<S> quantile(Field<S, ?> field, String share) {
        try {
            return new TableMeasure<>(Kind.QUANTILE, field, new BigDecimal(share));
        } catch (NumberFormatException e) {
            throw noShare(field);
        }
    }

    private static Invalid noShare(Field<?, ?> field) {
        return new Invalid(field.name(), "a quantile has a share from 0 to 1, at most " + MOST_DECIMALS + " decimals");
    }

    static void checkOne(Field<?, ?> field) {
        if (field.isMany()) {
            throw new Invalid(field.name(), "a field with one value at most");
        }
    }
}
