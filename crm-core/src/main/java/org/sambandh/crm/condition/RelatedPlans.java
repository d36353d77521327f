package org.sambandh.crm.condition;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sambandh.crm.field.Field;
import org.sambandh.crm.field.FieldType;
import org.sambandh.crm.field.Relation;

/** Plans of tests of related facts. */
final class RelatedPlans {

    private RelatedPlans() {}

    /** What facts of a relation are read, and what is read on from them. */
    record Where<S, R>(Relation<S, R> relation, Slots<S> slots, Slots<R> inner) {

        Source<S, R> source() {
            return Source.of(relation, slots, inner);
        }

        double cost(double each) {
            return (relation instanceof Relation.Parts ? 2 : Guess.STORE) + Guess.FACTS * each;
        }
    }

    /** A path: whether the other entity passes, or with {@code negated} none does. */
    record Path<S, R>(Where<S, R> where, Plan<R> rest, boolean negated) implements Plan<S> {

        static <S, R> Plan<S> of(Where<S, R> where, Plan<R> rest, boolean negated) {
            return rest instanceof Fixed<R> fixed && !fixed.answer()
                    ? new Fixed<>(negated)
                    : new Path<>(where, rest, negated);
        }

        @Override
        public double cost() {
            return where.cost(rest.cost() / Guess.FACTS);
        }

        @Override
        public double chance() {
            return negated ? 1 - rest.chance() / 2 : rest.chance() / 2;
        }

        @Override
        @SuppressWarnings("unchecked") // equal relations lead to the same facts
        public @Nullable Plan<S> join(Plan<S> other, boolean any) {
            if (!(other instanceof Path<S, ?> path)
                    || !path.where.relation().equals(where.relation())
                    || path.negated != negated
                    || negated == any) {
                return null;
            }
            return of(where, Branch.of(true, List.of(rest, (Plan<R>) path.rest)), negated);
        }

        @Override
        public boolean isTimeless() {
            return rest.isTimeless();
        }

        @Override
        public Check<S> check(Assembly assembly) {
            return new CountChecks.Exists<>(where.source(), rest.check(assembly), negated);
        }
    }

    /** Which facts count. */
    record Counted<S, R>(Where<S, R> where, Plan<R> condition, Window window) {

        /** Whether no fact can count. */
        boolean isNever() {
            return condition instanceof Plan.Fixed<R> fixed && !fixed.answer();
        }

        boolean isTimeless() {
            return where.relation().time().isEmpty() && condition.isTimeless();
        }

        double cost() {
            return where.cost(2 + condition.cost());
        }

        Counter<R> counter(Plan.Assembly assembly) {
            return Counter.of(
                    where.relation().time().orElse(null),
                    window,
                    condition.equals(new Plan.Fixed<R>(true)) ? null : condition.check(assembly));
        }
    }

    /** How many facts count. */
    record Count<S, R>(Counted<S, R> facts, CountChecks.Wanted wanted) implements Plan<S> {

        static <S, R> Plan<S> of(Counted<S, R> facts, ValueTest<BigDecimal> test, boolean negated) {
            LongRanges ranges = TimelessRanges.of(test, FieldType.INTEGER);
            CountChecks.Wanted wanted = CountChecks.Wanted.of(negated ? ranges.complement() : ranges);
            return wanted.isConstant() || facts.isNever() ? new Fixed<>(wanted.passes(0)) : new Count<>(facts, wanted);
        }

        @Override
        public double cost() {
            return facts.cost();
        }

        @Override
        public double chance() {
            return wanted.passes(0) ? 0.7 : 0.3;
        }

        @Override
        @SuppressWarnings("unchecked") // equal relations lead to the same facts
        public @Nullable Plan<S> join(Plan<S> other, boolean any) {
            return other instanceof Count<S, ?> count
                            && count.facts
                                    .where()
                                    .relation()
                                    .equals(facts.where().relation())
                    ? new TwoCounts<>(this, (Count<S, R>) count, any)
                    : null;
        }

        /** Facts that have a time come into sight. */
        @Override
        public boolean isTimeless() {
            return facts.isTimeless();
        }

        @Override
        public Check<S> check(Assembly assembly) {
            return new CountChecks.One<>(facts.where().source(), facts.counter(assembly), wanted);
        }
    }

    /** Two counts over the same facts. */
    record TwoCounts<S, R>(Count<S, R> first, Count<S, R> second, boolean any) implements Plan<S> {

        @Override
        public double cost() {
            return first.cost() + Guess.FACTS * (2 + second.facts().condition().cost());
        }

        @Override
        public double chance() {
            double both = first.chance() * second.chance();
            return any ? first.chance() + second.chance() - both : both;
        }

        /** Facts that have a time come into sight. */
        @Override
        public boolean isTimeless() {
            return first.isTimeless() && second.isTimeless();
        }

        @Override
        public Check<S> check(Assembly assembly) {
            return new CountChecks.Two<>(
                    first.facts().where().source(),
                    first.facts().counter(assembly),
                    first.wanted(),
                    second.facts().counter(assembly),
                    second.wanted(),
                    any);
        }
    }

    /** A sum, extreme or average over the facts that count. */
    record Measures<S, R>(
            Counted<S, R> facts,
            Field<R, BigDecimal> number,
            MeasureChecks.Numbers<R> numbers,
            Measure.Kind kind,
            ValueTest<BigDecimal> test,
            boolean negated)
            implements Plan<S> {

        @Override
        public double cost() {
            return facts.cost() + Guess.FACTS * 4;
        }

        @Override
        public double chance() {
            return negated ? 0.7 : 0.3;
        }

        /** Facts that have a time come into sight. */
        @Override
        public boolean isTimeless() {
            return facts.isTimeless();
        }

        @Override
        public Check<S> check(Assembly assembly) {
            Source<S, R> source = facts.where().source();
            Counter<R> counter = facts.counter(assembly);
            LongRanges ranges = TimelessRanges.of(test, number.type());
            MeasureChecks.Wanted wanted =
                    new MeasureChecks.Wanted(kind, test, ranges, number.type().scale(), negated);
            Check<S> gathered = new MeasureChecks.Gathered<>(source, counter, numbers, wanted);
            return number instanceof Field.One<R, BigDecimal> one
                    ? new MeasureChecks.Single<>(source, counter, one.longReader(), wanted, gathered)
                    : gathered;
        }
    }
}
