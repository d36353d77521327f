package org.sambandh.crm.tck;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.sambandh.crm.common.Entity;
import org.sambandh.crm.common.StoreFailure;
import org.sambandh.crm.common.UserId;
import org.sambandh.crm.condition.Conditions;
import org.sambandh.crm.store.Repositories;
import org.sambandh.crm.store.WriteWatch;
import org.sambandh.crm.team.User;
import org.sambandh.crm.team.UserRepository;

/** What keeps derived data exact: every write is seen, and one transaction after the other draws its conclusions. */
interface TurnsChapter extends OnStore {

    /** {@return a sample under an id of its own} */
    private static User user(String id, int n) {
        return Samples.of(User.class, id, n);
    }

    /** Writes down what it sees. */
    final class Notes implements WriteWatch {
        private final List<String> seen = new ArrayList<>();

        @Override
        public void beforeFirst() {
            seen.add("first");
        }

        @Override
        public <T extends Entity<?>> void wrote(Class<T> type, @Nullable T before, @Nullable T after) {
            String old = before == null ? "nothing" : state(before);
            String now = after == null ? "nothing" : state(after);
            seen.add(type.getSimpleName() + ": " + old + " -> " + now);
        }
    }

    /** What tells two states of a user apart; revisions are another chapter's. */
    private static String state(Entity<?> entity) {
        return entity instanceof User user
                ? user.id() + " " + user.displayName()
                : entity.id().value();
    }

    @Test
    default void everyWriteIsSeenWithWhatWasStoredBefore() {
        User kept = in(all -> all.get(UserRepository.class)
                .save(List.of(user("u1", 1), user("u2", 2)))
                .get(0));
        User other = in(
                all -> all.get(UserRepository.class).findById(new UserId("u2")).orElseThrow());
        Notes notes = new Notes();
        List<String> expected = new ArrayList<>(List.of("first"));
        in(all -> {
            all.watch(notes);
            UserRepository users = all.get(UserRepository.class);
            User now = users.save(List.of(kept.toBuilder().displayName("One").build()))
                    .get(0);
            expected.add("User: " + state(kept) + " -> u1 One");
            User later = users.save(List.of(now.toBuilder().displayName("Two").build()))
                    .get(0);
            expected.add("User: u1 One -> " + state(later));
            User added = users.save(List.of(user("u3", 3))).get(0);
            expected.add("User: nothing -> " + state(added));
            users.delete(other.id(), other.revision());
            expected.add("User: " + state(other) + " -> nothing");
            return true;
        });
        assertThat(notes.seen).isEqualTo(expected);
    }

    @Test
    default void whoOnlyReadsIsNotWatched() {
        Notes notes = new Notes();
        in(all -> {
            all.watch(notes);
            all.get(UserRepository.class).save(List.of());
            return all.get(UserRepository.class).findById(new UserId("u1"));
        });
        assertThat(notes.seen).isEmpty();
    }

    @Test
    default void whoHasTheTurnSeesWhatEverybodyBeforeItDid() {
        Race race = new Race();
        int rounds = 4;
        for (int round = 0; round < rounds; round++) {
            String name = "turn-" + round;
            List<Long> counts =
                    race.run(meet -> addOne(name + "a", meet), meet -> addOne(name + "b", meet), StoreFailure.class);
            assertThat(counts).containsExactlyInAnyOrder(2L * round, 2L * round + 1);
        }
        race.assertThatItRaced();
    }

    private long addOne(String id, Runnable meet) {
        return in(all -> {
            meet.run();
            all.awaitTurn();
            all.awaitTurn();
            long found = count(all);
            all.get(UserRepository.class).save(List.of(user(id, 1)));
            return found;
        });
    }

    private static long count(Repositories all) {
        return all.get(UserRepository.class).count(Conditions.always(), Samples.MOMENT);
    }
}
