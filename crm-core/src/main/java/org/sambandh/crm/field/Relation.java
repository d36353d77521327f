package org.sambandh.crm.field;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.sambandh.crm.common.Invalid;

/**
 * Names the facts that belong to a subject: the interactions of a customer, the contact points inside one.
 *
 * <p>Equal are relations of the same subject, name and fact.
 *
 * @param <S> the subject
 * @param <R> one fact
 */
public sealed interface Relation<S, R> permits Relation.Join, Relation.Parts, Relation.ToOne {

    /** {@return the name within the subject} */
    String name();

    /** {@return the subject} */
    Class<S> subject();

    /** {@return the class of one fact} */
    Class<R> fact();

    /** {@return the field that says when a fact happened, which windows look at; nothing if facts have no time} */
    Optional<Field.One<R, Instant>> time();

    /**
     * Returns a relation to facts whose key equals the subject's key, compared by their text forms.
     *
     * @param name the name within the subject
     * @param subjectKey a field of the subject, usually its id
     * @param factKey a field of the fact; with several elements, any of them
     * @param <S> the subject
     * @param <R> one fact
     * @return the relation, without a time
     */
    static <S, R> Join<S, R> join(String name, Field.One<S, ?> subjectKey, Field<R, ?> factKey) {
        return new Join<>(name, subjectKey, factKey, null);
    }

    /**
     * Returns a relation to parts inside the subject.
     *
     * @param name the name within the subject
     * @param subject the subject
     * @param part the class of one part
     * @param reader returns the parts; pure
     * @param <S> the subject
     * @param <R> one part
     * @return the relation, without a time
     */
    static <S, R> Parts<S, R> parts(String name, Class<S> subject, Class<R> part, Function<S, List<R>> reader) {
        return new Parts<>(name, subject, part, reader, null);
    }

    /**
     * Facts in a repository of their own, found by an equal key.
     *
     * @param name the name within the subject
     * @param subjectKey the key of the subject
     * @param factKey the key of the fact
     * @param timeField when a fact happened, or null
     * @param <S> the subject
     * @param <R> one fact
     */
    record Join<S, R>(
            String name, Field.One<S, ?> subjectKey, Field<R, ?> factKey, Field.@Nullable One<R, Instant> timeField)
            implements Relation<S, R> {

        /**
         * Checks and copies what it is given.
         *
         * @param name the name within the subject
         * @param subjectKey the key of the subject
         * @param factKey the key of the fact
         * @param timeField when a fact happened, or null
         */
        public Join {
            if (subjectKey.type().isLong() || factKey.type().isLong() || factKey instanceof Field.Path) {
                throw new Invalid(name, "a relation joins texts, codes or ids that stand in the two entities");
            }
        }

        /**
         * Returns this relation with a time.
         *
         * @param field when a fact happened
         * @return the relation
         */
        public Join<S, R> at(Field.One<R, Instant> field) {
            return new Join<>(name, subjectKey, factKey, field);
        }

        @Override
        public Class<S> subject() {
            return subjectKey.subject();
        }

        @Override
        public Class<R> fact() {
            return factKey.subject();
        }

        @Override
        public Optional<Field.One<R, Instant>> time() {
            return Optional.ofNullable(timeField);
        }
    }

    /**
     * Parts inside the subject.
     *
     * @param name the name within the subject
     * @param subject the subject
     * @param fact the class of one part
     * @param reader returns the parts
     * @param timeField when a part happened, or null
     * @param <S> the subject
     * @param <R> one part
     */
    record Parts<S, R>(
            String name,
            Class<S> subject,
            Class<R> fact,
            Function<S, List<R>> reader,
            Field.@Nullable One<R, Instant> timeField)
            implements Relation<S, R> {

        /**
         * Returns this relation with a time.
         *
         * @param field when a part happened
         * @return the relation
         */
        public Parts<S, R> at(Field.One<R, Instant> field) {
            return new Parts<>(name, subject, fact, reader, field);
        }

        @Override
        public Optional<Field.One<R, Instant>> time() {
            return Optional.ofNullable(timeField);
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Parts<?, ?> that
                    && name.equals(that.name)
                    && subject == that.subject
                    && fact == that.fact;
        }

        @Override
        public int hashCode() {
            return 31 * subject.hashCode() + name.hashCode();
        }
    }

    /**
     * The one entity a reference names.
     *
     * @param reference the reference
     * @param <S> the subject
     * @param <R> the other entity
     */
    record ToOne<S, R>(Field.Reference<S, ?, R> reference) implements Relation<S, R> {

        @Override
        public String name() {
            return reference.name();
        }

        @Override
        public Class<S> subject() {
            return reference.subject();
        }

        @Override
        public Class<R> fact() {
            return reference.target();
        }

        @Override
        public Optional<Field.One<R, Instant>> time() {
            return Optional.empty();
        }
    }
}
