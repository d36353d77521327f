package org.sambandh.crm.jpa;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sambandh.crm.common.Entity;
import org.sambandh.crm.common.Id;
import org.sambandh.crm.common.Moment;
import org.sambandh.crm.common.SegmentId;
import org.sambandh.crm.condition.Condition;
import org.sambandh.crm.condition.Conditions;
import org.sambandh.crm.condition.Measure;
import org.sambandh.crm.condition.Tests;
import org.sambandh.crm.condition.ValueTest;
import org.sambandh.crm.condition.Window;
import org.sambandh.crm.customer.Customer;
import org.sambandh.crm.field.Field;
import org.sambandh.crm.field.FieldType;
import org.sambandh.crm.field.Memberships;
import org.sambandh.crm.field.Relation;

/**
 * What of a condition the database can decide: a clause that every row satisfies which satisfies the condition. Where it
 * is exact, the rows that satisfy it are no others; else the whole condition is tested again on each. A clause is never
 * unknown to the database for want of a value where it is exact, so that its complement is one of rows too.
 */
final class Pushdown<T extends Entity<I>, I extends Id> {

    /** What the database can decide of a condition. */
    record Pushed(@Nullable Clause clause, boolean exact) {

        static final Pushed EVERYTHING = new Pushed(null, true);
        static final Pushed NOTHING_KNOWN = new Pushed(null, false);

        static Pushed of(Clause clause, boolean exact) {
            return new Pushed(clause, exact);
        }

        /** Adds the clause to a query whose where-clause has begun. */
        void addTo(Jpql query, String row) {
            if (clause != null) {
                query.add(" and ");
                clause.addTo(query, row);
            }
        }
    }

    private static final String NEVER = "1 = 0";

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
        } else if (condition instanceof Condition.Not<T> not) {
            return not(of(not.condition()));
        } else if (condition instanceof Condition.RelatedTest<T, ?> test) {
            return related(test);
        } else if (condition instanceof Condition.InSegment<T> test) {
            return transaction
                    .catalog()
                    .subject(plan.type().type())
                    .memberships()
                    .map(memberships -> inSegment(test.segment(), memberships))
                    .orElse(Pushed.NOTHING_KNOWN);
        }
        return Pushed.NOTHING_KNOWN;
    }

    private <V> Pushed fieldTest(Condition.FieldTest<T, V> test) {
        return fieldTest(test.field(), test.test());
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
        return new Pushed(clauses.isEmpty() ? (query, row) -> query.add(NEVER) : joined(clauses, " or "), exact);
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

    private Pushed not(Pushed part) {
        if (!part.exact) {
            return Pushed.NOTHING_KNOWN;
        }
        Clause clause = part.clause;
        return clause == null
                ? Pushed.of((query, row) -> query.add(NEVER), true)
                : Pushed.of(
                        (query, row) -> {
                            query.add("not (");
                            clause.addTo(query, row);
                            query.add(")");
                        },
                        true);
    }

    private <V> Pushed fieldTest(Field<T, V> field, ValueTest<V> test) {
        if (field instanceof Field.Path<T, V> path) {
            return along(path.hops(), path.target(), test);
        } else if (field.equals(plan.type().id())) {
            return idTest(field, test);
        }
        FieldColumn<T, V> column = plan.column(field);
        if (column != null) {
            return inColumn(column, test);
        }
        String elements = plan.elementsOf(field);
        return elements == null ? Pushed.NOTHING_KNOWN : inElements(elements, field.type(), test);
    }

    private <V> Pushed idTest(Field<T, V> field, ValueTest<V> test) {
        Collection<V> ids;
        if (test instanceof ValueTest.Present) {
            return Pushed.EVERYTHING;
        } else if (test instanceof ValueTest.Is<V> is) {
            ids = List.of(is.value());
        } else if (test instanceof ValueTest.In<V> in && in.values().size() <= ValueClauses.MOST_OPERANDS) {
            ids = in.values();
        } else {
            return Pushed.NOTHING_KNOWN;
        }
        List<String> texts = ids.stream().map(field.type()::toText).toList();
        return Pushed.of((query, row) -> query.add(row + ".id in ").bind(texts), true);
    }

    private <V> Pushed inColumn(FieldColumn<T, V> column, ValueTest<V> test) {
        ValueClauses.Decided<V> decided = ValueClauses.of(test, column.field().type(), moment, true);
        ValueClauses.ValueClause<V> clause = decided.clause();
        return Pushed.of(
                (query, row) -> {
                    query.add("(" + row + "." + column.attribute() + " is not null");
                    if (clause != null) {
                        clause.addTo(query.add(" and "), new ColumnPlace<>(row, column));
                    }
                    query.add(")");
                },
                decided.exact());
    }

    private <V> Pushed inElements(String elements, FieldType<V> type, ValueTest<V> test) {
        ValueClauses.Decided<V> decided = ValueClauses.of(test, type, moment, false);
        ValueClauses.ValueClause<V> clause = decided.clause();
        return Pushed.of(
                (query, row) -> {
                    String value = query.alias();
                    query.add("exists (select " + value + ".owner from SambandhValue " + value);
                    whereElements(query, plan, elements, value);
                    query.add(" and " + value + ".owner = " + row + ".id");
                    if (clause != null) {
                        clause.addTo(query.add(" and "), new ElementPlace<>(value, type));
                    }
                    query.add(")");
                },
                decided.exact());
    }

    private void whereElements(Jpql query, EntityPlan<?, ?> owner, String elements, String value) {
        query.add(" where " + value + ".tenant = ")
                .bind(transaction.tenant().value())
                .add(" and " + value + ".kind = ")
                .bind(owner.kind())
                .add(" and " + value + ".field = ")
                .bind(elements);
    }

    @SuppressWarnings("unchecked") // a path's first reference starts at its subject, each next where the last one led
    private <R extends Entity<J>, J extends Id, V> Pushed along(
            List<Field.Reference<?, ?, ?>> hops, Field<?, V> target, ValueTest<V> test) {
        Field.Reference<T, J, R> reference = (Field.Reference<T, J, R>) hops.get(0);
        FieldColumn<T, J> column = plan.column(reference);
        if (column == null || transaction.registry().isReplaced(reference.target())) {
            return Pushed.NOTHING_KNOWN;
        }
        Pushdown<R, J> there = new Pushdown<>(transaction, transaction.planFor(reference.target()), moment);
        List<Field.Reference<?, ?, ?>> rest = hops.subList(1, hops.size());
        Pushed found = rest.isEmpty() ? there.fieldTest((Field<R, V>) target, test) : there.along(rest, target, test);
        if (found.clause == null && !found.exact) {
            return Pushed.NOTHING_KNOWN;
        }
        boolean redirected = reference.target() == Customer.class && transaction.hasRedirects();
        return Pushed.of(new Hop(there.plan.entityName(), column.attribute(), found, redirected), found.exact);
    }

    /** The entity that a reference leads to; a party that was merged is followed to its survivor. */
    private final class Hop implements Clause {

        private final String entity;
        private final String attribute;
        private final Pushed there;
        private final boolean redirected;

        Hop(String entity, String attribute, Pushed there, boolean redirected) {
            this.entity = entity;
            this.attribute = attribute;
            this.there = there;
            this.redirected = redirected;
        }

        @Override
        public void addTo(Jpql query, String row) {
            String id = row + "." + attribute;
            if (!redirected) {
                exists(query, id);
                return;
            }
            String plain = query.alias();
            query.add("(not exists (select " + plain + ".id from SambandhRedirect " + plain);
            from(query, plain, id);
            exists(query.add(") and "), id);
            String merged = query.alias();
            query.add(" or exists (select " + merged + ".id from SambandhRedirect " + merged);
            from(query, merged, id);
            exists(query.add(" and "), merged + ".survivor");
            query.add("))");
        }

        private void from(Jpql query, String redirect, String id) {
            query.add(" where " + redirect + ".tenant = ")
                    .bind(transaction.tenant().value())
                    .add(" and " + redirect + ".id = " + id);
        }

        private void exists(Jpql query, String id) {
            String target = query.alias();
            query.add("exists (select " + target + ".id from " + entity + " " + target + " where " + target
                            + ".tenant = ")
                    .bind(transaction.tenant().value())
                    .add(" and " + target + ".id = " + id);
            there.addTo(query, target);
            query.add(")");
        }
    }

    private <R> Pushed related(Condition.RelatedTest<T, R> test) {
        return test.measure().kind() == Measure.Kind.COUNT
                        && test.relation() instanceof Relation.Join<T, R> join
                        && !transaction.registry().isReplaced(join.fact())
                ? counted(test, join)
                : Pushed.NOTHING_KNOWN;
    }

    @SuppressWarnings("unchecked") // what a relation joins to is an entity of the store
    private <R, E extends Entity<J>, J extends Id> Pushed counted(
            Condition.RelatedTest<T, R> test, Relation.Join<T, R> join) {
        Pushdown<E, J> facts = new Pushdown<>(transaction, transaction.planFor((Class<E>) join.fact()), moment);
        Optional<RelatedCount> count = RelatedCount.of(
                plan,
                facts.plan,
                (Relation.Join<T, E>) join,
                test.window(),
                facts.of((Condition<E>) test.where()),
                moment,
                transaction.tenant());
        return count.map(c -> c.passing(test.test())).orElse(Pushed.NOTHING_KNOWN);
    }

    private <M> Pushed inSegment(SegmentId segment, Memberships<T, M> memberships) {
        Condition<M> lasting = Conditions.all(
                Conditions.where(memberships.kind(), Tests.is(plan.kind())),
                Conditions.where(memberships.segment(), Tests.is(segment)),
                Conditions.not(Conditions.where(memberships.until(), Tests.present())));
        return of(Conditions.count(memberships.relation(), lasting, Window.ever(), Tests.atLeast(1)));
    }
}
