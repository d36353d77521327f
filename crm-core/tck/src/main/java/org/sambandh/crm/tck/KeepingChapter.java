package org.sambandh.crm.tck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.sambandh.crm.common.DuplicateKey;
import org.sambandh.crm.common.Entity;
import org.sambandh.crm.common.Id;
import org.sambandh.crm.common.Invalid;
import org.sambandh.crm.common.NotFound;
import org.sambandh.crm.common.Revision;
import org.sambandh.crm.common.StaleRevision;
import org.sambandh.crm.store.Query;

/** {@link Chapter#KEEPING}. */
interface KeepingChapter<T extends Entity<I>, I extends Id> extends OnBench<T, I> {

    @Test
    default void whatWasSavedIsSeenInTheSameTransactionAndInTheNext() {
        Bench<T, I> bench = bench();
        T stored = bench.in(repository -> {
            T saved = repository.save(List.of(bench.sample(1))).get(0);
            assertThat(repository.findById(saved.id())).hasValue(saved);
            assertThat(repository.find(Query.all(Samples.MOMENT)).items()).containsExactly(saved);
            return saved;
        });
        assertThat(bench.find(stored.id())).hasValue(stored);
    }

    @Test
    default void everyPropertyComesBackAsItWasSaved() {
        Bench<T, I> bench = bench();
        List<T> given = bench.samples(0, 40);
        List<T> saved = bench.save(given);
        List<T> loaded = bench.findAll(given.stream().map(T::id).toList());
        for (int i = 0; i < given.size(); i++) {
            bench.assertSame(saved.get(i), given.get(i));
            bench.assertSame(loaded.get(i), given.get(i));
            assertThat(loaded.get(i).revision()).isEqualTo(saved.get(i).revision());
        }
    }

    @Test
    default void everyPropertyOfAnUpdateComesBackAsItWasSaved() {
        Bench<T, I> bench = bench();
        // From full to bare and back: what a row had must not show through.
        for (int[] step : new int[][] {{1, 0}, {0, 1}, {5, 6}, {7, 3}}) {
            String id = "from-" + step[0] + "-to-" + step[1];
            T before = bench.save(bench.sample(id, 100 + step[0]));
            T from = bench.type().stamp().apply(bench.sample(id, step[0]), before.revision());
            T stored = bench.save(from);
            T to = bench.type().stamp().apply(bench.sample(id, step[1]), stored.revision());
            T last = bench.save(to);
            bench.assertSame(bench.load(to), to);
            bench.delete(last);
        }
    }

    @Test
    default void saveReturnsWhatWasStoredWithNewRevisionsInTheSameOrder() {
        Bench<T, I> bench = bench();
        List<T> given = List.of(bench.sample(3), bench.sample(1), bench.sample(2));
        List<T> saved = bench.save(given);
        assertThat(bench.ids(saved)).isEqualTo(bench.ids(given));
        assertThat(saved).allMatch(entity -> !entity.revision().isNew());
    }

    @Test
    default void findAllByIdReturnsThoseThatExistInTheOrderOfTheIdsRepeatedOnesOnce() {
        Bench<T, I> bench = bench();
        bench.saveSamples(4);
        List<I> ids = List.of(
                bench.sample(3).id(),
                bench.missingId(),
                bench.sample(0).id(),
                bench.sample(3).id(),
                bench.sample(2).id());
        List<T> found = bench.findAll(ids);
        assertThat(bench.ids(found)).isEqualTo(bench.ids(List.of(bench.sample(3), bench.sample(0), bench.sample(2))));
    }

    @Test
    default void anIdThatWasNeverGivenIsAnsweredWithNothing() {
        Bench<T, I> bench = bench();
        bench.saveSamples(2);
        assertThat(bench.find(bench.missingId())).isEmpty();
    }

    @Test
    default void anUpdateReplacesWhatWasStored() {
        Bench<T, I> bench = bench();
        T neighbour = bench.save(bench.sample(2));
        T changed = bench.changed(bench.save(bench.sample(1)));
        T saved = bench.save(changed);
        bench.assertSame(saved, changed);
        bench.assertSame(bench.load(saved), changed);
        bench.assertSame(bench.load(neighbour), neighbour);
        assertThat(bench.text(changed)).isNotEqualTo(bench.text(bench.sample(1)));
    }

    @Test
    default void anUpdateIsSeenByQueriesOfTheSameTransaction() {
        Bench<T, I> bench = bench();
        T first = bench.save(bench.sample(1));
        bench.in(repository -> {
            repository.findById(first.id());
            T changed = repository.save(List.of(bench.changed(first))).get(0);
            bench.assertSame(repository.findById(first.id()).orElseThrow(), changed);
            bench.assertSame(repository.find(Query.all(Samples.MOMENT)).items().get(0), changed);
            repository.delete(changed.id(), changed.revision());
            assertThat(repository.findById(first.id())).isEmpty();
            assertThat(repository.find(Query.all(Samples.MOMENT)).items()).isEmpty();
            return true;
        });
    }

    @Test
    default void deleteRemovesOneEntity() {
        Bench<T, I> bench = bench();
        List<T> saved = bench.saveSamples(3);
        bench.delete(saved.get(1));
        assertThat(bench.find(saved.get(1).id())).isEmpty();
        assertThat(bench.find(Query.all(Samples.MOMENT)).items()).containsExactly(saved.get(0), saved.get(2));
    }

    @Test
    default void deletingWhatIsNotThereIsRefusedAsNotFound() {
        Bench<T, I> bench = bench();
        T gone = bench.save(bench.sample(1));
        bench.delete(gone);
        for (T missing : List.of(gone, bench.type().stamp().apply(bench.sample("never-given", 2), gone.revision()))) {
            assertThatThrownBy(() -> bench.delete(missing))
                    .isInstanceOfSatisfying(
                            NotFound.class, e -> assertThat(e.ref()).isEqualTo(bench.ref(missing)));
        }
    }

    @Test
    default void deletingAnotherStateIsRefusedAsStaleAndLeavesTheRowAlone() {
        Bench<T, I> bench = bench();
        T first = bench.save(bench.sample(1));
        T second = bench.save(bench.changed(first));
        for (T stale : List.of(first, bench.type().stamp().apply(first, Revision.NEW))) {
            assertThatThrownBy(() -> bench.delete(stale))
                    .isInstanceOfSatisfying(
                            StaleRevision.class, e -> assertThat(e.stale()).containsExactly(bench.ref(first)));
        }
        bench.assertSame(bench.load(first), second);
    }

    @Test
    default void insertingUnderATakenIdIsRefusedAsADuplicateKeyNamedId() {
        Bench<T, I> bench = bench();
        T stored = bench.save(bench.sample(1));
        assertThatThrownBy(() -> bench.save(bench.changed(bench.sample(1))))
                .isInstanceOfSatisfying(DuplicateKey.class, e -> {
                    assertThat(e.ref()).isEqualTo(bench.ref(stored));
                    assertThat(e.key()).isEqualTo("id");
                });
        bench.assertSame(bench.load(stored), stored);
    }

    @Test
    default void savingOneIdTwiceInOneCallIsInvalid() {
        Bench<T, I> bench = bench();
        T sample = bench.sample(1);
        assertThatThrownBy(() -> bench.save(List.of(sample, bench.changed(sample))))
                .isInstanceOf(Invalid.class);
        assertThat(bench.find(sample.id())).isEmpty();
    }
}
