package org.sambandh.crm.segment;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.sambandh.crm.common.SegmentId;
import org.sambandh.crm.condition.Condition;
import org.sambandh.crm.field.Catalog;
import org.sambandh.crm.field.Field;
import org.sambandh.crm.field.Relation;

/** What a condition looks at: which fields of which entities, over which relations, and which segments. */
final class Reads {

    private final Map<Route, At> places = new LinkedHashMap<>();

    private final Catalog catalog;

    private Reads(Catalog catalog) {
        this.catalog = catalog;
    }

    /** What is looked at in the entities at the end of one route. */
    static final class At {
        private final Set<Field<?, ?>> fields = new LinkedHashSet<>();
        private final Set<Relation.Parts<?, ?>> parts = new LinkedHashSet<>();
        private final Set<SegmentId> segments = new LinkedHashSet<>();

        /** The fields of which a change matters; an entity that comes or goes always does. */
        Set<Field<?, ?>> fields() {
            return fields;
        }

        /** The parts inside of which a change matters. */
        Set<Relation.Parts<?, ?>> parts() {
            return parts;
        }

        /** The segments of which the entity is asked to be a member. */
        Set<SegmentId> segments() {
            return segments;
        }
    }

    static <S> Reads of(Condition<S> condition, Class<S> subject, Catalog catalog) {
        Reads reads = new Reads(catalog);
        reads.add(condition, new Route(subject, List.of()));
        return reads;
    }

    Map<Route, At> places() {
        return places;
    }

    private At at(Route route) {
        return places.computeIfAbsent(route, r -> new At());
    }

    private void add(Condition<?> condition, Route route) {
        if (condition instanceof Condition.All<?> all) {
            all.conditions().forEach(c -> add(c, route));
        } else if (condition instanceof Condition.Any<?> any) {
            any.conditions().forEach(c -> add(c, route));
        } else if (condition instanceof Condition.Not<?> not) {
            add(not.condition(), route);
        } else if (condition instanceof Condition.FieldTest<?, ?> test) {
            add(test.field(), route);
        } else if (condition instanceof Condition.InSegment<?> in) {
            at(route).segments().add(in.segment());
        } else if (condition instanceof Condition.RelatedTest<?, ?> test) {
            Route facts = over(test.relation(), route);
            at(facts);
            test.relation().time().ifPresent(time -> add(time, facts));
            if (test.measure().field() != null) {
                add(test.measure().field(), facts);
            }
            add(test.where(), facts);
        }
    }

    private Route over(Relation<?, ?> given, Route route) {
        Relation<?, ?> relation = catalog.relation(given.subject(), given.name());
        if (relation instanceof Relation.Join<?, ?> join) {
            at(route).fields().add(known(join.subjectKey()));
            Route facts = route.then(relation);
            at(facts).fields().add(known(join.factKey()));
            return facts;
        } else if (relation instanceof Relation.Parts<?, ?> parts) {
            at(route).parts().add(parts);
        }
        return route.then(relation);
    }

    private void add(Field<?, ?> field, Route route) {
        if (field instanceof Field.Path<?, ?> path) {
            Route end = route;
            for (Field.Reference<?, ?, ?> hop : path.hops()) {
                at(end).fields().add(known(hop));
                end = end.then(hop.relation());
            }
            at(end).fields().add(known(path.target()));
        } else {
            at(route).fields().add(known(field));
        }
    }

    /** The catalogue's field is read, never the condition's copy. */
    private <S> Field<S, ?> known(Field<S, ?> field) {
        return catalog.field(field.subject(), field.name());
    }

    /** Whether periods of membership are counted like other facts, which says of no segment by itself. */
    boolean countsPeriods() {
        return places.keySet().stream().anyMatch(route -> route.end() == SegmentMembership.class);
    }

    List<SegmentId> segments() {
        List<SegmentId> all = new ArrayList<>();
        places.values().forEach(at -> all.addAll(at.segments()));
        return all;
    }
}
