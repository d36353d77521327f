package org.sambandh.crm.condition;

import java.util.List;

/**
 * One node of a condition, ready to run. Immutable.
 *
 * @param <S> the subject
 */
interface Node<S> {

    Condition<S> condition();

    boolean test(Chunk<S> chunk, int row);

    Verdict verdict(Chunk<S> chunk, int row);

    /** Returns what was found, in words; empty where the parts say it. */
    default String found(Chunk<S> chunk, int row) {
        return "";
    }

    default List<Node<S>> parts() {
        return List.of();
    }

    default Explanation explain(Chunk<S> chunk, int row) {
        return new Explanation(
                condition().describe(),
                test(chunk, row),
                found(chunk, row),
                parts().stream().map(part -> part.explain(chunk, row)).toList());
    }
}
