package org.sambandh.crm.tck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.sambandh.crm.common.Entity;
import org.sambandh.crm.common.Id;
import org.sambandh.crm.common.Revision;
import org.sambandh.crm.common.StaleRevision;
import org.sambandh.crm.store.Query;

/** {@link Chapter#REVISIONS}. */
interface RevisionsChapter<T extends Entity<I>, I extends Id> extends OnBench<T, I> {

    @Test
    default void everyWriteGivesARevisionThatTheEntityNeverHad() {
        Bench<T, I> bench = bench();
        Set<Revision> seen = new HashSet<>(Set.of(Revision.NEW));
        T current = bench.save(bench.sample(1));
        assertThat(seen.add(current.revision())).isTrue();
        for (int i = 0; i < 3; i++) {
            current = bench.save(bench.changed(current));
            assertThat(seen.add(current.revision())).isTrue();
        }
    }

    @Test
    default void savingAnUnchangedCopyGivesANewRevisionToo() {
        Bench<T, I> bench = bench();
        T first = bench.save(bench.sample(1));
        T second = bench.save(first);
        assertThat(second.revision()).isNotEqualTo(first.revision());
        assertThatThrownBy(() -> bench.save(first)).isInstanceOf(StaleRevision.class);
        assertThat(bench.load(first).revision()).isEqualTo(second.revision());
    }

    @Test
    default void everyWayOfReadingGivesTheRevisionThatSaveReturned() {
        Bench<T, I> bench = bench();
        T saved = bench.save(bench.changed(bench.save(bench.sample(1))));
        assertThat(bench.load(saved).revision()).isEqualTo(saved.revision());
        assertThat(bench.findAll(List.of(saved.id())).get(0).revision()).isEqualTo(saved.revision());
        assertThat(bench.find(Query.all(Samples.MOMENT)).items().get(0).revision())
                .isEqualTo(saved.revision());
    }

    @Test
    default void updateWithAStaleRevisionIsRefusedAndLeavesTheRowAlone() {
        Bench<T, I> bench = bench();
        T first = bench.save(bench.sample(1));
        T second = bench.save(bench.changed(first));
        assertThatThrownBy(() -> bench.save(first))
                .isInstanceOfSatisfying(
                        StaleRevision.class, e -> assertThat(e.stale()).containsExactly(bench.ref(first)));
        bench.assertSame(bench.load(first), second);
        assertThat(bench.load(first).revision()).isEqualTo(second.revision());
    }

    @Test
    default void updateWithAStaleRevisionIsRefusedWithinOneTransactionToo() {
        Bench<T, I> bench = bench();
        T first = bench.save(bench.sample(1));
        assertThatThrownBy(() -> bench.in(repository -> {
                    repository.save(List.of(bench.changed(first)));
                    return repository.save(List.of(first));
                }))
                .isInstanceOf(StaleRevision.class);
        bench.assertSame(bench.load(first), first);
    }

    @Test
    default void aStaleErrorNamesEveryEntityThatIsStaleOrGone() {
        Bench<T, I> bench = bench();
        List<T> saved = bench.saveSamples(5);
        bench.save(bench.changed(saved.get(1)));
        bench.save(bench.changed(saved.get(3)));
        bench.delete(saved.get(4));
        T never = bench.type().stamp().apply(bench.sample(7), saved.get(0).revision());
        List<T> call = List.of(saved.get(0), saved.get(1), saved.get(2), saved.get(3), saved.get(4), never);
        assertThatThrownBy(() -> bench.save(call))
                .isInstanceOfSatisfying(
                        StaleRevision.class,
                        e -> assertThat(e.stale())
                                .containsExactlyInAnyOrder(
                                        bench.ref(saved.get(1)),
                                        bench.ref(saved.get(3)),
                                        bench.ref(saved.get(4)),
                                        bench.ref(never)));
    }

    @Test
    default void anEntityMadeAnewNeverGetsAnOldRevisionBack() {
        Bench<T, I> bench = bench();
        T first = bench.save(bench.sample(1));
        T second = bench.save(bench.changed(first));
        bench.delete(second);
        T third = bench.save(bench.sample(1));
        T fourth = bench.save(bench.changed(third));
        assertThat(List.of(third.revision(), fourth.revision())).doesNotContain(first.revision(), second.revision());
        for (T old : List.of(first, second)) {
            assertThatThrownBy(() -> bench.save(old)).isInstanceOf(StaleRevision.class);
            assertThatThrownBy(() -> bench.delete(old)).isInstanceOf(StaleRevision.class);
        }
        assertThat(bench.load(first).revision()).isEqualTo(fourth.revision());
    }

    @Test
    default void anEntityDeletedAndMadeAnewInOneTransactionGetsANewRevision() {
        Bench<T, I> bench = bench();
        T first = bench.save(bench.sample(1));
        T second = bench.in(repository -> {
            repository.delete(first.id(), first.revision());
            return repository.save(List.of(bench.sample(1))).get(0);
        });
        assertThat(second.revision()).isNotEqualTo(first.revision());
        assertThat(bench.load(first).revision()).isEqualTo(second.revision());
        assertThatThrownBy(() -> bench.save(first)).isInstanceOf(StaleRevision.class);
    }
}
