package org.sambandh.crm.condition;

import org.sambandh.crm.common.Invalid;

/**
 * A condition as it is stored. One that no longer fits the catalogue, because a field was removed or an importer wrote
 * nonsense, still loads: as {@link Broken}, so that listing what is stored never fails.
 *
 * @param <S> the subject
 */
public sealed interface Rule<S> {

    /** {@return the class of the subject} */
    Class<S> subject();

    /**
     * Returns the condition.
     *
     * @return the condition
     * @throws Invalid if this rule is broken
     */
    Condition<S> condition();

    /** {@return whether the condition can be run} */
    default boolean isValid() {
        return this instanceof Valid;
    }

    /**
     * Returns the rule of a condition.
     *
     * @param subject the class of the subject
     * @param condition the condition
     * @param <S> the subject
     * @return the rule
     */
    static <S> Rule<S> of(Class<S> subject, Condition<S> condition) {
        return new Valid<>(subject, condition);
    }

    /**
     * A rule that can be run.
     *
     * @param subject the class of the subject
     * @param condition the condition
     * @param <S> the subject
     */
    record Valid<S>(Class<S> subject, Condition<S> condition) implements Rule<S> {}

    /**
     * A rule that no longer validates. Kept as it was stored, so that saving its owner loses nothing.
     *
     * @param subject the class of the subject; {@code Object.class} if the catalogue does not know the stored one
     * @param path where in the stored text
     * @param why what is wrong there
     * @param source the stored text
     * @param <S> the subject
     */
    record Broken<S>(Class<S> subject, String path, String why, String source) implements Rule<S> {

        @Override
        public Condition<S> condition() {
            throw new Invalid(path, why);
        }
    }
}
