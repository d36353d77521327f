package org.sambandh.crm.store;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.ToLongFunction;
import org.sambandh.crm.condition.Condition;
import org.sambandh.crm.condition.ValueTest;
import org.sambandh.crm.field.Field;

/**
 * A way to find what matches a condition without reading every row: each match satisfies at least one of the equalities.
 * They are implied by the condition and do not replace it: the whole condition is tested on every row they find.
 *
 * @param anyOf the equalities; none means that nothing can match
 * @param cost what the caller estimated for all of them together, usually rows
 * @param <S> the entity
 */
public record Lookup<S>(List<Equality<S, ?>> anyOf, long cost) {

    /** The cost of an equality for which there is no index. */
    public static final long NO_INDEX = Long.MAX_VALUE;

    /**
     * Checks and copies what it is given.
     *
     * @param anyOf the equalities; none means that nothing can match
     * @param cost what the caller estimated for all of them together, usually rows
     */
    public Lookup {
        anyOf = List.copyOf(anyOf);
    }

    /**
     * Returns the cheapest look-up that a condition allows: of {@code all} the cheapest part, of {@code any} every part,
     * where each has one.
     *
     * @param condition the condition
     * @param cost estimates one equality, {@link #NO_INDEX} where it cannot be looked up
     * @param <S> the entity
     * @return the look-up, or nothing where rows must be scanned
     */
    public static <S> Optional<Lookup<S>> cheapest(Condition<S> condition, ToLongFunction<Equality<S, ?>> cost) {
        if (condition instanceof Condition.FieldTest<S, ?> test) {
            return ofTest(test, cost);
        }
        if (condition instanceof Condition.All<S> all) {
            Optional<Lookup<S>> best = Optional.empty();
            for (Condition<S> part : all.conditions()) {
                Optional<Lookup<S>> found = cheapest(part, cost);
                if (found.isPresent() && (best.isEmpty() || found.get().cost < best.get().cost)) {
                    best = found;
                }
            }
            return best;
        }
        if (condition instanceof Condition.Any<S> any) {
            List<Equality<S, ?>> union = new ArrayList<>();
            long sum = 0;
            for (Condition<S> part : any.conditions()) {
                Optional<Lookup<S>> found = cheapest(part, cost);
                if (found.isEmpty()) {
                    return Optional.empty();
                }
                union.addAll(found.get().anyOf);
                sum += found.get().cost;
            }
            return Optional.of(new Lookup<>(union, sum));
        }
        return Optional.empty();
    }

    private static <S, V> Optional<Lookup<S>> ofTest(
            Condition.FieldTest<S, V> test, ToLongFunction<Equality<S, ?>> cost) {
        if (test.field() instanceof Field.Path) {
            return Optional.empty();
        }
        Equality<S, V> equality;
        if (test.test() instanceof ValueTest.Is<V> is) {
            equality = new Equality<>(test.field(), Set.of(is.value()));
        } else if (test.test() instanceof ValueTest.In<V> in) {
            equality = new Equality<>(test.field(), in.values());
        } else {
            return Optional.empty();
        }
        long estimate = cost.applyAsLong(equality);
        return estimate == NO_INDEX ? Optional.empty() : Optional.of(new Lookup<>(List.of(equality), estimate));
    }
}
