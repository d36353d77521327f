package org.sambandh.crm.condition;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import org.sambandh.crm.common.Invalid;
import org.sambandh.crm.common.SegmentId;
import org.sambandh.crm.field.Field;
import org.sambandh.crm.field.Relation;

/**
 * What must hold of a subject: an immutable tree of records, built by {@link Conditions}. Two conditions are equal when
 * they are built alike.
 *
 * <p>A missing value passes no test, and {@link Not} is the plain complement: SQL's third truth value never shows. All
 * of nothing is true, any of nothing is false.
 *
 * @param <S> the subject
 */
public sealed interface Condition<S>
        permits Condition.Always,
                Condition.All,
                Condition.Any,
                Condition.Not,
                Condition.FieldTest,
                Condition.RelatedTest,
                Condition.InSegment {

    /** The deepest tree, in levels. */
    int MAX_DEPTH = 32;

    /** The most nodes of a tree. */
    int MAX_NODES = 1_000;

    /**
     * Returns this condition as an English sentence.
     *
     * @return for example {@code country is IN and at least 1 interaction in the last 30 days where channel is email}
     */
    default String describe() {
        return describe(Locale.ENGLISH);
    }

    /**
     * Returns this condition as a sentence.
     *
     * @param language English, Hindi or one of the host's
     * @return the sentence
     */
    default String describe(Language language) {
        return language.sentence(this);
    }

    /**
     * Returns this condition as a sentence.
     *
     * @param locale English or Hindi; any other language is answered in English
     * @return the sentence
     */
    default String describe(Locale locale) {
        return Sentences.of(locale).sentence(this);
    }

    /**
     * Holds of every subject.
     *
     * @param <S> the subject
     */
    record Always<S>() implements Condition<S> {}

    /**
     * Holds when all of the conditions do.
     *
     * @param conditions the conditions; none makes it true
     * @param <S> the subject
     */
    record All<S>(List<Condition<S>> conditions) implements Condition<S> {

        /**
         * Checks and copies what it is given.
         *
         * @param conditions the conditions; none makes it true
         */
        public All {
            conditions = List.copyOf(conditions);
            Limits.check(conditions);
        }
    }

    /**
     * Holds when any of the conditions does.
     *
     * @param conditions the conditions; none makes it false
     * @param <S> the subject
     */
    record Any<S>(List<Condition<S>> conditions) implements Condition<S> {

        /**
         * Checks and copies what it is given.
         *
         * @param conditions the conditions; none makes it false
         */
        public Any {
            conditions = List.copyOf(conditions);
            Limits.check(conditions);
        }
    }

    /**
     * Holds when the condition does not, missing values included.
     *
     * @param condition the condition
     * @param <S> the subject
     */
    record Not<S>(Condition<S> condition) implements Condition<S> {

        /**
         * Checks and copies what it is given.
         *
         * @param condition the condition
         */
        public Not {
            Limits.check(List.of(condition));
        }
    }

    /**
     * Holds when a value of the field passes the test.
     *
     * @param field the field
     * @param test the test
     * @param <S> the subject
     * @param <V> one element of the field
     */
    record FieldTest<S, V>(Field<S, V> field, ValueTest<V> test) implements Condition<S> {

        /**
         * Checks and copies what it is given.
         *
         * @param field the field
         * @param test the test
         */
        public FieldTest {
            test.checkAgainst(field.name(), field.type());
        }
    }

    /**
     * Holds when a measure over the related facts that match passes the test.
     *
     * @param relation which facts
     * @param where what must hold of a fact; must not name related facts itself
     * @param window when it must have happened; facts later than the moment are never seen
     * @param measure what is measured
     * @param test what the measure must pass; over no facts count and sum are 0, the other measures are missing
     * @param <S> the subject
     * @param <R> one fact
     */
    record RelatedTest<S, R>(
            Relation<S, R> relation, Condition<R> where, Window window, Measure<R> measure, ValueTest<BigDecimal> test)
            implements Condition<S> {

        /**
         * Checks and copies what it is given.
         *
         * @param relation which facts
         * @param where what must hold of a fact; must not name related facts itself
         * @param window when it must have happened; facts later than the moment are never seen
         * @param measure what is measured
         * @param test what the measure must pass; over no facts count and sum are 0, the other measures are missing
         */
        public RelatedTest {
            if (Limits.namesRelated(where)) {
                throw new Invalid(relation.name(), "conditions on related facts nest one deep");
            }
            if (relation instanceof Relation.ToOne) {
                throw new Invalid(relation.name(), "a reference is tested with a path field, not counted");
            }
            if (!(window instanceof Window.Ever) && relation.time().isEmpty()) {
                throw new Invalid(relation.name(), "these facts have no time; only the window 'ever' fits");
            }
            test.checkAgainst(relation.name() + "." + measure.kind().name().toLowerCase(Locale.ROOT), Measure.TYPE);
            Limits.check(List.of(where));
        }
    }

    /**
     * Holds when the subject is a stored member of a segment, as of the segment's last evaluation.
     *
     * @param segment the segment
     * @param <S> the subject
     */
    record InSegment<S>(SegmentId segment) implements Condition<S> {}
}
