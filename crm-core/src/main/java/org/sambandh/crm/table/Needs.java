package org.sambandh.crm.table;

import java.util.LinkedHashMap;
import java.util.Map;
import org.sambandh.crm.common.Invalid;
import org.sambandh.crm.condition.CompiledCondition;
import org.sambandh.crm.condition.Condition;
import org.sambandh.crm.condition.Engine;
import org.sambandh.crm.field.Catalog;
import org.sambandh.crm.field.Field;
import org.sambandh.crm.field.Memberships;
import org.sambandh.crm.field.Relation;

/** What a table must keep of one kind of subject or fact, as it is collected. The catalogue's own fields are kept. */
final class Needs<T> {

    private final Catalog catalog;
    private final Class<T> type;
    private final Map<String, Field<T, ?>> fields = new LinkedHashMap<>();
    private final Map<String, FactNeeds<T, ?>> relations = new LinkedHashMap<>();

    Needs(Catalog catalog, Class<T> type) {
        this.catalog = catalog;
        this.type = catalog.subject(type).type();
    }

    /** The facts of one relation. */
    private record FactNeeds<T, R>(Relation<T, R> relation, Needs<R> needs) {

        FactLayout<T, R> layout(TableLimits limits) {
            return new FactLayout<>(relation, needs.layout(limits));
        }
    }

    void add(Field<T, ?> field) {
        String path = catalog.subject(type).name() + "." + field.name();
        Field<T, ?> known = catalog.findField(type, field.name())
                .orElseThrow(() -> new Invalid(path, "is no field in the catalogue of this tenant"));
        if (!known.equals(field)) {
            throw new Invalid(path, "is another field in the catalogue of this tenant");
        }
        fields.putIfAbsent(known.name(), known);
    }

    @SuppressWarnings("unchecked") // equal relations lead to the same facts
    <R> Needs<R> add(Relation<T, R> relation) {
        Relation<T, ?> known = catalog.relation(type, relation.name());
        if (!known.equals(relation)) {
            throw new Invalid(catalog.subject(type).name() + "." + relation.name(), "leads elsewhere in the catalogue");
        }
        return facts((Relation<T, R>) known);
    }

    @SuppressWarnings("unchecked") // equal relations lead to the same facts
    private <R> Needs<R> facts(Relation<T, R> relation) {
        FactNeeds<T, R> facts = (FactNeeds<T, R>) relations.get(relation.name());
        if (facts == null) {
            Needs<R> needs = new Needs<>(catalog, relation.fact());
            relation.time().ifPresent(needs::add);
            facts = new FactNeeds<>(relation, needs);
            relations.put(relation.name(), facts);
        }
        return facts.needs();
    }

    void addAllFields() {
        String id = catalog.subject(type).id().map(Field::name).orElse("");
        for (Field<T, ?> field : catalog.subject(type).fields()) {
            if (!field.name().equals(id)) {
                add(field);
            }
        }
    }

    /** Adds what a condition names, after checking it against the catalogue. */
    void add(Condition<T> condition) {
        CompiledCondition.of(condition, type, catalog, Engine.PLAIN);
        collect(condition);
    }

    private void collect(Condition<T> condition) {
        if (condition instanceof Condition.All<T> all) {
            all.conditions().forEach(this::collect);
        } else if (condition instanceof Condition.Any<T> any) {
            any.conditions().forEach(this::collect);
        } else if (condition instanceof Condition.Not<T> not) {
            collect(not.condition());
        } else if (condition instanceof Condition.FieldTest<T, ?> test) {
            add(test.field());
        } else if (condition instanceof Condition.RelatedTest<T, ?> related) {
            collectRelated(related);
        } else if (condition instanceof Condition.InSegment<T>) {
            catalog.subject(type).memberships().ifPresent(this::addMemberships);
        }
    }

    private <R> void collectRelated(Condition.RelatedTest<T, R> related) {
        Needs<R> facts = add(related.relation());
        facts.collect(related.where());
        if (related.measure().field() != null) {
            facts.add(related.measure().field());
        }
    }

    private <M> void addMemberships(Memberships<T, M> memberships) {
        // Where segments are is the catalogue's own word; the relation need not be declared.
        Needs<M> facts = facts(memberships.relation());
        facts.add(memberships.kind());
        facts.add(memberships.segment());
        facts.add(memberships.until());
    }

    Layout<T> layout(TableLimits limits) {
        Layout<T> layout = new Layout<>(catalog.subject(type), fields.values(), limits);
        relations.values().forEach(facts -> layout.add(facts.layout(limits)));
        return layout;
    }
}
