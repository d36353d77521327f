package org.sambandh.crm.condition;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.sambandh.crm.common.Invalid;
import org.sambandh.crm.field.Field;
import org.sambandh.crm.field.FieldType;

/**
 * What is measured over related facts. Exact: an average is never divided out, {@code average >= x} is asked as
 * {@code sum >= x * count}.
 *
 * @param kind how
 * @param field the number measured, null exactly for a count; missing values do not take part
 * @param <R> one fact
 */
public record Measure<R>(Kind kind, @Nullable Field<R, BigDecimal> field) {

    /** The type of every measure: a decimal. */
    static final FieldType<BigDecimal> TYPE = FieldType.number(9);

    /** The kinds of measures. */
    public enum Kind {
        /** How many facts; 0 over none. */
        COUNT,
        /** The sum; 0 over none. */
        SUM,
        /** The smallest; missing over none. */
        MIN,
        /** The largest; missing over none. */
        MAX,
        /** The arithmetic mean; missing over none. */
        AVERAGE
    }

    /**
     * Checks and copies what it is given.
     *
     * @param kind how
     * @param field the number measured, null exactly for a count; missing values do not take part
     */
    public Measure {
        if ((kind == Kind.COUNT) != (field == null)) {
            throw new Invalid(
                    "measure", kind == Kind.COUNT ? "a count needs no field" : kind + " needs a number field");
        }
        if (field != null && field.type().kind() != FieldType.Kind.NUMBER) {
            throw new Invalid("measure", "a number field is expected, found " + field.type());
        }
    }
}
