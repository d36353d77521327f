package org.sambandh.crm.reporting;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.sambandh.crm.common.Money;
import org.sambandh.crm.condition.Condition;
import org.sambandh.crm.field.Field;
import org.sambandh.crm.field.FieldType;

/**
 * What is kept for each group, and put together without loss; one or two of them make a measure. Equal parts of several
 * measures are kept once.
 *
 * @param where what must hold of a subject to be in it
 * @param value the number, time or money that is measured; null to count only
 * @param factor what money is multiplied by; null for nothing
 * @param different the field whose different values are counted; null for none
 */
record Part<S>(
        Condition<S> where,
        @Nullable Field<S, ?> value,
        @Nullable Field<S, BigDecimal> factor,
        @Nullable Field<S, ?> different) {

    static <S> Part<S> count(Condition<S> where) {
        return new Part<>(where, null, null, null);
    }

    boolean ofEverything() {
        return where instanceof Condition.Always;
    }

    boolean isMoney() {
        return money() != null;
    }

    @SuppressWarnings("unchecked") // a field of kind MONEY has elements of class Money
    @Nullable
    Field<S, Money> money() {
        return value != null && value.type().kind() == FieldType.Kind.MONEY ? (Field<S, Money>) value : null;
    }

    /** {@return the decimals of the factor} */
    int factorScale() {
        return factor == null ? 0 : factor.type().scale();
    }
}
