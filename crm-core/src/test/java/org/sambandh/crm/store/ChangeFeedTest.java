package org.sambandh.crm.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.sambandh.crm.common.Actor;
import org.sambandh.crm.common.EntityRef;
import org.sambandh.crm.common.EventId;
import org.sambandh.crm.common.IdGenerator;
import org.sambandh.crm.common.Invalid;
import org.sambandh.crm.common.TenantId;
import org.sambandh.crm.event.Event;
import org.sambandh.crm.inmemory.Bank;
import org.sambandh.crm.inmemory.InMemoryCrmStore;

class ChangeFeedTest {

    private final InMemoryCrmStore store = Bank.store();
    private final IdGenerator ids = IdGenerator.uuidV7(Bank.NOW::at);
    private final ChangeFeed feed = new ChangeFeed(units(Bank.TENANT));

    private Units units(TenantId tenant) {
        return new Units() {
            @Override
            public <R> R run(Function<Unit, R> work) {
                return store.inTransaction(tenant, repositories -> {
                    Unit unit = new Unit(tenant, Actor.SYSTEM, Bank.NOW.at(), repositories, type -> ids, List.of());
                    R result = work.apply(unit);
                    unit.end(List.of());
                    return result;
                });
            }
        };
    }

    private void record(TenantId tenant, String... subjects) {
        units(tenant).run(unit -> {
            for (String subject : subjects) {
                unit.record("holder.seen", new EntityRef("holder", subject), List.of(), List.of(), Map.of());
            }
            return 0;
        });
    }

    private static List<String> subjects(List<Event> events) {
        return events.stream().map(e -> e.subject().id()).toList();
    }

    @Test
    void eventsComeInTheOrderOfRecordingAndGoOnBehindTheLastOneTaken() {
        record(Bank.TENANT, "a", "b");
        record(Bank.OTHER, "foreign");
        record(Bank.TENANT, "c");
        assertThat(subjects(feed.since(null, 100))).containsExactly("a", "b", "c");
        EventId first = feed.since(null, 1).get(0).id();
        assertThat(subjects(feed.since(first, 1))).containsExactly("b");
        assertThat(subjects(feed.since(first, 100))).containsExactly("b", "c");
    }

    @Test
    void aReaderWhoTookEverythingGetsNothingUntilSomethingHappens() {
        assertThat(feed.since(null, 10)).isEmpty();
        record(Bank.TENANT, "a");
        EventId last = feed.since(null, 10).get(0).id();
        assertThat(feed.since(last, 10)).isEmpty();
        record(Bank.TENANT, "b");
        assertThat(subjects(feed.since(last, 10))).containsExactly("b");
    }

    @Test
    void theLastEventTakenNeedNotExistAnyMore() {
        record(Bank.TENANT, "a", "b");
        Event first = feed.since(null, 1).get(0);
        units(Bank.TENANT).run(unit -> {
            unit.get(EventRepository.class).delete(first.id(), first.revision());
            return 0;
        });
        assertThat(subjects(feed.since(first.id(), 10))).containsExactly("b");
    }

    @Test
    void aUnitThatFailedRecordedNothing() {
        assertThatThrownBy(() -> units(Bank.TENANT).run(unit -> {
                    unit.record("holder.seen", new EntityRef("holder", "a"), List.of(), List.of(), Map.of());
                    unit.end(List.of());
                    throw new IllegalStateException("on purpose");
                }))
                .isInstanceOf(IllegalStateException.class);
        assertThat(feed.since(null, 10)).isEmpty();
    }

    @Test
    void theLimitIsChecked() {
        assertThatThrownBy(() -> feed.since(null, 0)).isInstanceOf(Invalid.class);
        assertThatThrownBy(() -> feed.since(null, 10_001)).isInstanceOf(Invalid.class);
    }

    @Test
    @Timeout(60)
    void aReaderMeetsEveryEventOnceWhileManyWrite() throws Exception {
        int writers = 4;
        int each = 100;
        ExecutorService threads = Executors.newFixedThreadPool(writers);
        CyclicBarrier together = new CyclicBarrier(writers + 1);
        CountDownLatch readOnce = new CountDownLatch(1);
        AtomicInteger running = new AtomicInteger(writers);
        List<Future<?>> done = new ArrayList<>();
        for (int w = 0; w < writers; w++) {
            String name = "w" + w + "-";
            done.add(threads.submit(() -> {
                together.await();
                for (int i = 0; i < each; i++) {
                    record(Bank.TENANT, name + i + "a", name + i + "b");
                    if (i == each / 2) {
                        // Nobody finishes before the reader has taken something: so it reads between the writes.
                        readOnce.await();
                    }
                }
                running.decrementAndGet();
                return null;
            }));
        }
        together.await();
        List<Event> taken = new ArrayList<>();
        @Nullable EventId last = null;
        int reads = 0;
        boolean more = true;
        while (more) {
            more = running.get() > 0;
            List<Event> some = feed.since(last, 7);
            more |= !some.isEmpty();
            taken.addAll(some);
            if (!some.isEmpty()) {
                last = some.get(some.size() - 1).id();
                readOnce.countDown();
                reads++;
            }
        }
        for (Future<?> writer : done) {
            writer.get(10, TimeUnit.SECONDS);
        }
        threads.shutdown();
        assertThat(reads).isGreaterThan(1);
        assertThat(taken).extracting(e -> e.id().value()).isSorted();
        assertThat(subjects(taken)).hasSize(2 * writers * each).doesNotHaveDuplicates();
        // Those of one unit stand side by side, and those of one writer in its order.
        for (int i = 0; i < taken.size(); i += 2) {
            String a = taken.get(i).subject().id();
            assertThat(taken.get(i + 1).subject().id()).isEqualTo(a.substring(0, a.length() - 1) + "b");
        }
    }
}
