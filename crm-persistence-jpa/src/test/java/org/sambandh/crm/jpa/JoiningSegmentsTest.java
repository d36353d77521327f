package org.sambandh.crm.jpa;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sambandh.crm.condition.Conditions.all;
import static org.sambandh.crm.condition.Conditions.count;
import static org.sambandh.crm.condition.Conditions.where;
import static org.sambandh.crm.condition.Tests.atLeast;
import static org.sambandh.crm.condition.Tests.is;
import static org.sambandh.crm.condition.Window.last;

import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.sambandh.crm.Crm;
import org.sambandh.crm.CrmSession;
import org.sambandh.crm.common.Actor;
import org.sambandh.crm.common.CustomerId;
import org.sambandh.crm.common.EntityRef;
import org.sambandh.crm.common.ModelId;
import org.sambandh.crm.common.SegmentId;
import org.sambandh.crm.condition.Condition;
import org.sambandh.crm.customer.Customer;
import org.sambandh.crm.customer.CustomerFields;
import org.sambandh.crm.customer.NewCustomer;
import org.sambandh.crm.interaction.Direction;
import org.sambandh.crm.interaction.InteractionFields;
import org.sambandh.crm.interaction.NewInteraction;
import org.sambandh.crm.scoring.Criterion;
import org.sambandh.crm.scoring.Group;
import org.sambandh.crm.scoring.PointsModel;
import org.sambandh.crm.segment.SegmentFlipRepository;
import org.sambandh.crm.store.CrmStore;
import org.sambandh.crm.store.Query;
import org.sambandh.crm.store.Schema;
import org.sambandh.crm.tck.Samples;

/** A host whose transaction we join keeps what segments and scores made of its changes, or nothing of it. */
class JoiningSegmentsTest {

    private static final Schema SCHEMA = Samples.schema();
    private static final Condition<Customer> RULE = all(
            where(CustomerFields.INDUSTRY, is("steel")),
            count(InteractionFields.INTERACTIONS, last(Duration.ofDays(2)), atLeast(1)));
    private static final ModelId MODEL = new ModelId("interest");

    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-03-02T00:00:00Z"));

    private CrmSession session(CrmStore store) {
        return Crm.builder(store).clock(now::get).build().as(Actor.SYSTEM);
    }

    private static long flips(CrmSession crm) {
        return crm.inUnit(unit -> (long) unit.get(SegmentFlipRepository.class)
                .find(Query.all(unit.moment()))
                .items()
                .size());
    }

    @ParameterizedTest
    @MethodSource("org.sambandh.crm.jpa.Database#available")
    void theHostsRollbackTakesMembershipsFlipsScoresAndEventsAlong(Database kind) {
        try (OwnStore own = new OwnStore(kind);
                EntityManager em = own.emf.createEntityManager()) {
            CrmSession outside = session(own.of(SCHEMA));
            CustomerId id = outside.customers()
                    .register(NewCustomer.organization("Bharat Tools"))
                    .id();
            EntityRef ref = EntityRef.of(id);
            SegmentId segment =
                    outside.segments().define("Busy", Customer.class, RULE).id();
            outside.scores()
                    .define(PointsModel.of(
                            MODEL,
                            "Interest",
                            Customer.class,
                            Group.engagement("g", "Interest", Criterion.of("c", "Busy", 20, Customer.class, RULE))));
            int events = outside.changes().since(null, 1_000).size();
            CrmSession joined =
                    session(JpaCrmStore.joining(em, Runnable::run, SCHEMA).build());

            em.getTransaction().begin();
            change(joined, id);
            assertThat(joined.segments().isMember(segment, ref)).isTrue();
            assertThat(flips(joined)).isEqualTo(1);
            em.getTransaction().rollback();

            assertThat(outside.segments().periodsOf(ref)).isEmpty();
            assertThat(flips(outside)).isZero();
            assertThat(outside.scores().recorded(MODEL, ref)).isEmpty();
            assertThat(outside.changes().since(null, 1_000)).hasSize(events);

            em.getTransaction().begin();
            change(joined, id);
            em.getTransaction().commit();
            assertThat(outside.segments().isMember(segment, ref)).isTrue();
            assertThat(outside.scores()
                            .recorded(MODEL, ref)
                            .orElseThrow()
                            .score()
                            .value())
                    .isEqualByComparingTo("20");

            now.set(now.get().plus(Duration.ofDays(3)));
            em.getTransaction().begin();
            assertThat(joined.segments().advanceTo(now.get()).left()).isEqualTo(1);
            em.getTransaction().rollback();
            assertThat(outside.segments().isMember(segment, ref)).isTrue();
            assertThat(outside.segments().advanceTo(now.get()).left()).isEqualTo(1);
            assertThat(outside.segments().isMember(segment, ref)).isFalse();
        }
    }

    private static void change(CrmSession crm, CustomerId id) {
        crm.customers().set(id, CustomerFields.INDUSTRY, "steel");
        crm.interactions().log(NewInteraction.email(Direction.INBOUND).with(id));
        crm.scores().record(MODEL, EntityRef.of(id));
    }
}
