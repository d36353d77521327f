package org.sambandh.crm.scoring;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.sambandh.crm.common.Moment;
import org.sambandh.crm.condition.Facts;
import org.sambandh.crm.field.Relation;

/**
 * Reads each relation once for one chunk of subjects, however many criteria ask for it and however many moments are
 * asked about: related facts come with their time and do not depend on the moment.
 */
final class RememberedFacts implements Facts {

    private record Question(Relation<?, ?> relation, List<?> chunk) {}

    private final Facts facts;
    private final Map<Question, List<?>> answers = new HashMap<>();

    RememberedFacts(Facts facts) {
        this.facts = facts;
    }

    @Override
    @SuppressWarnings("unchecked") // the answer to a question is of the type of its relation
    public <S, R> List<List<R>> related(Relation<S, R> relation, List<S> chunk, Moment moment) {
        return (List<List<R>>) answers.computeIfAbsent(
                new Question(relation, List.copyOf(chunk)), q -> facts.related(relation, chunk, moment));
    }
}
