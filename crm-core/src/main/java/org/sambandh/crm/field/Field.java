package org.sambandh.crm.field;

import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;
import org.sambandh.crm.common.Id;
import org.sambandh.crm.common.Invalid;

/**
 * A typed, named property of a subject: what conditions, scores, imports, reports and erasure name, and nothing else.
 *
 * <p>{@link One} holds at most one value, {@link Many} any number, {@link Path} is a field of another entity reached
 * over references. Equal are fields of the same subject, name, type and multiplicity. A field never depends on the
 * clock: an age is a date tested against a moment.
 *
 * @param <S> the subject
 * @param <V> the class of <em>one</em> element
 */
public abstract sealed class Field<S, V> permits Field.One, Field.Many, Field.Path {

    private final Class<S> subject;
    private final String name;
    private final FieldType<V> type;
    private final FieldTraits traits;

    private Field(Class<S> subject, String name, FieldType<V> type, FieldTraits traits) {
        this.subject = subject;
        this.name = name;
        this.type = type;
        this.traits = traits;
    }

    /**
     * Returns a field with at most one value.
     *
     * @param subject the subject
     * @param name its name within the subject, in lower camel case, without a dot
     * @param type the type of the value
     * @param reader returns the value, or null where it is missing; pure
     * @param <S> the subject
     * @param <V> the value
     * @return the field
     */
    public static <S, V> One<S, V> one(
            Class<S> subject, String name, FieldType<V> type, Function<? super S, ? extends @Nullable V> reader) {
        Access<S, V> access = Access.of(name, type, reader);
        return new One<>(subject, FieldTraits.checkName(name), type, FieldTraits.NONE, access);
    }

    /**
     * Returns a field with at most one value, read from an accessor that returns an {@code Optional}.
     *
     * @param subject the subject
     * @param name its name within the subject
     * @param type the type of the value
     * @param reader returns the value, or nothing; pure
     * @param <S> the subject
     * @param <V> the value
     * @return the field
     */
    public static <S, V> One<S, V> optional(
            Class<S> subject, String name, FieldType<V> type, Function<? super S, Optional<V>> reader) {
        return one(subject, name, type, s -> reader.apply(s).orElse(null));
    }

    /**
     * Returns a field with at most one value, which the subject holds as a number: no object is made to test it.
     *
     * @param subject the subject
     * @param name its name within the subject
     * @param type the type of the value: number, boolean, date or instant
     * @param reader returns its {@code long} form as {@link FieldType} has it, {@link FieldType#MISSING} for none; pure
     * @param <S> the subject
     * @param <V> the value
     * @return the field
     */
    public static <S, V> One<S, V> ofLong(
            Class<S> subject, String name, FieldType<V> type, ToLongFunction<? super S> reader) {
        return one(subject, name, type, s -> type.ofLong(reader.applyAsLong(s))).readAsLong(reader);
    }

    /**
     * Returns a field with any number of values.
     *
     * @param subject the subject
     * @param name its name within the subject
     * @param type the type of one element
     * @param reader returns the elements; pure
     * @param <S> the subject
     * @param <V> one element
     * @return the field
     */
    public static <S, V> Many<S, V> many(
            Class<S> subject, String name, FieldType<V> type, Function<? super S, ? extends Collection<V>> reader) {
        return new Many<>(subject, FieldTraits.checkName(name), type, FieldTraits.NONE, reader);
    }

    /**
     * Returns a field that names at most one other entity, from which path fields start.
     *
     * @param subject the subject
     * @param name its name within the subject
     * @param type the id type of the other entity
     * @param target the other entity
     * @param reader returns its id, or nothing; pure
     * @param <S> the subject
     * @param <I> the id type of the other entity
     * @param <R> the other entity
     * @return the field
     */
    public static <S, I extends Id, R> Reference<S, I, R> reference(
            Class<S> subject,
            String name,
            FieldType<I> type,
            Class<R> target,
            Function<? super S, Optional<I>> reader) {
        Access<S, I> access = Access.of(name, type, s -> reader.apply(s).orElse(null));
        return new Reference<>(subject, FieldTraits.checkName(name), type, FieldTraits.NONE, access, target);
    }

    /**
     * Returns a host's own property with at most one value, kept in the attributes of the subject.
     *
     * @param subject the subject
     * @param name its name: the key in the attributes
     * @param type text, boolean, number, date, instant or money
     * @param <S> the subject
     * @param <V> the value
     * @return the field; it can be written
     * @throws Invalid if attributes cannot hold the type
     */
    public static <S extends HasAttributes<S>, V> One<S, V> attribute(
            Class<S> subject, String name, FieldType<V> type) {
        Attributes.checkType(name, type);
        Access<S, V> access = Access.of(name, type, s -> s.attributes().one(name, type));
        return new One<>(subject, FieldTraits.checkName(name), type, FieldTraits.ATTRIBUTE, access)
                .writtenBy((s, value) -> s.withAttributes(s.attributes().with(name, type, value)));
    }

    /**
     * Returns a host's own property with any number of values, kept in the attributes of the subject.
     *
     * @param subject the subject
     * @param name its name: the key in the attributes
     * @param type text, boolean, number, date, instant or money
     * @param <S> the subject
     * @param <V> one element
     * @return the field
     * @throws Invalid if attributes cannot hold the type
     */
    public static <S extends HasAttributes<S>, V> Many<S, V> attributes(
            Class<S> subject, String name, FieldType<V> type) {
        Attributes.checkType(name, type);
        return many(subject, name, type, s -> s.attributes().many(name, type)).with(FieldTraits.ATTRIBUTE);
    }

    /** {@return the subject} */
    public final Class<S> subject() {
        return subject;
    }

    /** {@return the name within the subject; a path has one dot for each reference} */
    public final String name() {
        return name;
    }

    /** {@return the type of one element} */
    public final FieldType<V> type() {
        return type;
    }

    /** {@return whether it tells something about a person, so that erasure must reach it} */
    public final boolean personal() {
        return traits.personal();
    }

    /** {@return whether a store should find subjects by it without reading them all} */
    public final boolean indexed() {
        return traits.indexed();
    }

    /** {@return whether it is a host's own property, kept in the attributes} */
    public final boolean isAttribute() {
        return traits.attribute();
    }

    /** {@return the words a host gave it, if it did; our own fields have theirs in the property bundles} */
    public final Optional<String> label() {
        return Optional.ofNullable(traits.label());
    }

    final FieldTraits traits() {
        return traits;
    }

    /** {@return whether there can be more than one element} */
    public abstract boolean isMany();

    @Override
    public final boolean equals(@Nullable Object other) {
        return other instanceof Field<?, ?> that
                && subject == that.subject
                && name.equals(that.name)
                && type.equals(that.type)
                && isMany() == that.isMany();
    }

    @Override
    public final int hashCode() {
        return Objects.hash(subject, name);
    }

    /** {@return {@code Subject.name}} */
    @Override
    public final String toString() {
        return subject.getSimpleName() + "." + name;
    }

    /**
     * A field with at most one value.
     *
     * @param <S> the subject
     * @param <V> the value
     */
    public static sealed class One<S, V> extends Field<S, V> permits Reference {

        private final Access<S, V> access;

        private One(Class<S> subject, String name, FieldType<V> type, FieldTraits traits, Access<S, V> access) {
            super(subject, name, type, traits);
            this.access = access;
        }

        /**
         * Returns the value.
         *
         * @param subject the subject
         * @return the value, or null where it is missing
         */
        public @Nullable V get(S subject) {
            return access.reader().apply(subject);
        }

        /**
         * Returns the {@code long} form of the value; for types that have one.
         *
         * @param subject the subject
         * @return the form, {@link FieldType#MISSING} where the value is missing
         */
        public long getLong(S subject) {
            return access.form().applyAsLong(subject);
        }

        /** {@return what {@link #get} calls: for engines, which keep it} */
        public Function<? super S, ? extends @Nullable V> reader() {
            return access.reader();
        }

        /** {@return whether {@link #getLong} is the cheaper way to the value, because the subject holds its {@code long} form} */
        public boolean isReadAsLong() {
            return access.held();
        }

        /** {@return what {@link #getLong} calls: for engines, which keep it} */
        public ToLongFunction<? super S> longReader() {
            return access.form();
        }

        /**
         * Returns this field with a cheaper way to its {@code long} form, where the subject holds something that needs no object.
         *
         * @param reader returns {@code type().toLong(get(subject))}; pure
         * @return the field
         */
        public One<S, V> readAsLong(ToLongFunction<? super S> reader) {
            return new One<>(subject(), name(), type(), traits(), access.readAsLong(reader));
        }

        /** {@return whether {@link #set} works} */
        public boolean isWritable() {
            return access.writer() != null;
        }

        /**
         * Returns the subject with another value.
         *
         * @param subject the subject, left alone
         * @param value the value, or null for none
         * @return a changed copy
         * @throws Invalid if the field cannot be written, or refuses the value
         */
        public S set(S subject, @Nullable V value) {
            return access.write(subject, name(), type().clean(name(), value));
        }

        /** {@return this field, marked as telling something about a person} */
        public One<S, V> asPersonal() {
            return with(traits().asPersonal());
        }

        /** {@return this field, marked as one by which subjects are found} */
        public One<S, V> asIndexed() {
            return with(traits().asIndexed());
        }

        /**
         * Returns this field with words of the host's.
         *
         * @param label the words, for example {@code loyalty tier}
         * @return the field
         */
        public One<S, V> labelled(String label) {
            return with(traits().labelled(label));
        }

        /**
         * Returns this field, writable.
         *
         * @param newWriter returns a copy of the subject with the value, null for none
         * @return the field
         */
        public One<S, V> writtenBy(BiFunction<S, @Nullable V, S> newWriter) {
            return new One<>(subject(), name(), type(), traits(), access.writtenBy(newWriter));
        }

        private One<S, V> with(FieldTraits traits) {
            return new One<>(subject(), name(), type(), traits, access);
        }

        @Override
        public boolean isMany() {
            return false;
        }
    }

    /**
     * A field that names at most one other entity.
     *
     * @param <S> the subject
     * @param <I> the id type of the other entity
     * @param <R> the other entity
     */
    public static final class Reference<S, I extends Id, R> extends One<S, I> {

        private final Class<R> target;

        private Reference(
                Class<S> subject,
                String name,
                FieldType<I> type,
                FieldTraits traits,
                Access<S, I> access,
                Class<R> target) {
            super(subject, name, type, traits, access);
            this.target = target;
        }

        /** {@return the other entity} */
        public Class<R> target() {
            return target;
        }

        /**
         * Returns a field of the other entity as a field of this subject: missing where the reference or the value is.
         *
         * @param field a field of the other entity, itself a path or not
         * @param <V> one element
         * @return the path
         * @throws Invalid if it has more than three references
         */
        public <V> Path<S, V> to(Field<R, V> field) {
            return Path.over(this, field);
        }

        /** {@return the relation that leads from the subject to the other entity} */
        public Relation<S, R> relation() {
            return new Relation.ToOne<>(this);
        }

        @Override
        public Reference<S, I, R> asIndexed() {
            return new Reference<>(subject(), name(), type(), traits().asIndexed(), super.access, target);
        }

        /**
         * {@inheritDoc}
         *
         * @param newWriter returns a copy of the subject with the id, null for none
         */
        @Override
        public Reference<S, I, R> writtenBy(BiFunction<S, @Nullable I, S> newWriter) {
            return new Reference<>(subject(), name(), type(), traits(), super.access.writtenBy(newWriter), target);
        }
    }

    /**
     * A field with any number of values; a test passes when any element passes it.
     *
     * @param <S> the subject
     * @param <V> one element
     */
    public static final class Many<S, V> extends Field<S, V> {

        private final Function<? super S, ? extends Collection<V>> reader;

        private Many(
                Class<S> subject,
                String name,
                FieldType<V> type,
                FieldTraits traits,
                Function<? super S, ? extends Collection<V>> reader) {
            super(subject, name, type, traits);
            this.reader = reader;
        }

        /**
         * Returns the elements.
         *
         * @param subject the subject
         * @return the elements, empty where they are missing
         */
        public Collection<V> get(S subject) {
            return reader.apply(subject);
        }

        /** {@return this field, marked as telling something about a person} */
        public Many<S, V> asPersonal() {
            return with(traits().asPersonal());
        }

        /** {@return this field, marked as one by which subjects are found} */
        public Many<S, V> asIndexed() {
            return with(traits().asIndexed());
        }

        /**
         * Returns this field with words of the host's.
         *
         * @param label the words
         * @return the field
         */
        public Many<S, V> labelled(String label) {
            return with(traits().labelled(label));
        }

        private Many<S, V> with(FieldTraits traits) {
            return new Many<>(subject(), name(), type(), traits, reader);
        }

        @Override
        public boolean isMany() {
            return true;
        }
    }

    /**
     * A field of another entity, reached over one to three references.
     *
     * @param <S> the subject at which it starts
     * @param <V> one element
     */
    public static final class Path<S, V> extends Field<S, V> {

        private final List<Reference<?, ?, ?>> hops;
        private final Field<?, V> target;

        private Path(
                Class<S> subject, String name, FieldTraits traits, List<Reference<?, ?, ?>> hops, Field<?, V> target) {
            super(subject, name, target.type(), traits);
            this.hops = hops;
            this.target = target;
        }

        private static <S, R, V> Path<S, V> over(Reference<S, ?, R> first, Field<R, V> rest) {
            Field<?, V> target = rest instanceof Path<R, V> path ? path.target : rest;
            String name = first.name() + "." + rest.name();
            return new Path<>(first.subject(), name, FieldTraits.of(target), FieldTraits.hops(first, rest), target);
        }

        /** {@return the references, from the subject on} */
        public List<Reference<?, ?, ?>> hops() {
            return hops;
        }

        /** {@return the field at the end} */
        public Field<?, V> target() {
            return target;
        }

        @Override
        public boolean isMany() {
            return target.isMany();
        }
    }
}
