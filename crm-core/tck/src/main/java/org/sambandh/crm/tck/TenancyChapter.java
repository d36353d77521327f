package org.sambandh.crm.tck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.sambandh.crm.common.Entity;
import org.sambandh.crm.common.Id;
import org.sambandh.crm.common.Invalid;
import org.sambandh.crm.common.Revision;
import org.sambandh.crm.condition.Conditions;
import org.sambandh.crm.condition.Tests;
import org.sambandh.crm.store.Cursor;
import org.sambandh.crm.store.Order;
import org.sambandh.crm.store.Query;
import org.sambandh.crm.store.Repository;

/** {@link Chapter#TENANCY}. */
interface TenancyChapter<T extends Entity<I>, I extends Id> extends OnBench<T, I> {

    @Test
    default void anIdOfAnotherTenantIsAnsweredLikeAMissingOneByEveryMethod() {
        Bench<T, I> bench = bench();
        // The same questions before anybody has the id, and when another tenant has.
        T unknown = bench.type().stamp().apply(bench.sample(1), new Revision(4_711));
        List<String> missing = answers(bench, unknown);
        T stored = bench.save(bench.sample(1));
        assertThat(answers(bench, unknown)).isEqualTo(missing);
        assertThat(answers(bench, stored)).isEqualTo(missing);
        bench.assertSame(bench.load(stored), stored);
        assertThat(bench.load(stored).revision()).isEqualTo(stored.revision());
    }

    private static <T extends Entity<I>, I extends Id> List<String> answers(Bench<T, I> bench, T entity) {
        List<Function<Repository<T, I>, Object>> questions = List.of(
                all -> all.findById(entity.id()),
                all -> all.findAllById(List.of(entity.id())),
                all -> all.find(Query.all(Samples.MOMENT)),
                all -> all.find(Query.of(Conditions.where(bench.type().id(), Tests.is(entity.id())), Samples.MOMENT)),
                all -> all.find(Query.<T>all(Samples.MOMENT)
                        .orderBy(Order.by(bench.type().id()))),
                all -> all.count(Conditions.always(), Samples.MOMENT),
                all -> all.count(Conditions.not(Conditions.any(List.of())), Samples.MOMENT),
                all -> all.save(List.of(entity)),
                all -> {
                    all.delete(entity.id(), entity.revision());
                    return "deleted";
                });
        List<String> answers = new ArrayList<>();
        for (Function<Repository<T, I>, Object> question : questions) {
            try {
                answers.add(String.valueOf(bench.<Object>in(bench.other(), question)));
            } catch (RuntimeException e) {
                answers.add(e.toString());
            }
        }
        return answers;
    }

    @Test
    default void theSameIdsAndKeysAreFreeInAnotherTenant() {
        Bench<T, I> bench = bench();
        T ours = bench.save(bench.sample(1));
        T theirs = bench.in(bench.other(), all -> all.save(List.of(bench.changed(bench.sample(1)))))
                .get(0);
        bench.assertSame(bench.load(ours), ours);
        T changed = bench.save(bench.changed(ours));
        bench.delete(changed);
        T still = bench.in(bench.other(), all -> all.findById(theirs.id())).orElseThrow();
        bench.assertSame(still, theirs);
        assertThat(still.revision()).isEqualTo(theirs.revision());
    }

    @Test
    default void everyTenantSeesItsOwnInEveryOrder() {
        Bench<T, I> bench = bench();
        List<T> ours = bench.saveSamples(6);
        List<T> theirs = bench.in(bench.other(), all -> all.save(bench.samples(4, 12)));
        for (Query<T> query : List.of(
                Query.<T>all(Samples.MOMENT),
                Query.<T>all(Samples.MOMENT).limit(4),
                Query.<T>all(Samples.MOMENT)
                        .limit(3)
                        .orderBy(Order.by(bench.type().id())))) {
            assertThat(bench.ids(bench.everyItem(query))).isEqualTo(bench.ids(ours));
            assertThat(bench.ids(bench.in(bench.other(), all -> bench.everyItem(all, query))))
                    .isEqualTo(bench.ids(theirs));
        }
        assertThat(bench.count(Conditions.always())).isEqualTo(6);
    }

    @Test
    default void aCursorOfAnotherTenantIsInvalid() {
        Bench<T, I> bench = bench();
        bench.saveSamples(3);
        bench.in(bench.other(), all -> all.save(bench.samples(0, 3)));
        Query<T> query = Query.<T>all(Samples.MOMENT).limit(1);
        Cursor cursor = bench.find(query).next().orElseThrow();
        assertThatThrownBy(() -> bench.in(bench.other(), all -> all.find(query.after(cursor))))
                .isInstanceOf(Invalid.class);
    }
}
