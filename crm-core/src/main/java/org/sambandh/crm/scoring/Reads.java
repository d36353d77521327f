package org.sambandh.crm.scoring;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.sambandh.crm.condition.Condition;
import org.sambandh.crm.condition.Measure;
import org.sambandh.crm.field.Field;

/** Finds what a model reads, each with the name under which a person is told of it. */
final class Reads {

    /**
     * One thing that is read.
     *
     * @param label what a person is told, for example {@code touches.guest.trade}
     * @param owner the class that has the field or relation, for example {@code Guest}
     * @param name the name of the field or relation there, for example {@code trade}
     */
    record Read(String label, Class<?> owner, String name) {}

    private final Set<Read> found = new LinkedHashSet<>();

    private Reads() {}

    static <S> List<Read> of(PointsModel<S> model) {
        Reads reads = new Reads();
        model.groups().forEach(g -> g.criteria().forEach(c -> reads.add(c.rule().condition(), "")));
        return List.copyOf(reads.found);
    }

    private void add(Condition<?> condition, String prefix) {
        if (condition instanceof Condition.All<?> all) {
            all.conditions().forEach(c -> add(c, prefix));
        } else if (condition instanceof Condition.Any<?> any) {
            any.conditions().forEach(c -> add(c, prefix));
        } else if (condition instanceof Condition.Not<?> not) {
            add(not.condition(), prefix);
        } else if (condition instanceof Condition.FieldTest<?, ?> test) {
            add(test.field(), prefix);
        } else if (condition instanceof Condition.RelatedTest<?, ?> related) {
            String name = related.relation().name();
            found.add(new Read(prefix + name, related.relation().subject(), name));
            String inner = prefix + name + ".";
            add(related.where(), inner);
            related.relation().time().ifPresent(time -> add(time, inner));
            Measure<?> measure = related.measure();
            Field<?, ?> number = measure.field();
            if (number != null) {
                add(number, inner);
            }
        }
    }

    private void add(Field<?, ?> field, String prefix) {
        if (field instanceof Field.Path<?, ?> path) {
            path.hops().forEach(hop -> found.add(new Read(prefix + path.name(), hop.subject(), hop.name())));
            found.add(new Read(
                    prefix + path.name(), path.target().subject(), path.target().name()));
        } else {
            found.add(new Read(prefix + field.name(), field.subject(), field.name()));
        }
    }
}
