package org.sambandh.crm.condition;

import java.util.ArrayList;
import java.util.List;
import org.sambandh.crm.field.Relation;

/**
 * The relations that a condition reads, numbered, and those that are read on from their facts. Filled while a plan is made,
 * then left alone.
 *
 * @param <S> the subject
 */
final class Slots<S> {

    private final List<Relation<S, ?>> relations = new ArrayList<>();
    private final List<Slots<?>> inner = new ArrayList<>();

    /** Returns the number of a relation. */
    int of(Relation<S, ?> relation) {
        int slot = relations.indexOf(relation);
        if (slot < 0) {
            slot = relations.size();
            relations.add(relation);
            inner.add(new Slots<>());
        }
        return slot;
    }

    /** Returns what is read on from the facts of a relation. */
    @SuppressWarnings("unchecked") // each relation leads to facts of its own class
    <R> Slots<R> inner(Relation<S, R> relation) {
        return (Slots<R>) inner.get(of(relation));
    }

    Relation<S, ?> relation(int slot) {
        return relations.get(slot);
    }

    Slots<?> inner(int slot) {
        return inner.get(slot);
    }

    int size() {
        return relations.size();
    }

    /** Returns whether rows are needed: parts are found in the subject itself, unless something is read on from them. */
    boolean isRead() {
        for (int slot = 0; slot < relations.size(); slot++) {
            if (!(relations.get(slot) instanceof Relation.Parts)
                    || inner.get(slot).isRead()) {
                return true;
            }
        }
        return false;
    }
}
