package org.sambandh.crm.inmemory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sambandh.crm.inmemory.Bank.NOW;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.sambandh.crm.common.CustomerId;
import org.sambandh.crm.common.StaleRevision;
import org.sambandh.crm.common.TaskId;
import org.sambandh.crm.common.TenantId;
import org.sambandh.crm.store.Query;

/** Many threads on many tenants at once; each test also shows that they met. */
class StressTest {

    private static final int THREADS = 6;
    private static final int ACCOUNTS = 5;
    private static final long EACH = 1_000;

    private final InMemoryCrmStore store = Bank.store();
    private final ExecutorService threads = Executors.newFixedThreadPool(THREADS);

    private static List<Account> all(AccountRepository accounts) {
        return accounts.find(Query.all(NOW)).items();
    }

    private void open(TenantId tenant) {
        List<Account> accounts = new ArrayList<>();
        for (int i = 0; i < ACCOUNTS; i++) {
            accounts.add(Account.of("account-" + i, "asha", EACH));
        }
        store.inTransaction(tenant, r -> r.get(AccountRepository.class).save(accounts));
    }

    private void together(Task task) throws Exception {
        CyclicBarrier start = new CyclicBarrier(THREADS);
        List<Future<?>> done = new ArrayList<>();
        for (int t = 0; t < THREADS; t++) {
            int thread = t;
            done.add(threads.submit(() -> {
                start.await();
                task.run(thread);
                return null;
            }));
        }
        for (Future<?> future : done) {
            future.get(50, TimeUnit.SECONDS);
        }
        threads.shutdown();
    }

    private interface Task {
        void run(int thread) throws Exception;
    }

    @Test
    @Timeout(60)
    void moneyMovedByManyThreadsNeitherAppearsNorVanishes() throws Exception {
        List<TenantId> tenants = List.of(new TenantId("t-0"), new TenantId("t-1"), new TenantId("t-2"));
        tenants.forEach(this::open);
        AtomicInteger stale = new AtomicInteger();
        AtomicInteger failed = new AtomicInteger();
        AtomicInteger moved = new AtomicInteger();
        CyclicBarrier everybodyHasRead = new CyclicBarrier(THREADS);
        ConcurrentHashMap<String, String> afterCommit = new ConcurrentHashMap<>();
        together(thread -> {
            Random random = new Random(thread);
            for (int i = 0; i < 400; i++) {
                // In the first round all want the same two accounts, and nobody writes before everybody has read.
                boolean first = i == 0;
                TenantId tenant = tenants.get(first ? 0 : random.nextInt(tenants.size()));
                int from = first ? 0 : random.nextInt(ACCOUNTS);
                int to = (from + 1 + (first ? 0 : random.nextInt(ACCOUNTS - 1))) % ACCOUNTS;
                int amount = random.nextInt(50);
                boolean fails = i % 5 == 4;
                String name = thread + "-" + i;
                // Read in one transaction and written in another, as a user does who looks at a screen in between.
                List<Account> seen = store.inTransaction(tenant, r -> all(r.get(AccountRepository.class)));
                assertThat(seen.stream().mapToLong(Account::balance).sum()).isEqualTo(ACCOUNTS * EACH);
                Account giver = seen.get(from).with(seen.get(from).balance() - amount);
                Account taker = seen.get(to).with(seen.get(to).balance() + amount);
                if (first) {
                    everybodyHasRead.await();
                }
                try {
                    store.inTransaction(tenant, r -> {
                        AccountRepository accounts = r.get(AccountRepository.class);
                        r.afterCommit(() -> afterCommit.put(name, "ran"));
                        accounts.save(List.of(giver));
                        if (fails) {
                            throw new IllegalStateException("on purpose, half way");
                        }
                        return accounts.save(List.of(taker));
                    });
                    moved.incrementAndGet();
                    assertThat(afterCommit).containsKey(name);
                } catch (StaleRevision e) {
                    stale.incrementAndGet();
                } catch (IllegalStateException e) {
                    failed.incrementAndGet();
                }
            }
        });
        for (TenantId tenant : tenants) {
            long sum = store.inTransaction(
                    tenant,
                    r -> all(r.get(AccountRepository.class)).stream()
                            .mapToLong(Account::balance)
                            .sum());
            assertThat(sum).isEqualTo(ACCOUNTS * EACH);
        }
        assertThat(afterCommit).hasSize(moved.get());
        assertThat(moved.get() + stale.get() + failed.get()).isEqualTo(THREADS * 400);
        assertThat(failed).hasPositiveValue();
        // That they raced: somebody was overtaken between reading and writing.
        assertThat(stale).as("lost updates prevented").hasValueGreaterThanOrEqualTo(THREADS - 1);
    }

    @Test
    @Timeout(60)
    void oneTenantLetsOneInAtATimeAndDifferentTenantsMeetInside() throws Exception {
        AtomicInteger inside = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        TenantId one = new TenantId("one");
        AtomicInteger waiting = new AtomicInteger();
        CyclicBarrier everybodyIsInside = new CyclicBarrier(THREADS);
        together(thread -> {
            // Nobody gets on unless all six are inside their own tenant's transaction at the same time.
            store.inTransaction(new TenantId("own-" + thread), r -> {
                try {
                    return everybodyIsInside.await(30, TimeUnit.SECONDS);
                } catch (Exception e) {
                    throw new IllegalStateException(e);
                }
            });
            waiting.incrementAndGet();
            for (int i = 0; i < 50; i++) {
                store.inTransaction(one, r -> {
                    most.accumulateAndGet(inside.incrementAndGet(), Math::max);
                    if (waiting.get() < THREADS) {
                        Thread.yield();
                    }
                    return inside.decrementAndGet();
                });
            }
        });
        assertThat(most).hasValue(1);
        assertThat(waiting).hasValue(THREADS);
    }

    @Test
    @Timeout(60)
    void aCounterRaisedInsideTheTransactionLosesNoStep() throws Exception {
        TenantId tenant = new TenantId("counter");
        store.inTransaction(tenant, r -> r.get(AccountRepository.class).save(List.of(Account.of("n", null, 0))));
        TaskId id = new TaskId("n");
        together(thread -> {
            for (int i = 0; i < 200; i++) {
                store.inTransaction(tenant, r -> {
                    AccountRepository accounts = r.get(AccountRepository.class);
                    Account seen = accounts.findById(id).orElseThrow();
                    return accounts.save(List.of(seen.with(seen.balance() + 1)));
                });
            }
        });
        assertThat(store.<Long>inTransaction(
                        tenant,
                        r -> r.get(AccountRepository.class)
                                .findById(id)
                                .orElseThrow()
                                .balance()))
                .isEqualTo(THREADS * 200L);
    }

    @Test
    @Timeout(60)
    void tenantsThatComeAndGoLoseNothing() throws Exception {
        TenantId tenant = new TenantId("flicker");
        AtomicInteger lost = new AtomicInteger();
        together(thread -> {
            CustomerId id = new CustomerId("c-" + thread);
            for (int i = 0; i < 300; i++) {
                Holder saved = store.inTransaction(
                        tenant,
                        r -> r.get(HolderRepository.class)
                                .save(List.of(Holder.of(id.value(), "x", null)))
                                .get(0));
                boolean there = store.inTransaction(
                        tenant, r -> r.get(HolderRepository.class).findById(id).isPresent());
                if (!there) {
                    lost.incrementAndGet();
                }
                store.inTransaction(tenant, r -> {
                    r.get(HolderRepository.class).delete(id, saved.revision());
                    return 0;
                });
            }
        });
        assertThat(lost).hasValue(0);
        assertThat(store.tenantsInMemory()).isZero();
    }
}
