package org.sambandh.crm.callcentre;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.Currency;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.sambandh.crm.Crm;
import org.sambandh.crm.CrmSession;
import org.sambandh.crm.common.Actor;
import org.sambandh.crm.common.EntityRef;
import org.sambandh.crm.common.SegmentId;
import org.sambandh.crm.common.StaleRevision;
import org.sambandh.crm.common.TenantId;
import org.sambandh.crm.common.UserId;
import org.sambandh.crm.customer.Customer;
import org.sambandh.crm.customer.NewCustomer;
import org.sambandh.crm.inmemory.InMemoryCrmStore;
import org.sambandh.crm.settings.TenantSettings;
import org.sambandh.crm.store.CrmStore;
import org.sambandh.crm.store.Repositories;

/** Two agents press the button at once, and both have read the same entry before either claims it. */
class CallRaceTest {

    private static final int PARTIES = 40;

    private final AtomicBoolean racing = new AtomicBoolean();
    private final AtomicInteger lost = new AtomicInteger();
    private final CyclicBarrier barrier = new CyclicBarrier(2);
    private final ThreadLocal<Integer> units = ThreadLocal.withInitial(() -> 0);
    private final InstantSource clock = () -> Instant.parse("2026-11-23T04:30:00Z");
    private final CrmStore store = InMemoryCrmStore.builder(
                    Crm.schema(TenantSettings.of(ZoneId.of("Asia/Kolkata"), Currency.getInstance("INR"))))
            .build();
    private final CrmStore meeting = new CrmStore() {
        @Override
        public <R> R inTransaction(TenantId tenant, Function<Repositories, R> work) {
            units.set(units.get() + 1);
            if (racing.get() && units.get() == 2) {
                meet();
            }
            try {
                return store.inTransaction(tenant, work);
            } catch (StaleRevision e) {
                lost.incrementAndGet();
                throw e;
            }
        }
    };

    private void meet() {
        try {
            barrier.await(20, TimeUnit.SECONDS);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void twoAgentsAtOnceNeverGetTheSameEntryAndWhoComesSecondIsGivenTheNext() throws Exception {
        CrmSession crm = Crm.builder(meeting).clock(clock).build().as(Actor.user("meera"));
        SegmentId segment = crm.segments().defineStatic("All", Customer.class).id();
        for (int i = 0; i < PARTIES; i++) {
            crm.segments()
                    .add(
                            segment,
                            EntityRef.of(crm.customers()
                                    .register(NewCustomer.person("P " + i).phone("+91981234" + (5_000 + i)))
                                    .id()));
        }
        List<UserId> agents = List.of(
                crm.teams().addUser(new UserId("one"), "One").id(),
                crm.teams().addUser(new UserId("two"), "Two").id());
        agents.forEach(agent -> crm.calls().saveAgent(agent, List.of(), true));
        CallList list = crm.calls().make(NewCallList.of("All"));
        crm.calls().freeze(list.id(), segment, clock.instant());
        racing.set(true);

        Set<String> called = new HashSet<>();
        ExecutorService both = Executors.newFixedThreadPool(2);
        try {
            for (int round = 0; round < PARTIES / 2; round++) {
                List<Future<CallEntry>> answers =
                        both.invokeAll(List.of(press(crm, list, agents.get(0)), press(crm, list, agents.get(1))));
                for (int i = 0; i < 2; i++) {
                    CallEntry entry = answers.get(i).get();
                    assertThat(called.add(entry.id().value())).isTrue();
                    units.set(10);
                    crm.calls().record(CallReport.of(entry.id(), agents.get(i), "connected"));
                }
            }
        } finally {
            both.shutdownNow();
        }
        assertThat(called).hasSize(PARTIES);
        assertThat(lost).hasValue(PARTIES / 2);
    }

    private Callable<CallEntry> press(CrmSession crm, CallList list, UserId agent) {
        return () -> {
            units.set(0);
            return crm.calls().nextFor(agent, list.id(), clock.instant()).orElseThrow();
        };
    }
}
