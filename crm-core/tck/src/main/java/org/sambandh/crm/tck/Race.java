package org.sambandh.crm.tck;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Lets two threads do something at the same time, and knows whether they really did: inside its transaction each waits,
 * before it writes, until the other is inside too, or is kept waiting by the store.
 */
final class Race {

    private static final long MOST_SECONDS = 30;

    private int rounds;
    private int met;

    /** One of the two. */
    private static final class Runner {
        private volatile @Nullable Thread thread;
        private volatile boolean inside;
        private volatile boolean done;
        private volatile boolean sawTheOther;

        /** Waits for the other; lets a function that is run again pass. */
        void meet(Runner other) {
            inside = true;
            long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(MOST_SECONDS);
            while (!other.inside && !other.isKeptWaiting() && !other.done) {
                if (System.nanoTime() - until > 0) {
                    throw new AssertionError("the other neither came in nor was kept waiting");
                }
                Thread.onSpinWait();
            }
            sawTheOther |= !other.done;
        }

        private boolean isKeptWaiting() {
            Thread known = thread;
            if (known == null) {
                return false;
            }
            Thread.State state = known.getState();
            return state == Thread.State.WAITING
                    || state == Thread.State.TIMED_WAITING
                    || state == Thread.State.BLOCKED;
        }
    }

    /**
     * Runs both.
     *
     * @param one does it; inside its transaction and before it writes it runs what it is given
     * @param other in the same way
     * @param refusal what the loser is told; anything else fails the test
     * @return the results of those who won
     */
    <X> List<X> run(Function<Runnable, X> one, Function<Runnable, X> other, Class<? extends RuntimeException> refusal) {
        Runner first = new Runner();
        Runner second = new Runner();
        FutureTask<List<X>> mine = start(first, second, one, refusal);
        FutureTask<List<X>> theirs = start(second, first, other, refusal);
        List<X> won = new ArrayList<>(await(mine));
        won.addAll(await(theirs));
        rounds++;
        if (first.sawTheOther || second.sawTheOther) {
            met++;
        }
        return won;
    }

    private static <X> FutureTask<List<X>> start(
            Runner self, Runner other, Function<Runnable, X> work, Class<? extends RuntimeException> refusal) {
        FutureTask<List<X>> task = new FutureTask<>(() -> {
            self.thread = Thread.currentThread();
            try {
                return List.of(work.apply(() -> self.meet(other)));
            } catch (RuntimeException e) {
                if (refusal.isInstance(e)) {
                    return List.of();
                }
                throw e;
            } finally {
                self.done = true;
            }
        });
        Thread thread = new Thread(task, "race");
        thread.setDaemon(true);
        thread.start();
        return task;
    }

    private static <X> X await(FutureTask<X> task) {
        try {
            return task.get(2 * MOST_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            throw new AssertionError("one of the two was told something else: " + e.getCause(), e.getCause());
        } catch (TimeoutException e) {
            throw new AssertionError("the two wait for each other", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    /** If the two never met, the test has shown nothing. */
    void assertThatItRaced() {
        assertThat(met).as("rounds of %d in which the two met", rounds).isPositive();
    }
}
