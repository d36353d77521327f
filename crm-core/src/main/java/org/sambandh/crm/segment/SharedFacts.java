package org.sambandh.crm.segment;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.sambandh.crm.common.Moment;
import org.sambandh.crm.condition.Facts;
import org.sambandh.crm.field.Relation;

/**
 * Facts that are read once for all segments that are evaluated one after the other on the same subjects. Remembers the
 * last subjects of each relation. Periods of membership are always read: an evaluation changes them.
 */
final class SharedFacts implements Facts {

    private final Facts inner;
    private final Map<Relation<?, ?>, Answer<?, ?>> answers = new HashMap<>();

    private record Answer<S, R>(List<S> chunk, List<List<R>> facts) {}

    SharedFacts(Facts inner) {
        this.inner = inner;
    }

    @Override
    @SuppressWarnings("unchecked") // the answer to a relation holds facts of its class
    public <S, R> List<List<R>> related(Relation<S, R> relation, List<S> chunk, Moment moment) {
        if (relation.fact() == SegmentMembership.class) {
            return inner.related(relation, chunk, moment);
        }
        Answer<?, ?> known = answers.get(relation);
        if (known != null && sameOnes(known.chunk(), chunk)) {
            return ((Answer<S, R>) known).facts();
        }
        List<S> asked = List.copyOf(chunk);
        List<List<R>> facts = inner.related(relation, asked, moment);
        answers.put(relation, new Answer<>(asked, facts));
        return facts;
    }

    @SuppressWarnings("ReferenceEquality") // equal subjects may be of different states
    private static boolean sameOnes(List<?> some, List<?> others) {
        if (some.size() != others.size()) {
            return false;
        }
        for (int i = 0; i < some.size(); i++) {
            if (some.get(i) != others.get(i)) {
                return false;
            }
        }
        return true;
    }
}
