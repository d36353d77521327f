package org.sambandh.crm.tck;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.sambandh.crm.common.DuplicateKey;
import org.sambandh.crm.common.Entity;
import org.sambandh.crm.common.Id;
import org.sambandh.crm.common.StaleRevision;

/** {@link Chapter#CONCURRENCY}. */
interface ConcurrencyChapter<T extends Entity<I>, I extends Id> extends OnBench<T, I> {

    /** How often two race. */
    int ROUNDS = 4;

    @Test
    default void ofTwoWhoUpdateTheSameStateExactlyOneWins() {
        Bench<T, I> bench = bench();
        Race race = new Race();
        for (int round = 0; round < ROUNDS; round++) {
            T read = bench.save(bench.sample("race-" + round, 50 + round));
            List<T> won = race.run(
                    meet -> write(bench, bench.changed(read), meet),
                    meet -> write(bench, bench.changed(read), meet),
                    StaleRevision.class);
            assertThat(won).hasSize(1);
            bench.assertSame(bench.load(read), won.get(0));
            assertThat(bench.load(read).revision()).isEqualTo(won.get(0).revision());
        }
        race.assertThatItRaced();
    }

    @Test
    default void ofTwoWhoInsertTheSameIdExactlyOneWins() {
        Bench<T, I> bench = bench();
        Race race = new Race();
        for (int round = 0; round < ROUNDS; round++) {
            T entity = bench.sample("race-" + round, 50 + round);
            List<T> won = race.run(
                    meet -> write(bench, bench.changed(entity), meet),
                    meet -> write(bench, entity, meet),
                    DuplicateKey.class);
            assertThat(won).hasSize(1);
            bench.assertSame(bench.load(entity), won.get(0));
        }
        race.assertThatItRaced();
    }

    @Test
    default void ofTwoWhoClaimTheSameKeyExactlyOneWins() {
        Bench<T, I> bench = bench();
        Assumptions.assumeFalse(
                bench.type().unique().isEmpty(), () -> "a " + bench.type().name() + " has no unique key but its id");
        Race race = new Race();
        for (int round = 0; round < ROUNDS; round++) {
            T one = bench.claiming(bench.sample(2 * round), round);
            T other = bench.claiming(bench.sample(2 * round + 1), round);
            List<T> won =
                    race.run(meet -> write(bench, one, meet), meet -> write(bench, other, meet), DuplicateKey.class);
            assertThat(won).hasSize(1);
            assertThat(bench.ids(bench.findAll(List.of(one.id(), other.id())))).isEqualTo(bench.ids(won));
        }
        race.assertThatItRaced();
    }

    private static <T extends Entity<I>, I extends Id> T write(Bench<T, I> bench, T entity, Runnable meet) {
        return bench.in(all -> {
            all.findById(entity.id());
            meet.run();
            return all.save(List.of(entity)).get(0);
        });
    }
}
