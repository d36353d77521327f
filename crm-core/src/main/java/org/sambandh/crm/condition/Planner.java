package org.sambandh.crm.condition;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.sambandh.crm.common.Invalid;
import org.sambandh.crm.field.Field;
import org.sambandh.crm.field.Relation;

/**
 * Folds the checked nodes of a condition into a plan. Negations are carried down to the leaves first: not all of some is
 * any of their complements, so that parts which can be folded come to stand beside each other.
 */
final class Planner {

    private Planner() {}

    /** Returns the plan of a node, or of its complement. */
    static <S> Plan<S> plan(Node<S> node, boolean negated, Slots<S> slots) {
        if (node instanceof Junction<S> junction) {
            List<Plan<S>> parts = new ArrayList<>();
            junction.parts().forEach(part -> parts.add(plan(part, negated, slots)));
            return Branch.of(junction.decisive() != negated, parts);
        } else if (node instanceof Interpreter.Negation<S> negation) {
            return plan(negation.part(), !negated, slots);
        } else if (node instanceof RelatedNode<S, ?> related) {
            return related(related, negated, slots);
        } else if (node instanceof FieldNode<S, ?> test) {
            return field(test, negated, slots);
        }
        throw new IllegalStateException("no plan for " + node.getClass().getSimpleName());
    }

    private static <S, V> Plan<S> field(FieldNode<S, V> node, boolean negated, Slots<S> slots) {
        return field(node.field(), ValueFold.of(node.source(), node.test()), negated, slots);
    }

    private static <S, V> Plan<S> field(Field<S, V> field, ValueFold<V> test, boolean negated, Slots<S> slots) {
        if (field instanceof Field.One<S, V> one) {
            return FieldPlans.One.of(one, negated ? test.not() : test, negated);
        } else if (field instanceof Field.Many<S, V> many) {
            return new FieldPlans.Many<>(many, test, negated);
        } else if (field instanceof Field.Path<S, V> path) {
            return path(path.hops(), path.target(), test, negated, slots);
        }
        throw new Invalid(field.name(), "is a kind of field that cannot be read");
    }

    @SuppressWarnings("unchecked") // a path's first reference starts at its subject, each next where the last one led
    private static <S, R, V> Plan<S> path(
            List<Field.Reference<?, ?, ?>> hops,
            Field<?, V> target,
            ValueFold<V> test,
            boolean negated,
            Slots<S> slots) {
        if (hops.isEmpty()) {
            return field((Field<S, V>) target, test, negated, slots);
        }
        Relation<S, R> relation = ((Field.Reference<S, ?, R>) hops.get(0)).relation();
        RelatedPlans.Where<S, R> where = new RelatedPlans.Where<>(relation, slots, slots.inner(relation));
        return RelatedPlans.Path.of(
                where, path(hops.subList(1, hops.size()), target, test, false, where.inner()), negated);
    }

    private static <S, R> Plan<S> related(RelatedNode<S, R> node, boolean negated, Slots<S> slots) {
        Relation<S, R> relation = node.relation();
        RelatedPlans.Where<S, R> where = new RelatedPlans.Where<>(relation, slots, slots.inner(relation));
        RelatedPlans.Counted<S, R> facts =
                new RelatedPlans.Counted<>(where, plan(node.where(), false, where.inner()), node.window());
        Field<R, BigDecimal> number = node.number();
        if (number == null) {
            return RelatedPlans.Count.of(facts, node.test(), negated);
        }
        return new RelatedPlans.Measures<>(
                facts, number, numbers(number, where.inner()), node.kind(), node.test(), negated);
    }

    private static <R> MeasureChecks.Numbers<R> numbers(Field<R, BigDecimal> field, Slots<R> slots) {
        if (field instanceof Field.One<R, BigDecimal> one) {
            return (values, fact, moment, rows) -> add(values, one, one.get(fact));
        } else if (field instanceof Field.Many<R, BigDecimal> many) {
            return (values, fact, moment, rows) -> many.get(fact).forEach(value -> add(values, many, value));
        } else if (field instanceof Field.Path<R, BigDecimal> path) {
            return numbers(path.hops(), path.target(), slots);
        }
        throw new Invalid(field.name(), "is a kind of field that cannot be read");
    }

    @SuppressWarnings("unchecked") // as for paths that are tested
    private static <S, R> MeasureChecks.Numbers<S> numbers(
            List<Field.Reference<?, ?, ?>> hops, Field<?, BigDecimal> target, Slots<S> slots) {
        if (hops.isEmpty()) {
            return numbers((Field<S, BigDecimal>) target, slots);
        }
        Relation<S, R> relation = ((Field.Reference<S, ?, R>) hops.get(0)).relation();
        int slot = slots.of(relation);
        MeasureChecks.Numbers<R> rest = numbers(hops.subList(1, hops.size()), target, slots.inner(relation));
        return (values, fact, moment, rows) -> {
            Rows<S> present = Objects.requireNonNull(rows);
            List<R> facts = present.facts(slot);
            Rows<R> behind = present.behind(slot);
            for (int i = 0; i < facts.size(); i++) {
                behind.go(present.start(slot) + i);
                rest.addTo(values, facts.get(i), moment, behind);
            }
        };
    }

    private static void add(List<BigDecimal> values, Field<?, BigDecimal> field, @Nullable BigDecimal value) {
        BigDecimal kept = field.type().clean(field.name(), value);
        if (kept != null) {
            values.add(kept);
        }
    }
}
