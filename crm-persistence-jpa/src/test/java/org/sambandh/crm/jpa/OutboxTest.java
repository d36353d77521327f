package org.sambandh.crm.jpa;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.sambandh.crm.Crm;
import org.sambandh.crm.CrmSession;
import org.sambandh.crm.common.Actor;
import org.sambandh.crm.common.EventId;
import org.sambandh.crm.common.TenantId;
import org.sambandh.crm.customer.NewCustomer;
import org.sambandh.crm.event.Event;
import org.sambandh.crm.store.EventRepository;
import org.sambandh.crm.store.Schema;
import org.sambandh.crm.tck.Samples;

class OutboxTest {

    private static final Schema SCHEMA = Samples.schema();

    /** The unit that made its event first commits last; a reader in between must still meet both, once. */
    @ParameterizedTest
    @MethodSource("org.sambandh.crm.jpa.Database#available")
    void aReaderMeetsEachEventOnceWhenUnitsCommitOutOfTheOrderOfTheirIds(Database kind) throws Exception {
        try (OwnStore own = new OwnStore(kind)) {
            Crm crm = Crm.builder(own.of(SCHEMA)).clock(Samples.clock()).build();
            CrmSession session = crm.as(Actor.user("ravi"));
            session.customers().register(NewCustomer.organization("Zero"));
            CountDownLatch made = new CountDownLatch(1);
            CountDownLatch overtaken = new CountDownLatch(1);
            FutureTask<Boolean> slow =
                    new FutureTask<>(() -> crm.as(Actor.user("asha")).inTransaction(inside -> {
                        inside.customers().register(NewCustomer.organization("Slow"));
                        made.countDown();
                        return await(overtaken);
                    }));
            new Thread(slow, "slow").start();
            assertThat(await(made)).isTrue();
            session.customers().register(NewCustomer.organization("Fast"));
            List<Event> early = session.changes().since(null, 10);
            overtaken.countDown();
            assertThat(slow.get(30, TimeUnit.SECONDS)).isTrue();
            EventId last = early.get(early.size() - 1).id();
            List<Event> late = session.changes().since(last, 10);

            assertThat(early).hasSize(2);
            assertThat(late).hasSize(1);
            assertThat(late.get(0).id()).as("the test must have raced").isLessThan(last);
            List<Event> all = new ArrayList<>(early);
            all.addAll(late);
            assertThat(session.changes().since(null, 10)).isEqualTo(all);
        }
    }

    @ParameterizedTest
    @MethodSource("org.sambandh.crm.jpa.Database#available")
    void aReaderGoesOnBehindAnEventThatIsGoneWithAllBeforeIt(Database kind) {
        try (OwnStore own = new OwnStore(kind)) {
            List<Event> events = own.of(SCHEMA)
                    .inTransaction(
                            TenantId.DEFAULT,
                            all -> all.get(EventRepository.class).save(Samples.some(Event.class, 5)));
            CrmSession session =
                    Crm.builder(own.of(SCHEMA)).clock(Samples.clock()).build().as(Actor.user("ravi"));
            own.of(SCHEMA).inTransaction(TenantId.DEFAULT, all -> {
                events.subList(0, 3).forEach(e -> all.get(EventRepository.class).delete(e.id(), e.revision()));
                return true;
            });
            assertThat(session.changes().since(events.get(2).id(), 10)).isEqualTo(events.subList(3, 5));
        }
    }

    private static boolean await(CountDownLatch latch) {
        try {
            return latch.await(30, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
