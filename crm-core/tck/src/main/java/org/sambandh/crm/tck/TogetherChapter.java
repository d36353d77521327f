package org.sambandh.crm.tck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.sambandh.crm.common.DuplicateKey;
import org.sambandh.crm.common.Entity;
import org.sambandh.crm.common.Id;
import org.sambandh.crm.common.StaleRevision;
import org.sambandh.crm.condition.Conditions;
import org.sambandh.crm.store.Query;

/** {@link Chapter#TOGETHER}. */
interface TogetherChapter<T extends Entity<I>, I extends Id> extends OnBench<T, I> {

    @Test
    default void insertsAndUpdatesAreStoredInOneCallInTheOrderGiven() {
        Bench<T, I> bench = bench();
        T old = bench.save(bench.sample(2));
        List<T> given = List.of(bench.sample(3), bench.changed(old), bench.sample(1));
        List<T> saved = bench.save(given);
        assertThat(bench.ids(saved)).isEqualTo(bench.ids(given));
        for (int i = 0; i < given.size(); i++) {
            bench.assertSame(bench.load(saved.get(i)), given.get(i));
            assertThat(bench.load(saved.get(i)).revision())
                    .isEqualTo(saved.get(i).revision());
        }
    }

    @Test
    default void oneStaleEntityKeepsTheWholeCallFromBeingWritten() {
        Bench<T, I> bench = bench();
        List<T> saved = bench.saveSamples(2);
        T newer = bench.save(bench.changed(saved.get(1)));
        assertThatThrownBy(() -> bench.save(List.of(bench.sample(5), bench.changed(saved.get(0)), saved.get(1))))
                .isInstanceOfSatisfying(
                        StaleRevision.class, e -> assertThat(e.stale()).containsExactly(bench.ref(newer)));
        assertThat(bench.find(bench.sample(5).id())).isEmpty();
        bench.assertSame(bench.load(saved.get(0)), saved.get(0));
        bench.assertSame(bench.load(newer), newer);
    }

    @Test
    default void oneTakenIdKeepsTheWholeCallFromBeingWritten() {
        Bench<T, I> bench = bench();
        List<T> saved = bench.saveSamples(2);
        List<T> call = List.of(bench.sample(5), bench.changed(saved.get(0)), bench.sample(1));
        assertThatThrownBy(() -> bench.save(call)).isInstanceOf(DuplicateKey.class);
        assertThat(bench.find(bench.sample(5).id())).isEmpty();
        bench.assertSame(bench.load(saved.get(0)), saved.get(0));
    }

    @Test
    default void whenSomeAreStaleAndAnIdIsTakenTheStaleOnesAreSaid() {
        Bench<T, I> bench = bench();
        List<T> saved = bench.saveSamples(2);
        bench.save(bench.changed(saved.get(1)));
        assertThatThrownBy(() -> bench.save(List.of(bench.sample(0), saved.get(1))))
                .isInstanceOfSatisfying(
                        StaleRevision.class, e -> assertThat(e.stale()).containsExactly(bench.ref(saved.get(1))));
    }

    @Test
    default void hundredsAreSavedInOneCallAndFoundByThousandsOfIds() {
        Bench<T, I> bench = bench();
        List<T> given = bench.samples(0, 300);
        List<T> saved = bench.save(given);
        assertThat(bench.ids(saved)).isEqualTo(bench.ids(given));
        List<I> ids = new ArrayList<>();
        for (int i = 0; i < 2_500; i++) {
            ids.add(i % 10 == 0 ? given.get(i / 10).id() : bench.id("never-given-" + i));
        }
        assertThat(bench.ids(bench.findAll(ids))).isEqualTo(bench.ids(given).subList(0, 250));
        assertThat(bench.count(Conditions.always())).isEqualTo(300);
        assertThat(bench.ids(bench.everyItem(Query.<T>all(Samples.MOMENT).limit(300))))
                .isEqualTo(bench.ids(given));
    }
}
