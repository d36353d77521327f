package org.sambandh.crm.scoring;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.sambandh.crm.condition.Condition;

/** Finds what a model reads as it is now, because its history is not kept. */
final class Reads {

    private final Set<String> names = new LinkedHashSet<>();

    private Reads() {}

    static <S> List<String> withoutHistory(PointsModel<S> model) {
        Reads reads = new Reads();
        model.groups().forEach(g -> g.criteria().forEach(c -> reads.add(c.rule().condition())));
        return List.copyOf(reads.names);
    }

    private void add(Condition<?> condition) {
        if (condition instanceof Condition.All<?> all) {
            all.conditions().forEach(c -> add(c));
        } else if (condition instanceof Condition.Any<?> any) {
            any.conditions().forEach(c -> add(c));
        } else if (condition instanceof Condition.Not<?> not) {
            add(not.condition());
        } else if (condition instanceof Condition.FieldTest<?, ?> test) {
            names.add(test.field().name());
        } else if (condition instanceof Condition.InSegment<?> in) {
            names.add("segment " + in.segment());
        } else if (condition instanceof Condition.RelatedTest<?, ?> related) {
            addRelated(related);
        }
    }

    /** A fact with a time is what happened then and is not changed later; what it refers to is as it is now. */
    private void addRelated(Condition.RelatedTest<?, ?> related) {
        if (related.relation().time().isEmpty()) {
            names.add(related.relation().name());
        } else {
            Reads where = new Reads();
            where.add(related.where());
            where.names.stream()
                    .filter(name -> name.indexOf('.') > 0 || name.startsWith("segment "))
                    .forEach(name -> names.add(
                            name.startsWith("segment ")
                                    ? name
                                    : related.relation().name() + "." + name));
        }
    }
}
