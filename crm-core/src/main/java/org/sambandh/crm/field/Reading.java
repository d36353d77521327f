package org.sambandh.crm.field;

/** Another way of reading the fields of a catalogue, see {@link Catalog#readBy}. */
public interface Reading {

    /**
     * Returns a field to be read in its place.
     *
     * @param field a field with at most one value
     * @param <S> the subject
     * @param <V> one element
     * @return an equal field, made by {@link Field#one}; for a reference one made by {@link Field#reference}
     */
    <S, V> Field.One<S, V> one(Field.One<S, V> field);

    /**
     * Returns a field to be read in its place.
     *
     * @param field a field with any number of values
     * @param <S> the subject
     * @param <V> one element
     * @return an equal field, made by {@link Field#many}
     */
    <S, V> Field.Many<S, V> many(Field.Many<S, V> field);

    /**
     * Returns the way to a subject's segment memberships to be used in its place.
     *
     * @param memberships where they are
     * @param <S> the subject
     * @param <M> one period
     * @return where they are
     */
    <S, M> Memberships<S, M> memberships(Memberships<S, M> memberships);

    /**
     * Returns a field to be read in its place, by its kind.
     *
     * @param field any field but a path
     * @param <S> the subject
     * @param <V> one element
     * @return an equal field
     */
    default <S, V> Field<S, V> field(Field<S, V> field) {
        if (field instanceof Field.One<S, V> one) {
            return one(one);
        }
        return field instanceof Field.Many<S, V> many ? many(many) : field;
    }

    /**
     * Returns a relation whose time is read in this way.
     *
     * @param relation any relation
     * @param <S> the subject
     * @param <R> one fact
     * @return an equal relation, with the keys as they were
     */
    default <S, R> Relation<S, R> relation(Relation<S, R> relation) {
        if (relation instanceof Relation.Join<S, R> join && join.timeField() != null) {
            return join.at(one(join.timeField()));
        } else if (relation instanceof Relation.Parts<S, R> parts && parts.timeField() != null) {
            return parts.at(one(parts.timeField()));
        }
        return relation;
    }
}
