package org.sambandh.crm.tck;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import org.sambandh.crm.common.Entity;
import org.sambandh.crm.common.Id;
import org.sambandh.crm.common.Moment;
import org.sambandh.crm.condition.CompiledCondition;
import org.sambandh.crm.condition.Condition;
import org.sambandh.crm.json.CrmJson;
import org.sambandh.crm.store.Query;
import org.sambandh.crm.store.Repositories;
import org.sambandh.crm.store.Repository;

/** Compares what a repository finds with what the interpreter of crm-core says of the same rows, one by one. */
final class Parity<T extends Entity<I>, I extends Id> {

    private final Bench<T, I> bench;
    private long conditions;
    private long pairs;
    private long matches;
    private long telling;

    Parity(Bench<T, I> bench) {
        this.bench = bench;
    }

    void compare(int count) {
        // The same conditions in every run, and others for every kind.
        long seed = bench.type().name().hashCode();
        bench.store().inTransaction(bench.tenant(), repositories -> {
            Map<Class<?>, List<?>> rows = Population.load(repositories);
            RandomConditions random = RandomConditions.over(bench.catalog(), rows, seed);
            PlainFacts facts = new PlainFacts(rows, repositories.redirects()::resolve);
            List<T> all = rowsOf(rows);
            for (int i = 0; i < count; i++) {
                Condition<T> condition = random.next(bench.type().type());
                Moment moment = random.nextMoment();
                if (!agree(repositories, condition, moment, facts, all, i)) {
                    throw new AssertionError(message(
                            repositories, smallest(repositories, condition, moment, facts, all), moment, facts, all));
                }
            }
            return true;
        });
    }

    @SuppressWarnings("unchecked") // the rows of a class are of that class
    private List<T> rowsOf(Map<Class<?>, List<?>> rows) {
        return (List<T>) rows.getOrDefault(bench.type().type(), List.of());
    }

    private boolean agree(
            Repositories repositories, Condition<T> condition, Moment moment, PlainFacts facts, List<T> all, int turn) {
        List<String> expected = expected(condition, moment, facts, all);
        Repository<T, I> repository = bench.repository(repositories);
        // By turns in one page, in small ones, and with an end to the rows that may be read.
        Query<T> query = Query.of(condition, moment).limit(turn % 3 == 0 ? 100 : 4);
        List<String> found = bench.ids(bench.everyItem(repository, turn % 3 == 1 ? query.maxScan(5) : query));
        long counted = repository.count(condition, moment);
        conditions++;
        pairs += all.size();
        matches += expected.size();
        telling += !expected.isEmpty() && expected.size() < all.size() ? 1 : 0;
        return found.equals(expected) && counted == expected.size();
    }

    private List<String> expected(Condition<T> condition, Moment moment, PlainFacts facts, List<T> all) {
        BitSet matching = CompiledCondition.of(condition, bench.type().type(), bench.catalog())
                .testAll(all, facts, moment);
        List<T> expected = new ArrayList<>();
        matching.stream().forEach(row -> expected.add(all.get(row)));
        return bench.ids(expected);
    }

    /** The smallest part of a condition about which the two disagree. */
    private Condition<T> smallest(
            Repositories repositories, Condition<T> condition, Moment moment, PlainFacts facts, List<T> all) {
        List<Condition<T>> parts = condition instanceof Condition.All<T> every
                ? every.conditions()
                : condition instanceof Condition.Any<T> any
                        ? any.conditions()
                        : condition instanceof Condition.Not<T> not ? List.of(not.condition()) : List.of();
        for (Condition<T> part : parts) {
            if (!agree(repositories, part, moment, facts, all, 0)) {
                return smallest(repositories, part, moment, facts, all);
            }
        }
        return condition;
    }

    private String message(
            Repositories repositories, Condition<T> condition, Moment moment, PlainFacts facts, List<T> all) {
        Repository<T, I> repository = bench.repository(repositories);
        return "The repository and the interpreter disagree at " + moment + " about\n  "
                + CrmJson.with(bench.catalog()).writeCondition(condition)
                + "\n  interpreter: " + expected(condition, moment, facts, all)
                + "\n  repository:  " + bench.ids(bench.everyItem(repository, Query.of(condition, moment)))
                + "\n  count:       " + repository.count(condition, moment);
    }

    void print() {
        System.out.printf(
                "%s: %,d conditions, %,d pairs compared, %,d matched, %,d conditions told rows apart%n",
                bench.type().name(), conditions, pairs, matches, telling);
    }

    /** Conditions that hold of all rows or of none show little. */
    void assertThatItShowedSomething() {
        assertThat(telling).as("conditions that told rows apart").isGreaterThan(conditions / 20);
    }
}
