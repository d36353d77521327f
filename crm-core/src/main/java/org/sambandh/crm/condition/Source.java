package org.sambandh.crm.condition;

import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.sambandh.crm.field.Relation;

/**
 * Where the related facts of the subject in question are.
 *
 * @param parts reads parts from inside the subject; null for facts that were read from a store
 * @param slot where those were put
 * @param deep whether anything is read on from the facts
 */
record Source<S, R>(@Nullable Function<S, List<R>> parts, int slot, boolean deep) {

    static <S, R> Source<S, R> of(Relation<S, R> relation, Slots<S> slots, Slots<R> inner) {
        boolean deep = inner.isRead();
        return relation instanceof Relation.Parts<S, R> part && !deep
                ? new Source<>(part.reader(), -1, false)
                : new Source<>(null, slots.of(relation), deep);
    }

    List<R> facts(S subject, @Nullable Rows<S> rows) {
        return parts != null
                ? parts.apply(subject)
                : Objects.requireNonNull(rows).facts(slot);
    }

    /** Returns where facts of the facts are; null where nothing is read on. */
    @Nullable
    Rows<R> behind(@Nullable Rows<S> rows) {
        return deep ? Objects.requireNonNull(rows).behind(slot) : null;
    }

    /** Goes to the n-th fact of the subject. */
    void go(@Nullable Rows<S> rows, @Nullable Rows<R> behind, int fact) {
        if (behind != null) {
            behind.go(Objects.requireNonNull(rows).start(slot) + fact);
        }
    }
}
