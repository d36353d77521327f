package org.sambandh.crm.tck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.sambandh.crm.Crm;
import org.sambandh.crm.CrmSession;
import org.sambandh.crm.common.Actor;
import org.sambandh.crm.common.EventId;
import org.sambandh.crm.customer.Customer;
import org.sambandh.crm.customer.NewCustomer;
import org.sambandh.crm.event.Event;

/** Events are written with what they tell of, told after the commit, and read in the order of recording. */
interface OutboxChapter extends OnStore {

    private CrmSession session(List<Event> heard) {
        return Crm.builder(store())
                .clock(Samples.clock())
                .listener(heard::add)
                .build()
                .as(tenant(), Actor.SYSTEM);
    }

    private static List<EventId> idsOf(List<Event> events) {
        return events.stream().map(Event::id).toList();
    }

    private static List<EventId> everything(CrmSession crm) {
        return idsOf(crm.changes().since(null, 1_000));
    }

    @Test
    default void anEventIsStoredWithTheChangeAndToldAfterTheCommit() {
        List<Event> heard = new ArrayList<>();
        CrmSession crm = session(heard);
        Customer asha = crm.customers().register(NewCustomer.person("Asha Rao"));
        assertThat(heard)
                .isNotEmpty()
                .allMatch(event -> event.subject().id().equals(asha.id().value()));
        List<Event> stored = crm.changes().since(null, 100);
        assertThat(idsOf(stored)).isEqualTo(idsOf(heard));
        assertThat(stored.get(0).changes()).isEqualTo(heard.get(0).changes());
        assertThat(stored.get(0).at()).isEqualTo(Samples.MOMENT.at());
    }

    @Test
    default void aUnitThatFailsLeavesNoEventAndTellsNobody() {
        List<Event> heard = new ArrayList<>();
        CrmSession crm = session(heard);
        assertThatThrownBy(() -> crm.inTransaction(unit -> {
                    unit.customers().register(NewCustomer.person("Asha Rao"));
                    throw new IllegalStateException("on purpose");
                }))
                .hasMessage("on purpose");
        assertThat(heard).isEmpty();
        assertThat(everything(crm)).isEmpty();
    }

    @Test
    default void severalCallsInOneUnitWriteTheirEventsTogetherInOrder() {
        List<Event> heard = new ArrayList<>();
        CrmSession crm = session(heard);
        crm.inTransaction(unit -> {
            unit.customers().register(NewCustomer.person("Asha Rao"));
            unit.customers().register(NewCustomer.organization("Pune Steel"));
            assertThat(heard).isEmpty();
            return true;
        });
        assertThat(heard).hasSizeGreaterThan(1);
        assertThat(everything(crm)).isEqualTo(idsOf(heard));
    }

    @Test
    default void aReaderThatGoesOnFromTheLastEventItTookMeetsEachOnceInTheOrderOfRecording() {
        List<Event> heard = new ArrayList<>();
        CrmSession crm = session(heard);
        List<EventId> taken = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            crm.customers().register(NewCustomer.person("Person " + i));
            crm.customers().register(NewCustomer.organization("Firm " + i));
            List<Event> page = crm.changes().since(taken.isEmpty() ? null : taken.get(taken.size() - 1), 3);
            taken.addAll(idsOf(page));
        }
        List<Event> rest = crm.changes().since(taken.get(taken.size() - 1), 1_000);
        taken.addAll(idsOf(rest));
        assertThat(taken).isEqualTo(idsOf(heard)).doesNotHaveDuplicates();
        assertThat(crm.changes().since(taken.get(taken.size() - 1), 10)).isEmpty();
    }

    @Test
    default void anotherTenantHasAnOutboxOfItsOwn() {
        List<Event> heard = new ArrayList<>();
        session(heard).customers().register(NewCustomer.person("Asha Rao"));
        CrmSession theirs = Crm.builder(store()).clock(Samples.clock()).build().as(other(), Actor.SYSTEM);
        assertThat(everything(theirs)).isEmpty();
        theirs.customers().register(NewCustomer.person("Ravi"));
        assertThat(everything(theirs)).isNotEmpty().doesNotContainAnyElementsOf(idsOf(heard));
    }

    @Test
    default void noEventAppearsBeforeOneThatWasReadAlreadyHoweverManyWrite() throws Exception {
        List<Event> heard = Collections.synchronizedList(new ArrayList<>());
        CrmSession crm = session(heard);
        CountDownLatch inside = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        // The first has its event, with the lower id, and stays in its unit while the second begins and ends.
        FutureTask<Boolean> first = new FutureTask<>(() -> crm.inTransaction(unit -> {
            unit.customers().register(NewCustomer.person("Asha Rao"));
            inside.countDown();
            return await(goOn);
        }));
        FutureTask<Customer> second = new FutureTask<>(() -> crm.customers().register(NewCustomer.person("Ravi")));
        start(first);
        assertThat(await(inside)).isTrue();
        Thread ravi = start(second);
        List<EventId> taken = new ArrayList<>();
        if (endsUnlessItIsKeptWaiting(ravi)) {
            taken.addAll(everything(crm));
        }
        goOn.countDown();
        assertThat(first.get(30, TimeUnit.SECONDS)).isTrue();
        second.get(30, TimeUnit.SECONDS);
        EventId last = taken.isEmpty() ? null : taken.get(taken.size() - 1);
        taken.addAll(idsOf(crm.changes().since(last, 1_000)));
        assertThat(taken).doesNotHaveDuplicates().containsExactlyInAnyOrderElementsOf(idsOf(heard));
    }

    private static Thread start(FutureTask<?> task) {
        Thread thread = new Thread(task, "writer");
        thread.setDaemon(true);
        thread.start();
        return thread;
    }

    private static boolean await(CountDownLatch latch) {
        try {
            return latch.await(30, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** A store may let one unit wait for the other, or let both run. */
    private static boolean endsUnlessItIsKeptWaiting(Thread thread) {
        long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(5);
        while (System.nanoTime() - until < 0) {
            Thread.State state = thread.getState();
            if (state == Thread.State.TERMINATED) {
                return true;
            } else if (state == Thread.State.WAITING || state == Thread.State.BLOCKED) {
                return false;
            }
            Thread.onSpinWait();
        }
        return false;
    }
}
