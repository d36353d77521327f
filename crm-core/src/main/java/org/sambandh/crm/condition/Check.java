package org.sambandh.crm.condition;

import org.jspecify.annotations.Nullable;
import org.sambandh.crm.common.Moment;

/**
 * A piece of a folded condition, ready to run. Immutable; makes no objects.
 *
 * <p>Every implementation is a record, for the sake of {@link Engine#HANDLES}: Java's compiler trusts that the components of
 * a record never change, so that a whole tree of them, once its root is a constant, becomes one piece of code.
 *
 * @param <S> the subject
 */
interface Check<S> {

    /**
     * Returns whether a subject passes.
     *
     * @param subject the subject
     * @param moment the moment
     * @param rows where related facts are, at the row of the subject; null where the condition asks for none
     */
    boolean test(S subject, Moment moment, @Nullable Rows<S> rows);
}
