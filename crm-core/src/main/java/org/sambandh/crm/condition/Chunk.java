package org.sambandh.crm.condition;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.sambandh.crm.common.Moment;
import org.sambandh.crm.field.Relation;

/**
 * Subjects that are evaluated together, and the facts read for them so far: each relation once, when the first leaf asks
 * for it. The facts of a chunk are themselves a chunk, on which further relations and references are read in the same
 * way. Lives as long as one evaluation; not safe for concurrent use.
 */
final class Chunk<S> {

    /** The most subjects a store is asked for at once. */
    static final int MAX_ASKED = 4_096;

    private final List<S> subjects;
    private final Facts facts;
    private final Moment moment;
    private final Map<Relation<S, ?>, Related<?>> known = new HashMap<>();

    /** The facts of all subjects of a chunk, one subject's behind another's. */
    static final class Related<R> {

        private final Chunk<R> facts;
        private final int[] starts;

        private Related(Chunk<R> facts, int[] starts) {
            this.facts = facts;
            this.starts = starts;
        }

        Chunk<R> facts() {
            return facts;
        }

        /** Returns the row of the subject's first fact. */
        int start(int subject) {
            return starts[subject];
        }

        /** Returns the row behind the subject's last fact. */
        int end(int subject) {
            return starts[subject + 1];
        }
    }

    Chunk(List<S> subjects, Facts facts, Moment moment) {
        this.subjects = List.copyOf(subjects);
        this.facts = facts;
        this.moment = moment;
    }

    int size() {
        return subjects.size();
    }

    S subject(int row) {
        return subjects.get(row);
    }

    Moment moment() {
        return moment;
    }

    @SuppressWarnings("unchecked") // each relation is mapped to facts of its own class
    <R> Related<R> related(Relation<S, R> relation) {
        Related<?> related = known.get(relation);
        if (related == null) {
            related = flatten(read(relation, subjects, facts, moment));
            known.put(relation, related);
        }
        return (Related<R>) related;
    }

    /** Returns the facts of each subject: parts from the subjects themselves, others from the store, so many at a time. */
    static <S, R> List<List<R>> read(Relation<S, R> relation, List<S> subjects, Facts facts, Moment moment) {
        return relation instanceof Relation.Parts<S, R> parts
                ? partsOf(parts, subjects)
                : ask(relation, subjects, facts, moment);
    }

    private static <S, R> List<List<R>> partsOf(Relation.Parts<S, R> parts, List<S> subjects) {
        return subjects.stream().map(parts.reader()).toList();
    }

    private static <S, R> List<List<R>> ask(Relation<S, R> relation, List<S> subjects, Facts facts, Moment moment) {
        List<List<R>> lists = new ArrayList<>(subjects.size());
        for (int from = 0; from < subjects.size(); from += MAX_ASKED) {
            List<S> some = subjects.subList(from, Math.min(subjects.size(), from + MAX_ASKED));
            List<List<R>> answer = facts.related(relation, some, moment);
            if (answer.size() != some.size()) {
                throw new IllegalStateException("the store answered " + answer.size() + " lists for " + some.size()
                        + " subjects of the relation " + relation.name());
            }
            lists.addAll(answer);
        }
        return lists;
    }

    private <R> Related<R> flatten(List<List<R>> lists) {
        List<R> all = new ArrayList<>();
        int[] starts = new int[lists.size() + 1];
        for (int i = 0; i < lists.size(); i++) {
            all.addAll(lists.get(i));
            starts[i + 1] = all.size();
        }
        return new Related<>(new Chunk<>(all, facts, moment), starts);
    }
}
