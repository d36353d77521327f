package org.sambandh.crm.tck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.sambandh.crm.common.DuplicateKey;
import org.sambandh.crm.common.Entity;
import org.sambandh.crm.common.Id;
import org.sambandh.crm.store.Repository;

/** {@link Chapter#UNIQUE_KEYS}. */
interface UniqueKeysChapter<T extends Entity<I>, I extends Id> extends OnBench<T, I> {

    /** {@return the bench, for kinds that have a unique key besides the id} */
    private Bench<T, I> unique() {
        Assumptions.assumeFalse(
                bench().type().unique().isEmpty(),
                () -> "a " + bench().type().name() + " has no unique key but its id");
        return bench();
    }

    @Test
    default void insertingWhatClaimsATakenKeyIsRefusedByTheNameOfTheKey() {
        Bench<T, I> bench = unique();
        bench.save(bench.claiming(bench.sample(1), 1));
        T rival = bench.claiming(bench.sample(2), 1);
        refused(bench, rival, () -> bench.save(rival));
        assertThat(bench.find(rival.id())).isEmpty();
    }

    @Test
    default void updatingToATakenKeyIsRefusedAndLeavesTheRowAlone() {
        Bench<T, I> bench = unique();
        bench.save(bench.claiming(bench.sample(1), 1));
        T second = bench.save(bench.claiming(bench.sample(2), 2));
        T rival = bench.claiming(second, 1);
        refused(bench, rival, () -> bench.save(rival));
        bench.assertSame(bench.load(second), second);
    }

    @Test
    default void twoOfOneCallMayNotClaimTheSameKey() {
        Bench<T, I> bench = unique();
        List<T> rivals = List.of(bench.claiming(bench.sample(1), 1), bench.claiming(bench.sample(2), 1));
        assertThatThrownBy(() -> bench.save(rivals)).isInstanceOf(DuplicateKey.class);
        assertThat(bench.findAll(rivals.stream().map(T::id).toList())).isEmpty();
    }

    @Test
    default void twoOfOneTransactionMayNotClaimTheSameKey() {
        Bench<T, I> bench = unique();
        assertThatThrownBy(() -> bench.in(repository -> {
                    repository.save(List.of(bench.claiming(bench.sample(1), 1)));
                    return repository.save(List.of(bench.claiming(bench.sample(2), 1)));
                }))
                .isInstanceOf(DuplicateKey.class);
        assertThat(bench.find(bench.sample(1).id())).isEmpty();
    }

    @Test
    default void twoEntitiesMaySwapTheirKeysInOneSave() {
        Bench<T, I> bench = unique();
        List<T> saved = bench.save(List.of(bench.claiming(bench.sample(1), 1), bench.claiming(bench.sample(2), 2)));
        T first = bench.claiming(saved.get(0), 2);
        T second = bench.claiming(saved.get(1), 1);
        bench.save(List.of(first, second));
        bench.assertSame(bench.load(first), first);
        bench.assertSame(bench.load(second), second);
        refused(bench, bench.claiming(bench.sample(3), 1), () -> bench.save(bench.claiming(bench.sample(3), 1)));
    }

    @Test
    default void aKeyMayMoveOnToAnEntityThatIsInsertedInTheSameSave() {
        Bench<T, I> bench = unique();
        T before = bench.save(bench.claiming(bench.sample(2), 1));
        bench.save(List.of(bench.claiming(bench.sample(1), 1), bench.claiming(before, 2)));
        refused(bench, bench.claiming(bench.sample(3), 2), () -> bench.save(bench.claiming(bench.sample(3), 2)));
    }

    @Test
    default void aKeyIsFreeAgainWhenItIsGivenUpOrItsEntityIsDeleted() {
        Bench<T, I> bench = unique();
        T first = bench.save(bench.claiming(bench.sample(1), 1));
        T moved = bench.save(bench.claiming(first, 2));
        T second = bench.save(bench.claiming(bench.sample(2), 1));
        bench.delete(moved);
        T third = bench.save(bench.claiming(bench.sample(3), 2));
        bench.in(repository -> {
            repository.delete(second.id(), second.revision());
            return repository.save(List.of(bench.claiming(third, 1)));
        });
        assertThat(bench.find(second.id())).isEmpty();
    }

    @Test
    default void anEntityKeepsItsOwnKeyWhenItIsUpdated() {
        Bench<T, I> bench = unique();
        T first = bench.save(bench.claiming(bench.sample(1), 1));
        T changed = bench.save(bench.changed(first));
        bench.assertSame(bench.load(changed), bench.changed(first));
    }

    @Test
    default void aKeyClaimedInATransactionThatFailedIsFree() {
        Bench<T, I> bench = unique();
        T holder = bench.save(bench.claiming(bench.sample(1), 1));
        assertThatThrownBy(() -> bench.in(repository -> moveOn(bench, repository, holder)))
                .hasMessage("on purpose");
        refused(bench, bench.claiming(bench.sample(3), 1), () -> bench.save(bench.claiming(bench.sample(3), 1)));
        bench.save(bench.claiming(bench.sample(4), 2));
    }

    private static <T extends Entity<I>, I extends Id> T moveOn(Bench<T, I> bench, Repository<T, I> all, T holder) {
        all.save(List.of(bench.claiming(holder, 2)));
        throw new IllegalStateException("on purpose");
    }

    private static <T extends Entity<I>, I extends Id> void refused(Bench<T, I> bench, T rival, ThrowingCallable call) {
        assertThatThrownBy(call).isInstanceOfSatisfying(DuplicateKey.class, e -> {
            assertThat(e.ref()).isEqualTo(bench.ref(rival));
            assertThat(bench.type().unique()).anyMatch(field -> field.name().equals(e.key()));
        });
    }
}
