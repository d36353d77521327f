package org.sambandh.crm.condition;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sambandh.crm.common.Moment;

/**
 * Subjects that are tested together, one after another, and the facts read for them so far: each relation once, when the
 * first piece of the condition asks for it. The facts of all subjects are themselves rows, on which further relations are
 * read in the same way. Lives as long as one evaluation; not safe for concurrent use.
 *
 * @param <S> the subject
 */
final class Rows<S> {

    private final Slots<S> slots;
    private final List<S> subjects;
    private final Facts facts;
    private final Moment moment;
    private final @Nullable List<?>[] lists;
    private @Nullable Behind @Nullable [] behind;
    private int row;

    /** The facts of all subjects, one subject's behind another's. */
    private static final class Behind {

        private final Rows<?> rows;
        private final int[] starts;

        Behind(Rows<?> rows, int[] starts) {
            this.rows = rows;
            this.starts = starts;
        }
    }

    Rows(Slots<S> slots, List<S> subjects, Facts facts, Moment moment) {
        this.slots = slots;
        this.subjects = subjects;
        this.facts = facts;
        this.moment = moment;
        this.lists = new List<?>[slots.size()];
    }

    /** Goes to a subject. */
    void go(int to) {
        row = to;
    }

    /** Returns the facts of the present subject. */
    @SuppressWarnings("unchecked") // each slot holds lists of facts of its own relation
    <R> List<R> facts(int slot) {
        List<?> read = lists[slot];
        if (read == null) {
            read = Chunk.read(slots.relation(slot), subjects, facts, moment);
            lists[slot] = read;
        }
        return (List<R>) read.get(row);
    }

    /** Returns the facts of all subjects; those of the present one are from {@link #start} on. */
    @SuppressWarnings("unchecked") // as above
    <R> Rows<R> behind(int slot) {
        return (Rows<R>) read(slot).rows;
    }

    /** Returns the row of the present subject's first fact in {@link #behind}. */
    int start(int slot) {
        return read(slot).starts[row];
    }

    private Behind read(int slot) {
        if (behind == null) {
            behind = new Behind[lists.length];
        }
        Behind known = behind[slot];
        if (known == null) {
            known = flatten(slot);
            behind[slot] = known;
        }
        return known;
    }

    @SuppressWarnings("unchecked") // the facts of a relation are the subjects of what is read on from it
    private Behind flatten(int slot) {
        int present = row;
        int[] starts = new int[subjects.size()];
        List<Object> all = new ArrayList<>();
        for (row = 0; row < starts.length; row++) {
            starts[row] = all.size();
            all.addAll(facts(slot));
        }
        row = present;
        return new Behind(new Rows<>((Slots<Object>) slots.inner(slot), all, facts, moment), starts);
    }
}
