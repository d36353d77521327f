package org.sambandh.crm.condition;

import java.util.List;
import org.sambandh.crm.common.Moment;
import org.sambandh.crm.field.Relation;

/**
 * The only way to related facts: many subjects at once, so that a query per subject cannot be written. A store
 * implements it for the length of one unit of work.
 */
public interface Facts {

    /** No facts in any repository: enough for conditions on fields, and on parts inside a subject. */
    Facts NONE = new Facts() {
        @Override
        public <S, R> List<List<R>> related(Relation<S, R> relation, List<S> chunk, Moment moment) {
            throw new IllegalStateException("no store to read the relation " + relation.name() + " from");
        }
    };

    /**
     * Returns the facts of each subject. For {@link Relation.Parts} a caller reads the subject itself and does not ask.
     *
     * @param relation which facts
     * @param chunk the subjects, at most some thousand
     * @param moment the moment of the evaluation; facts later than it are returned too, because they tell when an answer
     *     will change
     * @param <S> the subject
     * @param <R> one fact
     * @return one list for each subject, in the order of the chunk; empty where there are none; in no particular order
     *     within
     */
    <S, R> List<List<R>> related(Relation<S, R> relation, List<S> chunk, Moment moment);
}
