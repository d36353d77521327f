package org.sambandh.crm.condition;

import java.util.BitSet;
import java.util.List;
import org.sambandh.crm.common.Moment;
import org.sambandh.crm.field.Catalog;

/**
 * A condition ready to run: checked against a catalogue once, then run on any number of subjects. Immutable and safe for
 * concurrent use. Every way of running it gives the same answer.
 *
 * @param <S> the subject
 */
public interface CompiledCondition<S> {

    /**
     * Prepares a condition that may run only once: with {@link Engine#CLOSURES}.
     *
     * @param condition the condition
     * @param subject the class of the subject
     * @param catalog the tenant's catalogue: knows the segment memberships and the fiscal calendar
     * @param <S> the subject
     * @return the condition, ready to run
     * @throws org.sambandh.crm.common.Invalid if it names a field or relation that the catalogue does not know
     */
    static <S> CompiledCondition<S> of(Condition<S> condition, Class<S> subject, Catalog catalog) {
        return of(condition, subject, catalog, Engine.CLOSURES);
    }

    /**
     * Prepares a condition.
     *
     * @param condition the condition
     * @param subject the class of the subject
     * @param catalog the tenant's catalogue: knows the segment memberships and the fiscal calendar
     * @param engine how to run it: {@link Engine#HANDLES} for one that is kept and run very often
     * @param <S> the subject
     * @return the condition, ready to run
     * @throws org.sambandh.crm.common.Invalid if it names a field or relation that the catalogue does not know
     */
    static <S> CompiledCondition<S> of(Condition<S> condition, Class<S> subject, Catalog catalog, Engine engine) {
        Interpreter<S> written = Interpreter.compile(condition, subject, catalog);
        return switch (engine) {
            case PLAIN -> written;
            case CLOSURES -> Planned.of(written);
            case HANDLES -> Planned.of(written, Spinner.HIDDEN);
        };
    }

    /** {@return the condition} */
    Condition<S> condition();

    /**
     * Returns whether one subject matches.
     *
     * @param subject the subject
     * @param facts where related facts are read
     * @param moment the moment
     * @return whether it matches
     */
    boolean test(S subject, Facts facts, Moment moment);

    /**
     * Returns which of many subjects match; related facts are read once for all of them.
     *
     * @param chunk the subjects, at most some thousand
     * @param facts where related facts are read
     * @param moment the moment
     * @return the positions in the chunk that match
     */
    BitSet testAll(List<S> chunk, Facts facts, Moment moment);

    /**
     * Returns for each of many subjects whether it matches, and until when that holds.
     *
     * @param chunk the subjects, at most some thousand
     * @param facts where related facts are read
     * @param moment the moment
     * @return one verdict for each subject, in their order
     */
    List<Verdict> verdicts(List<S> chunk, Facts facts, Moment moment);

    /**
     * Returns whether one subject matches, and until when that holds.
     *
     * @param subject the subject
     * @param facts where related facts are read
     * @param moment the moment
     * @return the verdict
     */
    default Verdict verdict(S subject, Facts facts, Moment moment) {
        return verdicts(List.of(subject), facts, moment).get(0);
    }

    /**
     * Says why a subject matches or does not: which leaf held, with which value.
     *
     * @param subject the subject
     * @param facts where related facts are read
     * @param moment the moment
     * @return the same tree as the condition, with what was found
     */
    Explanation explain(S subject, Facts facts, Moment moment);
}
