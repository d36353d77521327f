package org.sambandh.crm.condition;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import org.sambandh.crm.common.SegmentId;
import org.sambandh.crm.field.Field;
import org.sambandh.crm.field.Relation;

/** Builds conditions. Made to be imported statically. */
public final class Conditions {

    private Conditions() {}

    /**
     * Holds of every subject.
     *
     * @param <S> the subject
     * @return the condition
     */
    public static <S> Condition<S> always() {
        return new Condition.Always<>();
    }

    /**
     * Holds when a value of the field passes the test.
     *
     * @param field the field
     * @param test the test
     * @param <S> the subject
     * @param <V> one element of the field
     * @return the condition
     * @throws org.sambandh.crm.common.Invalid if the test does not suit the type of the field
     */
    public static <S, V> Condition<S> where(Field<S, V> field, ValueTest<V> test) {
        return new Condition.FieldTest<>(field, test);
    }

    /**
     * Holds when all conditions do; all of nothing is true.
     *
     * @param conditions the conditions
     * @param <S> the subject
     * @return the condition
     */
    @SafeVarargs
    @SuppressWarnings("varargs")
    public static <S> Condition<S> all(Condition<S>... conditions) {
        return new Condition.All<>(Arrays.asList(conditions));
    }

    /**
     * Holds when all conditions do; all of nothing is true.
     *
     * @param conditions the conditions
     * @param <S> the subject
     * @return the condition
     */
    public static <S> Condition<S> all(List<Condition<S>> conditions) {
        return new Condition.All<>(conditions);
    }

    /**
     * Holds when any condition does; any of nothing is false.
     *
     * @param conditions the conditions
     * @param <S> the subject
     * @return the condition
     */
    @SafeVarargs
    @SuppressWarnings("varargs")
    public static <S> Condition<S> any(Condition<S>... conditions) {
        return new Condition.Any<>(Arrays.asList(conditions));
    }

    /**
     * Holds when any condition does; any of nothing is false.
     *
     * @param conditions the conditions
     * @param <S> the subject
     * @return the condition
     */
    public static <S> Condition<S> any(List<Condition<S>> conditions) {
        return new Condition.Any<>(conditions);
    }

    /**
     * Holds when the condition does not; true where a tested value is missing.
     *
     * @param condition the condition
     * @param <S> the subject
     * @return the condition
     */
    public static <S> Condition<S> not(Condition<S> condition) {
        return new Condition.Not<>(condition);
    }

    /**
     * Counts related facts.
     *
     * @param relation which facts
     * @param where what must hold of a fact
     * @param window when it must have happened
     * @param test what the count must pass; 0 over none
     * @param <S> the subject
     * @param <R> one fact
     * @return the condition
     */
    public static <S, R> Condition<S> count(
            Relation<S, R> relation, Condition<R> where, Window window, ValueTest<BigDecimal> test) {
        return new Condition.RelatedTest<>(relation, where, window, new Measure<>(Measure.Kind.COUNT, null), test);
    }

    /**
     * Counts all related facts within a window.
     *
     * @param relation which facts
     * @param window when they must have happened
     * @param test what the count must pass; 0 over none
     * @param <S> the subject
     * @param <R> one fact
     * @return the condition
     */
    public static <S, R> Condition<S> count(Relation<S, R> relation, Window window, ValueTest<BigDecimal> test) {
        return count(relation, always(), window, test);
    }

    /**
     * Measures a number of related facts.
     *
     * @param kind sum, smallest, largest or mean
     * @param field the number
     * @param relation which facts
     * @param where what must hold of a fact
     * @param window when it must have happened
     * @param test what the measure must pass
     * @param <S> the subject
     * @param <R> one fact
     * @return the condition
     */
    public static <S, R> Condition<S> measure(
            Measure.Kind kind,
            Field<R, BigDecimal> field,
            Relation<S, R> relation,
            Condition<R> where,
            Window window,
            ValueTest<BigDecimal> test) {
        return new Condition.RelatedTest<>(relation, where, window, new Measure<>(kind, field), test);
    }

    /**
     * Adds up a number of related facts; 0 over none.
     *
     * @param field the number
     * @param relation which facts
     * @param where what must hold of a fact
     * @param window when it must have happened
     * @param test what the sum must pass
     * @param <S> the subject
     * @param <R> one fact
     * @return the condition
     */
    public static <S, R> Condition<S> sum(
            Field<R, BigDecimal> field,
            Relation<S, R> relation,
            Condition<R> where,
            Window window,
            ValueTest<BigDecimal> test) {
        return measure(Measure.Kind.SUM, field, relation, where, window, test);
    }

    /**
     * Holds when the subject is a stored member of a segment.
     *
     * @param segment the segment
     * @param <S> the subject
     * @return the condition
     */
    public static <S> Condition<S> inSegment(SegmentId segment) {
        return new Condition.InSegment<>(segment);
    }
}
