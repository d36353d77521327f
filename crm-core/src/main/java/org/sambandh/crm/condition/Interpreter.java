package org.sambandh.crm.condition;

import org.sambandh.crm.field.Catalog;

/** Runs a condition by walking its tree. */
final class Interpreter {

    private Interpreter() {}

    static <S> CompiledCondition<S> compile(Condition<S> condition, Class<S> subject, Catalog catalog) {
        if (catalog.subjects().isEmpty()) {
            throw new IllegalStateException(condition + " " + subject);
        }
        throw new UnsupportedOperationException("being written");
    }
}
