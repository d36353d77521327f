package org.sambandh.crm.ticket;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import org.assertj.core.api.Assertions;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.sambandh.crm.Crm;
import org.sambandh.crm.CrmSession;
import org.sambandh.crm.common.Actor;
import org.sambandh.crm.common.CustomerId;
import org.sambandh.crm.common.Entity;
import org.sambandh.crm.common.RuleViolation;
import org.sambandh.crm.common.TenantId;
import org.sambandh.crm.customer.NewCustomer;
import org.sambandh.crm.event.Event;
import org.sambandh.crm.field.Field;
import org.sambandh.crm.settings.TenantSettings;

/** A tenant in memory, open 09:00 to 17:00 in UTC from Monday to Friday, whose clock the test moves. A Monday, 09:00. */
final class Bench {

    static final Instant MONDAY = Instant.parse("2026-03-02T09:00:00Z");

    private Instant now = MONDAY;
    final Crm library;
    final CrmSession crm;
    final Tickets tickets;
    final Assets assets;

    Bench(Field<?, ?>... fields) {
        this(TenantSettings.of(ZoneId.of("UTC"), Currency.getInstance("INR")), fields);
    }

    Bench(TenantSettings settings, Field<?, ?>... fields) {
        library = Crm.inMemory(settings, () -> now, fields);
        crm = library.as(Actor.user("meera"));
        tickets = crm.tickets();
        assets = crm.assets();
    }

    CrmSession as(String tenant) {
        return library.as(new TenantId(tenant), Actor.user("meera"));
    }

    void at(String instant) {
        now = Instant.parse(instant);
    }

    void at(Instant instant) {
        now = instant;
    }

    void pass(Duration time) {
        now = now.plus(time);
    }

    Instant now() {
        return now;
    }

    CustomerId person(String name) {
        return crm.customers().register(NewCustomer.person(name)).id();
    }

    /** An hour for the answer and eight for the solution at priority 1; two days for the solution at the others. */
    ServicePolicy promise(ServiceRule... rules) {
        return crm.servicePolicies()
                .save(ServicePolicy.builder(ServicePolicy.DEFAULT)
                        .rules(List.of(rules))
                        .build());
    }

    static ServiceRule usual() {
        return ServiceRule.of(
                "usual",
                new PriorityTarget(1, Duration.ofHours(1), Duration.ofHours(8)),
                new PriorityTarget(4, Duration.ofHours(4), Duration.ofHours(16)));
    }

    List<Event> events() {
        return crm.changes().since(null, 10_000);
    }

    List<String> eventTypes() {
        return events().stream()
                .map(Event::type)
                .filter(type -> !type.startsWith("customer."))
                .toList();
    }

    /** Runs what must be refused by a rule, and checks that nothing was written. */
    void refused(String rule, Entity<?> entity, ThrowingCallable call) {
        int before = events().size();
        Assertions.assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        RuleViolation.class, e -> assertThat(e.rule()).isEqualTo(rule));
        assertThat(events()).hasSize(before);
        if (entity instanceof Ticket ticket) {
            assertThat(tickets.get(ticket.id()).revision()).isEqualTo(ticket.revision());
        }
        if (entity instanceof Asset asset) {
            assertThat(assets.get(asset.id()).revision()).isEqualTo(asset.revision());
        }
    }
}
