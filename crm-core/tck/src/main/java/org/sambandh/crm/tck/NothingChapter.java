package org.sambandh.crm.tck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sambandh.crm.condition.Conditions.all;
import static org.sambandh.crm.condition.Conditions.always;
import static org.sambandh.crm.condition.Conditions.any;
import static org.sambandh.crm.condition.Conditions.not;
import static org.sambandh.crm.condition.Conditions.where;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.sambandh.crm.common.Entity;
import org.sambandh.crm.common.Id;
import org.sambandh.crm.condition.Condition;
import org.sambandh.crm.condition.Tests;
import org.sambandh.crm.store.Query;

/** {@link Chapter#NOTHING}. */
interface NothingChapter<T extends Entity<I>, I extends Id> extends OnBench<T, I> {

    @Test
    default void whereNothingIsStoredNothingIsFound() {
        Bench<T, I> bench = bench();
        T sample = bench.sample(1);
        assertThat(bench.find(sample.id())).isEmpty();
        assertThat(bench.findAll(List.of(sample.id()))).isEmpty();
        assertThat(bench.find(Query.all(Samples.MOMENT)).items()).isEmpty();
        assertThat(bench.find(Query.all(Samples.MOMENT)).next()).isEmpty();
        assertThat(bench.count(always())).isZero();
        assertThat(bench.count(not(any(List.of())))).isZero();
    }

    @Test
    default void savingNothingStoresNothing() {
        Bench<T, I> bench = bench();
        assertThat(bench.save(List.of())).isEmpty();
        assertThat(bench.count(always())).isZero();
    }

    @Test
    default void noIdsFindNothing() {
        Bench<T, I> bench = bench();
        bench.saveSamples(3);
        assertThat(bench.findAll(List.of())).isEmpty();
    }

    @Test
    default void allOfNothingIsTrueAnyOfNothingAndInNothingAreFalse() {
        Bench<T, I> bench = bench();
        List<String> everything = bench.ids(bench.saveSamples(5));
        Condition<T> none = where(bench.type().id(), Tests.in(List.of()));
        for (Condition<T> holds :
                List.<Condition<T>>of(all(List.of()), not(any(List.of())), not(none), any(always(), none))) {
            assertThat(bench.ids(bench.find(Query.of(holds, Samples.MOMENT)).items()))
                    .isEqualTo(everything);
            assertThat(bench.count(holds)).isEqualTo(5);
        }
        for (Condition<T> fails :
                List.<Condition<T>>of(any(List.of()), not(all(List.of())), none, all(always(), none))) {
            assertThat(bench.find(Query.of(fails, Samples.MOMENT)).items()).isEmpty();
            assertThat(bench.find(Query.of(fails, Samples.MOMENT)).next()).isEmpty();
            assertThat(bench.count(fails)).isZero();
        }
    }
}
