package org.sambandh.crm.tck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.sambandh.crm.common.CustomerId;
import org.sambandh.crm.common.Entity;
import org.sambandh.crm.common.Id;
import org.sambandh.crm.common.StaleRevision;
import org.sambandh.crm.common.StoreFailure;
import org.sambandh.crm.condition.Conditions;
import org.sambandh.crm.store.Order;
import org.sambandh.crm.store.Query;
import org.sambandh.crm.store.Repositories;
import org.sambandh.crm.store.Repository;

/** {@link Chapter#ROLLBACK}. */
interface RollbackChapter<T extends Entity<I>, I extends Id> extends OnBench<T, I> {

    @Test
    default void aFunctionThatThrowsLeavesNothingBehind() {
        Bench<T, I> bench = bench();
        List<T> before = bench.saveSamples(3);
        assertThatThrownBy(() -> bench.in(all -> {
                    all.save(List.of(bench.changed(before.get(0)), bench.sample(7)));
                    all.delete(before.get(1).id(), before.get(1).revision());
                    T third = all.save(List.of(bench.changed(before.get(2)))).get(0);
                    all.delete(third.id(), third.revision());
                    all.find(Query.<T>all(Samples.MOMENT)
                            .orderBy(Order.by(bench.type().id())));
                    throw new IllegalStateException("on purpose");
                }))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("on purpose");
        asBefore(bench, before);
        assertThat(bench.find(bench.sample(7).id())).isEmpty();
        // Nothing is left that would be in the way.
        bench.save(bench.sample(7));
        bench.save(bench.changed(before.get(0)));
    }

    @Test
    default void anErrorRollsBackToo() {
        Bench<T, I> bench = bench();
        assertThatThrownBy(() -> bench.in(all -> {
                    all.save(List.of(bench.sample(1)));
                    throw new AssertionError("on purpose");
                }))
                .isInstanceOf(AssertionError.class)
                .hasMessage("on purpose");
        assertThat(bench.find(bench.sample(1).id())).isEmpty();
    }

    @Test
    default void afterAnyExceptionOfARepositoryTheTransactionIsDead() {
        Bench<T, I> bench = bench();
        T first = bench.save(bench.sample(1));
        T second = bench.save(bench.changed(first));
        List<Throwable> later = new ArrayList<>();
        assertThatThrownBy(() -> bench.store().inTransaction(bench.tenant(), repositories -> {
                    // A store may run the work again.
                    later.clear();
                    Repository<T, I> all = bench.repository(repositories);
                    all.save(List.of(bench.sample(2)));
                    assertThatThrownBy(() -> all.save(List.of(first))).isInstanceOf(StaleRevision.class);
                    for (Runnable call : calls(repositories, all, second)) {
                        try {
                            call.run();
                        } catch (StoreFailure e) {
                            later.add(e);
                        }
                    }
                    return "as if nothing had happened";
                }))
                .isInstanceOf(StoreFailure.class);
        assertThat(later).hasSize(9);
        asBefore(bench, List.of(second));
    }

    private static <T extends Entity<I>, I extends Id> List<Runnable> calls(
            Repositories repositories, Repository<T, I> all, T entity) {
        return List.of(
                () -> all.findById(entity.id()),
                () -> all.findAllById(List.of(entity.id())),
                () -> all.find(Query.all(Samples.MOMENT)),
                () -> all.count(Conditions.always(), Samples.MOMENT),
                () -> all.save(List.of(entity)),
                () -> all.delete(entity.id(), entity.revision()),
                () -> repositories.of(entity.getClass()),
                () -> repositories.redirects().resolve(new CustomerId("c")),
                () -> repositories.afterCommit(() -> {}));
    }

    @Test
    default void repositoriesAreRefusedAfterTheTransactionEnded() {
        Bench<T, I> bench = bench();
        T stored = bench.save(bench.sample(1));
        List<Repositories> kept = new ArrayList<>();
        Repository<T, I> all = bench.store().inTransaction(bench.tenant(), repositories -> {
            kept.add(repositories);
            return bench.repository(repositories);
        });
        for (Runnable call : calls(kept.get(0), all, stored)) {
            assertThatThrownBy(call::run).isInstanceOf(StoreFailure.class);
        }
        asBefore(bench, List.of(stored));
    }

    private static <T extends Entity<I>, I extends Id> void asBefore(Bench<T, I> bench, List<T> before) {
        List<T> now = bench.everyItem(Query.all(Samples.MOMENT));
        assertThat(bench.ids(now)).isEqualTo(bench.ids(before));
        for (int i = 0; i < before.size(); i++) {
            bench.assertSame(now.get(i), before.get(i));
            assertThat(now.get(i).revision()).isEqualTo(before.get(i).revision());
        }
        assertThat(bench.count(Conditions.always())).isEqualTo(before.size());
    }
}
