package org.sambandh.crm.jpa;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sambandh.crm.condition.Conditions.all;
import static org.sambandh.crm.condition.Conditions.count;
import static org.sambandh.crm.condition.Conditions.inSegment;
import static org.sambandh.crm.condition.Conditions.not;
import static org.sambandh.crm.condition.Conditions.where;
import static org.sambandh.crm.condition.Tests.atLeast;
import static org.sambandh.crm.condition.Tests.is;
import static org.sambandh.crm.condition.Window.last;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.sambandh.crm.Crm;
import org.sambandh.crm.CrmSession;
import org.sambandh.crm.common.Actor;
import org.sambandh.crm.common.CustomerId;
import org.sambandh.crm.common.EntityRef;
import org.sambandh.crm.common.SegmentId;
import org.sambandh.crm.customer.Customer;
import org.sambandh.crm.customer.CustomerFields;
import org.sambandh.crm.customer.NewCustomer;
import org.sambandh.crm.inmemory.InMemoryCrmStore;
import org.sambandh.crm.interaction.Direction;
import org.sambandh.crm.interaction.InteractionFields;
import org.sambandh.crm.interaction.NewInteraction;
import org.sambandh.crm.segment.SegmentEvents;
import org.sambandh.crm.store.CrmStore;
import org.sambandh.crm.store.Schema;
import org.sambandh.crm.tck.Samples;

/** Segments that keep themselves up to date on a database. In memory they are held to an oracle; here to those. */
class LiveSegmentsTest {

    private static final Schema SCHEMA = Samples.schema();
    private static final Instant START = Instant.parse("2026-03-02T00:00:00Z");
    private static final Duration TWO_DAYS = Duration.ofDays(2);

    /** A tenant over some store, with three segments of which one names the others. */
    private static final class World {
        private final AtomicReference<Instant> now = new AtomicReference<>(START);
        private final AtomicLong ids = new AtomicLong();
        private final CrmSession crm;
        private final List<SegmentId> segments = new ArrayList<>();

        World(CrmStore store) {
            crm = Crm.builder(store)
                    .clock(now::get)
                    .ids(CustomerId.class, () -> "c" + ids.getAndIncrement())
                    .build()
                    .as(Actor.SYSTEM);
            for (int i = 0; i < 4; i++) {
                crm.customers().register(NewCustomer.organization("Customer " + i));
            }
            segments.add(crm.segments()
                    .define("Steel", Customer.class, where(CustomerFields.INDUSTRY, is("steel")))
                    .id());
            segments.add(crm.segments()
                    .define("Busy", Customer.class, count(InteractionFields.INTERACTIONS, last(TWO_DAYS), atLeast(2)))
                    .id());
            segments.add(crm.segments()
                    .define("Quiet", Customer.class, all(inSegment(segments.get(0)), not(inSegment(segments.get(1)))))
                    .id());
        }

        void later(int hours) {
            now.set(now.get().plus(Duration.ofHours(hours)));
        }

        void touch(CustomerId id) {
            crm.interactions()
                    .log(NewInteraction.email(Direction.INBOUND).with(id).occurredAt(now.get()));
        }

        void step(Random random) {
            CustomerId id = new CustomerId("c" + random.nextInt(4));
            switch (random.nextInt(6)) {
                case 0 -> later(random.nextInt(40));
                case 1 -> {
                    later(random.nextInt(40));
                    crm.segments().advanceTo(now.get());
                }
                case 2 -> crm.customers().set(id, CustomerFields.INDUSTRY, random.nextBoolean() ? "steel" : "wood");
                case 3 -> crm.segments().exclude(segments.get(random.nextInt(3)), EntityRef.of(id));
                default -> touch(id);
            }
        }

        List<String> stays() {
            List<String> stays = new ArrayList<>();
            for (int i = 0; i < 4; i++) {
                crm.segments()
                        .periodsOf(EntityRef.of(new CustomerId("c" + i)))
                        .forEach(p -> stays.add(p.subject() + " "
                                + crm.segments().get(p.segment()).name() + " " + p.since() + " " + p.until()));
            }
            stays.sort(String::compareTo);
            return stays;
        }

        long events(String type) {
            return crm.changes().since(null, 10_000).stream()
                    .filter(e -> e.type().equals(type))
                    .count();
        }
    }

    @Test
    void randomChangesAndTimeLeadToTheSameStaysAsInMemory() {
        for (long seed = 1; seed <= 4; seed++) {
            try (OwnStore own = new OwnStore(Database.H2)) {
                World database = new World(own.of(SCHEMA));
                World memory = new World(InMemoryCrmStore.builder(SCHEMA).build());
                Random one = new Random(seed);
                Random other = new Random(seed);
                for (int step = 0; step < 40; step++) {
                    database.step(one);
                    memory.step(other);
                    assertThat(database.stays())
                            .as("seed %d, step %d", seed, step)
                            .isEqualTo(memory.stays());
                }
                assertThat(memory.stays()).isNotEmpty();
            }
        }
    }

    @ParameterizedTest
    @MethodSource("org.sambandh.crm.jpa.Database#available")
    void twoHostsWhoLetTimePassAtOnceTellEachComingAndGoingOnce(Database kind) throws Exception {
        try (OwnStore own = new OwnStore(kind)) {
            World world = new World(own.of(SCHEMA));
            for (int i = 0; i < 4; i++) {
                world.touch(new CustomerId("c" + i));
                world.touch(new CustomerId("c" + i));
            }
            assertThat(world.events(SegmentEvents.ENTERED)).isEqualTo(4);
            world.later(60);
            atOnce(
                    () -> world.crm.segments().advanceTo(world.now.get()),
                    () -> world.crm.segments().advanceTo(world.now.get()));
            assertThat(world.events(SegmentEvents.LEFT)).isEqualTo(4);
            assertThat(world.stays()).hasSize(4).allMatch(s -> s.endsWith("Optional[2026-03-04T00:00:00.000001Z]"));
        }
    }

    /** Neither sees what the other has not committed; the second one's turn comes when the first is done. */
    @ParameterizedTest
    @MethodSource("org.sambandh.crm.jpa.Database#available")
    void twoWhoEachWriteHalfOfWhatIsNeededAreCountedTogether(Database kind) throws Exception {
        try (OwnStore own = new OwnStore(kind)) {
            World world = new World(own.of(SCHEMA));
            CyclicBarrier written = new CyclicBarrier(2);
            atOnce(half(world, written), half(world, written));
            assertThat(world.stays()).containsExactly("customer c1 Busy " + START + " Optional.empty");
        }
    }

    private static Runnable half(World world, CyclicBarrier written) {
        AtomicBoolean met = new AtomicBoolean();
        return () -> world.crm.inTransaction(s -> {
            s.interactions()
                    .log(NewInteraction.email(Direction.INBOUND)
                            .with(new CustomerId("c1"))
                            .occurredAt(START));
            try {
                // A unit that is run again meets nobody.
                if (met.compareAndSet(false, true)) {
                    written.await(30, TimeUnit.SECONDS);
                }
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
            return true;
        });
    }

    private static void atOnce(Runnable one, Runnable other) throws Exception {
        FutureTask<Boolean> first = new FutureTask<>(one, true);
        FutureTask<Boolean> second = new FutureTask<>(other, true);
        new Thread(first).start();
        new Thread(second).start();
        first.get(60, TimeUnit.SECONDS);
        second.get(60, TimeUnit.SECONDS);
    }
}
