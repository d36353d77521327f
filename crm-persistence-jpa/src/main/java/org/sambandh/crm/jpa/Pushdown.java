package org.sambandh.crm.jpa;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sambandh.crm.common.Entity;
import org.sambandh.crm.common.Id;
import org.sambandh.crm.common.Moment;
import org.sambandh.crm.condition.Condition;
import org.sambandh.crm.condition.ValueTest;
import org.sambandh.crm.field.Field;
import org.sambandh.crm.store.Equality;

/**
 * What of a condition the database can decide: a clause that every row satisfies which satisfies the condition. Where it
 * is exact, the rows that satisfy it are no others; else the whole condition is tested again on each. A clause is never
 * unknown to the database for want of a value where it is exact, so that its complement is one of rows too.
 */
final class Pushdown<T extends Entity<I>, I extends Id> {

    /** What the database can decide of a condition. */
    record Pushed(@Nullable Clause clause, boolean exact) {

        private static final Pushed EVERYTHING = new Pushed(null, true);
        static final Pushed NOTHING_KNOWN = new Pushed(null, false);

        /** Adds the clause to a query whose where-clause has begun. */
        void addTo(Jpql query, String row) {
            if (clause != null) {
                query.add(" and ");
                clause.addTo(query, row);
            }
        }
    }

    private static final int AT_ONCE = 1_000;

    private final JpaTransaction transaction;
    private final EntityPlan<T, I> plan;
    private final Moment moment;

    Pushdown(JpaTransaction transaction, EntityPlan<T, I> plan, Moment moment) {
        this.transaction = transaction;
        this.plan = plan;
        this.moment = moment;
    }

    /** The moment of the evaluation. */
    Moment moment() {
        return moment;
    }

    /** What the database can decide of a condition. */
    Pushed of(Condition<T> condition) {
        if (condition instanceof Condition.Always) {
            return Pushed.EVERYTHING;
        } else if (condition instanceof Condition.All<T> all) {
            return all(all.conditions());
        } else if (condition instanceof Condition.Any<T> any) {
            return any(any.conditions());
        } else if (condition instanceof Condition.FieldTest<T, ?> test) {
            return fieldTest(test);
        }
        return Pushed.NOTHING_KNOWN;
    }

    private Pushed all(List<Condition<T>> conditions) {
        List<Clause> clauses = new ArrayList<>();
        boolean exact = true;
        for (Condition<T> condition : conditions) {
            Pushed part = of(condition);
            exact &= part.exact;
            if (part.clause != null) {
                clauses.add(part.clause);
            }
        }
        return new Pushed(clauses.isEmpty() ? null : joined(clauses, " and "), exact);
    }

    private Pushed any(List<Condition<T>> conditions) {
        List<Clause> clauses = new ArrayList<>();
        boolean exact = true;
        for (Condition<T> condition : conditions) {
            Pushed part = of(condition);
            if (part.clause == null) {
                return part.exact ? Pushed.EVERYTHING : Pushed.NOTHING_KNOWN;
            }
            exact &= part.exact;
            clauses.add(part.clause);
        }
        return new Pushed(clauses.isEmpty() ? (query, row) -> query.add("1 = 0") : joined(clauses, " or "), exact);
    }

    private static Clause joined(List<Clause> clauses, String word) {
        return (query, row) -> {
            String between = "(";
            for (Clause clause : clauses) {
                query.add(between);
                clause.addTo(query, row);
                between = word;
            }
            query.add(")");
        };
    }

    private <V> Pushed fieldTest(Condition.FieldTest<T, V> test) {
        Optional<Equality<T, V>> equality = equality(test);
        if (equality.isEmpty() || equality.get().values().size() > AT_ONCE) {
            return Pushed.NOTHING_KNOWN;
        }
        Clause clause = isOneOf(test.field(), equality.get().keys());
        return clause == null ? Pushed.NOTHING_KNOWN : new Pushed(clause, true);
    }

    private static <T, V> Optional<Equality<T, V>> equality(Condition.FieldTest<T, V> test) {
        if (test.test() instanceof ValueTest.Is<V> is) {
            return Optional.of(new Equality<>(test.field(), List.of(is.value())));
        } else if (test.test() instanceof ValueTest.In<V> in) {
            return Optional.of(new Equality<>(test.field(), in.values()));
        }
        return Optional.empty();
    }

    private <V> @Nullable Clause isOneOf(Field<T, V> field, Collection<String> keys) {
        if (keys.isEmpty()) {
            return (query, row) -> query.add("1 = 0");
        } else if (field.equals(plan.type().id())) {
            return (query, row) -> query.add(row + ".id in ").bind(keys);
        }
        FieldColumn<T, ?> column = plan.column(field);
        if (column != null && !field.type().isLong() && column.currency() == null) {
            String attribute = column.attribute();
            return (query, row) -> query.add(
                            "(" + row + "." + attribute + " is not null and " + row + "." + attribute + " in ")
                    .bind(keys)
                    .add(")");
        }
        String elements = plan.elementsOf(field);
        return elements == null ? null : holdsElement(elements, keys);
    }

    private Clause holdsElement(String elements, Collection<String> keys) {
        List<String> stored = keys.stream().map(ItemKey::of).distinct().toList();
        return (query, row) -> {
            String value = query.alias();
            query.add("exists (select " + value + ".owner from SambandhValue " + value + " where " + value
                            + ".tenant = ")
                    .bind(transaction.tenant().value())
                    .add(" and " + value + ".kind = ")
                    .bind(plan.kind())
                    .add(" and " + value + ".owner = " + row + ".id and " + value + ".field = ")
                    .bind(elements)
                    .add(" and " + value + ".itemKey in ")
                    .bind(stored)
                    .add(")");
        };
    }
}
