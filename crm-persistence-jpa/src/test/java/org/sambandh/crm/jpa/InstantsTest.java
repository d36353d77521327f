package org.sambandh.crm.jpa;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.TimeZone;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.sambandh.crm.common.Invalid;
import org.sambandh.crm.common.TenantId;
import org.sambandh.crm.event.Event;
import org.sambandh.crm.event.EventFields;
import org.sambandh.crm.store.EventRepository;
import org.sambandh.crm.store.Order;
import org.sambandh.crm.store.Query;
import org.sambandh.crm.store.Schema;
import org.sambandh.crm.tck.Samples;

class InstantsTest {

    private static final Schema SCHEMA = Samples.schema();

    private static Event at(int number, Instant at) {
        Event event = Samples.of(Event.class, number);
        return new Event(
                event.id(),
                event.revision(),
                event.type(),
                event.subject(),
                event.concerning(),
                at,
                event.actor(),
                event.changes(),
                event.data());
    }

    /** In Berlin the clock went from 02:00 to 03:00 on that day: a local time of the JVM would have no 02:30. */
    @ParameterizedTest
    @MethodSource("org.sambandh.crm.jpa.Database#available")
    @ResourceLock(Resources.TIME_ZONE)
    void instantsKeepTheirPlaceWhereTheClocksOfTheHostGoForward(Database kind) {
        TimeZone before = TimeZone.getDefault();
        TimeZone.setDefault(TimeZone.getTimeZone("Europe/Berlin"));
        try (OwnStore own = new OwnStore(kind)) {
            Instant day = Instant.parse("2026-03-29T00:00:00.000001Z");
            List<Event> events = new ArrayList<>();
            for (int i = 0; i < 16; i++) {
                // Ids run against the instants, so that an order by the one is not an order by the other.
                events.add(at(99 - i, day.plus(15L * i, ChronoUnit.MINUTES)));
            }
            List<Event> sorted = own.of(SCHEMA).inTransaction(TenantId.DEFAULT, all -> {
                all.get(EventRepository.class).save(events);
                Query<Event> query = Query.all(Samples.MOMENT);
                return all.get(EventRepository.class)
                        .find(query.orderBy(Order.by(EventFields.AT)))
                        .items();
            });
            assertThat(sorted)
                    .extracting(Event::id)
                    .isEqualTo(events.stream().map(Event::id).toList());
            try (EntityManager em = own.emf.createEntityManager()) {
                for (Event event : events) {
                    assertThat(em.createQuery("select r.id from SambandhEvent r where r.at = :at", String.class)
                                    .setParameter("at", event.at())
                                    .getResultList())
                            .containsExactly(event.id().value());
                }
            }
        } finally {
            TimeZone.setDefault(before);
        }
    }

    @ParameterizedTest
    @MethodSource("org.sambandh.crm.jpa.Database#available")
    void anInstantThatNoDatabaseKeepsIsInvalidAndNotChanged(Database kind) {
        try (OwnStore own = new OwnStore(kind)) {
            for (String far : List.of("+10000-01-01T00:00:00Z", "0000-12-31T23:59:59Z", "-100000-01-01T00:00:00Z")) {
                List<Event> one = List.of(at(0, Instant.parse(far)));
                assertThatThrownBy(() -> own.of(SCHEMA)
                                .inTransaction(
                                        TenantId.DEFAULT,
                                        all -> all.get(EventRepository.class).save(one)))
                        .isInstanceOfSatisfying(
                                Invalid.class, e -> assertThat(e.path()).isEqualTo("Event.at"));
            }
            List<Event> edges = List.of(
                    at(0, Instant.parse("0001-01-01T00:00:00Z")), at(1, Instant.parse("9999-12-31T23:59:59.999999Z")));
            List<Event> saved = own.of(SCHEMA)
                    .inTransaction(
                            TenantId.DEFAULT,
                            all -> all.get(EventRepository.class).save(edges));
            List<Event> read = own.of(SCHEMA)
                    .inTransaction(
                            TenantId.DEFAULT,
                            all -> all.get(EventRepository.class)
                                    .findAllById(List.of(
                                            edges.get(0).id(), edges.get(1).id())));
            assertThat(read).isEqualTo(saved);
        }
    }
}
